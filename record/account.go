package record

import (
	"cmp"
	"rapporteur"
	"slices"
)

// byDay puts pieces in the order of publication.
func byDay(pieces []*piece) {
	slices.SortFunc(pieces, func(a, b *piece) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.report.standing(), b.report.standing()), cmp.Compare(a.ID, b.ID))
	})
}

// fullest is the piece that says most: the surest, then the one with most words.
func fullest(pieces []*piece) *piece {
	return slices.MaxFunc(pieces, func(a, b *piece) int {
		return cmp.Or(cmp.Compare(a.basis().Confidence, b.basis().Confidence), cmp.Compare(len(a.words), len(b.words)),
			cmp.Compare(b.report.standing(), a.report.standing()))
	})
}

// basis is what the piece stands on.
func (p *piece) basis() rapporteur.Basis {
	switch c := p.fixed; {
	case c.Meeting != nil:
		return c.Meeting.Basis
	case c.Event != nil:
		return c.Event.Basis
	case c.Statement != nil:
		return c.Statement.Basis
	case c.Position != nil:
		return c.Position.Basis
	case c.Notice != nil:
		return rapporteur.Basis{Evidence: c.Notice.Evidence}
	}
	return rapporteur.Basis{}
}

// evidence joins the evidence of pieces.
func evidence(pieces []*piece) []rapporteur.Span {
	var out []rapporteur.Span
	for _, p := range pieces {
		for _, e := range p.basis().Evidence {
			if !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	return out
}

// confidence is that of the surest report.
func confidence(pieces []*piece) float64 {
	most := 0.0
	for _, p := range pieces {
		most = max(most, p.basis().Confidence)
	}
	return most
}

// onWord is the actor on whose word alone all pieces rest, empty where one report
// says it itself or they rest on different words.
func onWord(pieces []*piece, claimed func(*piece) rapporteur.Text) rapporteur.Text {
	out := claimed(pieces[0])
	for _, p := range pieces {
		if claimed(p) != out {
			return ""
		}
	}
	return out
}

// everybody gives the actors of all pieces after some of them. One that no table knows
// is left out if another is called alike: 17 sailors beside the 24 sailors.
func everybody(first []string, pieces []*piece, actors func(*piece) []string) []string {
	out := slices.Clone(first)
	for _, a := range union(pieces, actors) {
		if !slices.Contains(out, a) && (a[0] != '~' || len(alikeOf(out, []string{a})) == 0) {
			out = append(out, a)
		}
	}
	return out
}

// union gives the values of all pieces, each once.
func union(pieces []*piece, values func(*piece) []string) []string {
	out := []string{}
	for _, p := range pieces {
		for _, v := range values(p) {
			if !slices.Contains(out, v) {
				out = append(out, v)
			}
		}
	}
	return out
}
