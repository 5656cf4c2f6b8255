package reading

import (
	"sort"
	"strings"

	"rapporteur"
	"rapporteur/frames"
)

// spokenFor gives the state or body in whose name the speaker of a statement speaks.
// Members of a party speak for the state whose politics they make, and so does who has
// held an office of it: a former prime minister is heard as one of his country. Whose
// officials without a name are is told by what stands around.
func (l *links) spokenFor(f *frames.Frame, speaker int) string {
	a := l.Actor(speaker)
	if party := l.base.Actor(a.For); party != nil && party.Sector == "party" && party.State != "" {
		return party.State
	}
	switch {
	case a.For != "":
		return a.For
	case a.Known && a.Kind == rapporteur.Person:
		return a.State
	case !a.Known && a.Kind != rapporteur.Person && l.actsForState(f.Head(frames.Source)):
		if l.told == nil {
			l.told = l.tellSides()
		}
		return l.told.around(f.Trigger)
	}
	return ""
}

// actsForState reports whether a token is a word for people or organs of a state, whose
// a report need not tell: "officials said", "a senior aide".
func (l *links) actsForState(token int) bool {
	return token >= 0 && l.base.Is(strings.ToLower(l.doc.Tokens[token].Lemma), "official of a state")
}

// toldSides are the states that a report tells of, by themselves or by who acts for
// them, in the order of the text.
type toldSides struct {
	at   []int // tokens
	side []string
	// most is the one told of most.
	most string
}

// tellSides gathers them.
func (l *links) tellSides() *toldSides {
	told, count := &toldSides{}, map[string]int{}
	order := make([]int, 0, l.Mentions())
	for k := range l.Mentions() {
		order = append(order, k)
	}
	sort.SliceStable(order, func(i, j int) bool { return l.Links.Mention(order[i]).First < l.Links.Mention(order[j]).First })
	for _, k := range order {
		m := l.Links.Mention(k)
		if m.Actor < 0 {
			continue
		}
		a := l.Links.Actor(m.Actor)
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
	return told
}

// nearby is the number of tokens to either side of a word in which a report says whose
// officials it means.
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
