package record

import (
	"strings"

	"rapporteur"
)

// traceStatement finds speakers, days and the runs of words of a statement.
func (p *piece) traceStatement(s *rapporteur.Statement) {
	for _, a := range s.Speakers {
		p.sides = append(p.sides, p.name(a))
	}
	p.on(s.Date)
	words := wordsOf(said(s.Content))
	p.words = stems(strings.Join(words, " "))
	p.shingles = map[uint64]bool{}
	for _, h := range shinglesOf(words) {
		p.shingles[h] = true
	}
}

// fingerprints is the number of keys that a statement's words give; of a long one the
// least are taken.
const fingerprints = 6

// repeated is the number of days for which a quotation is repeated.
const repeated = 3

// statementKeys are a speaker, some days and a run of words.
func (p *piece) statementKeys() []uint64 {
	var out []uint64
	chosen := winnow(shinglesOf(wordsOf(said(p.fixed.Statement.Content))), 5)
	for _, when := range spread(p.when, (repeated+1)/2, 2*repeated) {
		for _, speaker := range p.sides {
			with := hash("statement", speaker)
			for _, h := range least(chosen, fingerprints) {
				out = append(out, keyed(when, mix(h)^with))
			}
		}
	}
	return out
}

// sameStatement asks for a speaker in common and the same words, within a week.
func sameStatement(a, b *piece) verdict {
	speakers := shared(a.sides, b.sides)
	short := min(len(a.shingles), len(b.shingles))
	limit := 0.6
	if short < 3 {
		limit = 1 // a few words must all be there
	}
	gap := apart(a, b)
	switch {
	case len(speakers) == 0 || len(a.words) < 2 || len(b.words) < 2:
		return verdict{}
	case gap > repeated || gap > 1 && a.soon && b.soon:
		return verdict{}
	case overlap(a.shingles, b.shingles) < limit:
		return verdict{}
	}
	return verdict{true, "statement", []string{"speaker " + strings.Join(speakers, ", "), "the same words", whenWords(a, b, min(gap, 1))}}
}
