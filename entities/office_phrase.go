package entities

import (
	"slices"
	"strings"

	"rapporteur/entities/knowledge"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// officePhrase is an office phrase of the text with what stands around it.
type officePhrase struct {
	First, Last int
	senses      []knowledge.OfficeSense
	// actor is the state or body that the words around it give, nil for none.
	actor  *knowledge.Actor
	former bool
	plural bool
	// name is the index of the person's name that the phrase goes with, -1 for
	// none.
	name int
}

// officeFinder finds office phrases and whom they are held for.
type officeFinder struct{ *discourse }

// find finds the office phrases and whom they are held for.
func (f officeFinder) find() {
	for i := 0; i < len(f.doc.Tokens); {
		p, ok := f.officeAt(i)
		if !ok {
			i++
			continue
		}
		p.actor, p.former = f.heldFor(p)
		f.offices.add(p)
		i = p.Last
	}
}

// officeAt matches the longest office phrase that begins at a token.
func (f officeFinder) officeAt(i int) (officePhrase, bool) {
	if len(f.words[i]) == 0 {
		return officePhrase{}, false
	}
	longest := f.base.Offices().Longest(f.words[i][0])
	end := syntax.Sentence(f.doc, i).Last
	var room [64]byte
	key := room[:0]
	var best officePhrase
	n := 0
	for t := i; t < end && n < longest; t++ {
		if len(f.words[t]) == 0 && f.doc.Tokens[t].Form != "-" {
			break
		}
		for _, w := range f.words[t] {
			if n > 0 {
				key = append(key, ' ')
			}
			key = append(key, w...)
			n++
		}
		if senses := f.base.Offices().Called(key); senses != nil {
			best = officePhrase{First: i, Last: t + 1, senses: senses, plural: senses[0].Plural, name: -1}
		}
	}
	if best.Last == 0 || !f.nominal(best) {
		return officePhrase{}, false
	}
	return best, true
}

// nominal reports whether a phrase is used as a noun: "lead" and "general" are
// also a verb and an adjective.
func (f officeFinder) nominal(p officePhrase) bool {
	t := f.doc.Tokens[p.Last-1]
	return t.UPOS == "NOUN" || t.UPOS == "PROPN"
}

// heldFor looks for the state or body of an office before the phrase ("the
// Russian", "Hamas", "Israel's") and behind it ("of Ukraine", "for NATO").
func (f officeFinder) heldFor(p officePhrase) (*knowledge.Actor, bool) {
	former := false
	var actor *knowledge.Actor
	begin := syntax.Sentence(f.doc, p.First).First
	for i := p.First - 1; i >= begin && i >= p.First-8; i-- {
		t := f.doc.Tokens[i]
		if w := strings.ToLower(t.Form); w == "former" || w == "ex" || w == "then" || w == "late" {
			former = true
			continue
		}
		if senses, n := f.lookup(i); actor == nil && n > 0 && i+n <= p.First && !interrupted(f.doc, i+n, p.First) {
			if whole, m := f.lookup(max(begin, i-1)); m > 1 && i-1+m >= i+n {
				senses = whole // North Korea, not Korea
			}
			actor = knowledge.OfficeHolder(senses)
		}
		if !modifies(t) {
			break
		}
	}
	if actor == nil {
		actor = f.ofBehind(p)
	}
	return actor, former
}

// modifies reports whether a token may stand between a state and the office.
func modifies(t language.Token) bool {
	switch t.UPOS {
	case "ADJ", "PROPN", "NOUN", "PART", "ADV", "X":
		return true
	}
	return t.Form == "-"
}

// interrupted reports whether something other than words of the same noun phrase
// stands between two tokens.
func interrupted(doc *language.Document, from, to int) bool {
	for i := from; i < to; i++ {
		if !modifies(doc.Tokens[i]) {
			return true
		}
	}
	return false
}

// ofBehind reads the state or body behind an office, "of Ukraine", "for Nato", or the
// state of the province that is named there.
// Behind an envoy "for" and "to" lead to those whom he is sent to.
func (f officeFinder) ofBehind(p officePhrase) *knowledge.Actor {
	at, end := p.Last, len(f.doc.Tokens)
	if at >= end || !slices.Contains([]string{"of", "for", "to", "at"}, f.doc.Tokens[at].Lemma) {
		return nil
	}
	if f.doc.Tokens[at].Lemma != "of" && p.sent() {
		return nil
	}
	at++
	for at < end && f.doc.Tokens[at].UPOS == "DET" {
		at++
	}
	if at >= end {
		return nil
	}
	senses, n := f.lookup(at)
	if n == 0 && at+1 < end && f.doc.Tokens[at].UPOS == "ADJ" {
		senses, n = f.lookup(at + 1) // of the elite Guards
	}
	if n == 0 {
		return nil
	}
	if of := knowledge.OfficeHolder(senses); of != nil {
		return of
	}
	of, _ := f.provinceAt(at) // the governor of Texas
	return of
}

// sent reports whether a phrase names an envoy or ambassador.
func (p *officePhrase) sent() bool { return p.senses[0].Sent || p.senses[0].ID == "ambassador" }
