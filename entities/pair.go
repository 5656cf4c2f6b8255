package entities

import (
	"slices"
	"strings"

	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// pairFinder links what stands for two: "both sides", "the two leaders".
type pairFinder struct {
	*discourse
	ordered orderedMentions
	// tallies are by what a pair is made of.
	tallies [2]partyTally
}

func newPairFinder(d *discourse) *pairFinder {
	return &pairFinder{discourse: d, ordered: orderMentions(d.doc, d.mentions), tallies: [2]partyTally{newPartyTally(), newPartyTally()}}
}

// link links "both sides", "the two leaders", "the two countries" to
// the two that were last named together.
func (f *pairFinder) link() {
	for i, t := range f.doc.Tokens {
		kind, ok := f.pairOf(t.Lemma)
		if !ok || !syntax.Plural(f.doc.Tokens[i]) || f.covered(i) || !f.isDual(i) || f.partiesOfPolitics(i) {
			continue
		}
		pair := f.before(i, kind)
		if pair == nil || kind == persons && f.othersSpeak(i, pair) {
			continue
		}
		first, _ := syntax.Description(f.doc, i)
		f.add(Mention{First: first, Last: i + 1, Head: i, Actor: -1, Form: ByDescription, Pair: pair})
	}
}

// othersSpeak reports whether two who say something are others than a pair: they are
// brought up as new, "two diplomats said", or speak of the pair by its names.
func (f *pairFinder) othersSpeak(noun int, pair []int) bool {
	k, says := f.bySource[noun]
	if !says {
		return false
	}
	first, _ := syntax.Description(f.doc, noun)
	if strings.EqualFold(f.doc.Tokens[first].Form, "two") {
		return true
	}
	return slices.ContainsFunc(f.mentions, func(m Mention) bool {
		return m.Form == ByProperName && slices.Contains(pair, m.Actor) && frames.Says(&f.said[k], m.Head)
	})
}

// partiesOfPolitics reports whether the two are those of a country's politics: "lawmakers of
// both parties".
func (f *pairFinder) partiesOfPolitics(noun int) bool {
	t := f.doc.Tokens[noun]
	return t.Lemma == "party" && t.Head >= 0 && t.Has("nmod") && f.base.Is(strings.ToLower(f.doc.Tokens[t.Head].Lemma), "of a party")
}

// isDual reports whether a plural noun means two: "both", "the two", "the sides".
func (f *pairFinder) isDual(noun int) bool {
	for c := range f.doc.Children(noun) {
		switch strings.ToLower(f.doc.Tokens[c].Form) {
		case "both", "two":
			return true
		}
	}
	return f.doc.Tokens[noun].Lemma == "side" && f.doc.Child(noun, "det") >= 0
}

// pairOf gives what a noun makes a pair of.
func (f *pairFinder) pairOf(lemma string) (kind partyKind, ok bool) {
	if f.base.Is(lemma, "pair of sides") {
		return sides, true
	}
	return persons, f.base.Is(lemma, "pair of persons")
}

// before finds two of a kind that were named side by side shortly before a token, else
// the two named most often so far. Tokens are asked for in the order of the text.
func (f *pairFinder) before(token int, kind partyKind) []int {
	pair := f.ordered.sideBySideBefore(token, func(place int) int { return f.party(f.ordered.list[place], kind) })
	if pair != nil {
		return pair
	}
	return f.mostNamed(token, kind)
}

// mostNamed gives the two of a kind that were named most often before a token.
func (f *pairFinder) mostNamed(token int, kind partyKind) []int {
	t := &f.tallies[kind]
	from := t.next
	for t.next < len(f.ordered.byHead) && f.ordered.list[f.ordered.byHead[t.next]].Head < token {
		t.next++
	}
	fresh := slices.Clone(f.ordered.byHead[from:t.next])
	slices.Sort(fresh) // their sides enter in the order of the text
	for _, place := range fresh {
		if party := f.party(f.ordered.list[place], kind); party >= 0 {
			t.add(party, place)
		}
	}
	return t.two()
}
