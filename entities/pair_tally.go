package entities

import (
	"slices"
	"sort"
)

// partyTally counts how often parties are named, the most named first.
type partyTally struct {
	count map[int]int
	// first is the place of the first mention of each.
	first map[int]int
	// most are the three that are named most, of equals who was named first.
	most []int
	// next is the mention up to which is counted, by the order of heads.
	next int
}

func newPartyTally() *partyTally { return &partyTally{count: map[int]int{}, first: map[int]int{}} }

// add counts a party that is named at a place.
func (t *partyTally) add(party, place int) {
	t.count[party]++
	if at, ok := t.first[party]; !ok || place < at {
		t.first[party] = place
	}
	if !slices.Contains(t.most, party) {
		t.most = append(t.most, party)
	}
	slices.SortFunc(t.most, func(a, b int) int {
		if t.count[a] != t.count[b] {
			return t.count[b] - t.count[a]
		}
		return t.first[a] - t.first[b]
	})
	if len(t.most) > 3 {
		t.most = t.most[:3]
	}
}

// two gives the two parties that are named most, nil where a third one is named as
// often.
func (t *partyTally) two() []int {
	if len(t.most) < 2 || len(t.most) > 2 && t.count[t.most[2]] == t.count[t.most[1]] {
		return nil
	}
	return slices.Clone(t.most[:2])
}

// pairFinder finds the two that "both sides" and "the two leaders" stand for.
type pairFinder struct {
	*linker
	// mentions are those of actors, in the order of the text; byHead are their
	// numbers in the order of their heads.
	mentions []Mention
	byHead   []int
	tallies  map[string]*partyTally
}

func newPairFinder(l *linker) *pairFinder {
	f := &pairFinder{linker: l, tallies: map[string]*partyTally{"sides": newPartyTally(), "persons": newPartyTally()}}
	for _, m := range l.cast.Mentions {
		if m.Actor >= 0 {
			f.mentions = append(f.mentions, m)
		}
	}
	sort.SliceStable(f.mentions, func(i, j int) bool { return f.mentions[i].First < f.mentions[j].First })
	f.byHead = make([]int, len(f.mentions))
	for i := range f.byHead {
		f.byHead[i] = i
	}
	sort.SliceStable(f.byHead, func(i, j int) bool { return f.mentions[f.byHead[i]].Head < f.mentions[f.byHead[j]].Head })
	return f
}

// before finds two of a kind that were named side by side shortly before a token,
// "Serbia and Kosovo", else the two named most often so far. Tokens are asked for in
// the order of the text.
func (f *pairFinder) before(token int, kind string) []int {
	if pair := f.sideBySideBefore(token, kind); pair != nil {
		return pair
	}
	return f.mostNamed(token, kind)
}

// sideBySideBefore gives the two of a kind that were last named side by side, at most
// some sentences before a token.
func (f *pairFinder) sideBySideBefore(token int, kind string) []int {
	var b *Mention
	for k := sort.Search(len(f.mentions), func(k int) bool { return f.mentions[k].First >= token }) - 1; k >= 0; k-- {
		a := &f.mentions[k]
		if a.Head >= token {
			continue
		}
		if b != nil {
			if f.doc.SentenceOf(token)-f.doc.SentenceOf(b.Head) > 2*reach {
				break
			}
			if f.sideBySide(*a, *b) {
				if pair := f.addParty(f.addParty(nil, *a, kind), *b, kind); len(pair) == 2 {
					return pair
				}
			}
		}
		b = a
	}
	return nil
}

// mostNamed gives the two of a kind that were named most often before a token.
func (f *pairFinder) mostNamed(token int, kind string) []int {
	t := f.tallies[kind]
	from := t.next
	for t.next < len(f.byHead) && f.mentions[f.byHead[t.next]].Head < token {
		t.next++
	}
	fresh := slices.Clone(f.byHead[from:t.next])
	slices.Sort(fresh) // they enter their sides in the order of the text
	for _, place := range fresh {
		for _, party := range f.addParty(nil, f.mentions[place], kind) {
			t.add(party, place)
		}
	}
	return t.two()
}

// step is the pair named most often from a token on.
type step struct {
	from int
	pair []int
}

// steps gives the two sides named most often before each token of the text.
func (f *pairFinder) steps() []step {
	var out []step
	for _, k := range f.byHead {
		from := f.mentions[k].Head + 1
		pair := f.mostNamed(from, "sides")
		if n := len(out); n > 0 && slices.Equal(out[n-1].pair, pair) {
			continue
		}
		out = append(out, step{from, pair})
	}
	return out
}
