package entities

import (
	"sort"

	"rapporteur"
)

// toldSides are the states that a report tells of, by themselves or by who acts for
// them, in the order of the text.
type toldSides struct {
	at   []int // tokens
	side []string
	// most is the one told of most, so many times.
	most  string
	times int
}

// tellSides gathers them.
func tellSides(actors []Actor, mentions []Mention) *toldSides {
	told, count := &toldSides{}, map[string]int{}
	order := make([]int, len(mentions))
	for k := range order {
		order[k] = k
	}
	sort.SliceStable(order, func(i, j int) bool { return mentions[order[i]].First < mentions[order[j]].First })
	for _, k := range order {
		m := &mentions[k]
		if m.Actor < 0 {
			continue
		}
		a := &actors[m.Actor]
		state := a.For
		if a.Kind == rapporteur.State {
			state = a.ID
		}
		if state == "" || state != string(a.State) && a.Kind != rapporteur.State {
			continue
		}
		told.at, told.side = append(told.at, m.First), append(told.side, state)
		if count[state]++; count[state] > count[told.most] {
			told.most = state
		}
	}
	told.times = count[told.most]
	return told
}

// nearby is the number of tokens before a word, and four times those behind it, in which
// a report says whose officials it means.
const nearby = 90

// around gives the state that is told of most around a token, if it is also the one that
// the report tells of most; empty where the two differ.
func (t *toldSides) around(token int) string {
	count := map[string]int{}
	for i := sort.SearchInts(t.at, token-nearby); i < len(t.at) && t.at[i] < token+nearby/4; i++ {
		count[t.side[i]]++
	}
	for state, n := range count {
		if state != t.most && n >= count[t.most] {
			return ""
		}
	}
	if count[t.most] == 0 {
		return ""
	}
	return t.most
}
