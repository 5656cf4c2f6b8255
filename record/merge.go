package record

import (
	"cmp"
	"slices"

	"rapporteur"
)

// merge makes one content of the pieces of an entry, which come in the order of
// publication, and lists what they disagree on. What a person set counts more
// than what any report says.
func merge(pieces []*piece) (Content, []Dispute) {
	var out Content
	var disputes []Dispute
	switch pieces[0].row.Kind {
	case Meeting:
		m, d := mergeMeeting(pieces)
		out.Meeting, disputes = &m, d
	case Event:
		e, d := mergeEvent(pieces)
		out.Event, disputes = &e, d
	case Statement:
		s := mergeStatement(pieces)
		out.Statement = &s
	case Position:
		p := mergePosition(pieces)
		out.Position = &p
	default:
		out.Notice = pieces[0].fixed.Notice
	}
	for _, c := range corrected(pieces) {
		out = c.apply(out)
		disputes = slices.DeleteFunc(disputes, func(d Dispute) bool { return c.Action == Set && d.Field == c.Field })
	}
	return out, disputes
}

// corrected are the corrections of some pieces, in the order of time.
func corrected(pieces []*piece) []*Correction {
	var out []*Correction
	for _, p := range pieces {
		for _, c := range p.of {
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	slices.SortFunc(out, func(a, b *Correction) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

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

// mergeEvent makes one event of what several reports say.
func mergeEvent(pieces []*piece) (rapporteur.Event, []Dispute) {
	e := *fullest(pieces).fixed.Event
	e.Modality = rapporteur.Modality(winner(poll(pieces, modality)))
	e.Date = rapporteur.Date(winner(poll(pieces, func(p *piece) string { return string(p.fixed.Event.Date) })))
	e.Place = placeOf(pieces, winner(poll(pieces, placeName)))
	e.Actors = everybody(e.Actors, pieces, func(p *piece) []string { return p.fixed.Event.Actors })
	e.Recipients = everybody(e.Recipients, pieces, func(p *piece) []string { return p.fixed.Event.Recipients })
	e.ClaimedBy = onWord(pieces, func(p *piece) rapporteur.Text { return p.fixed.Event.ClaimedBy })
	e.Hedge = onWord(pieces, func(p *piece) rapporteur.Text { return p.fixed.Event.Hedge })
	e.Evidence, e.Confidence = evidence(pieces), confidence(pieces)
	return e, eventDisputes(pieces)
}

func modality(p *piece) string { return string(p.fixed.Event.Modality) }

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

// mergeStatement takes the fullest account of the words and adds who it was said
// to.
func mergeStatement(pieces []*piece) rapporteur.Statement {
	s := *fullest(pieces).fixed.Statement
	s.Addressees = union(pieces, func(p *piece) []string { return p.fixed.Statement.Addressees })
	s.Date = rapporteur.Date(winner(poll(pieces, func(p *piece) string { return string(p.fixed.Statement.Date) })))
	s.Evidence, s.Confidence = evidence(pieces), confidence(pieces)
	return s
}

// mergePosition takes the fullest account.
func mergePosition(pieces []*piece) rapporteur.Position {
	x := *fullest(pieces).fixed.Position
	x.Date = rapporteur.Date(winner(poll(pieces, func(p *piece) string { return string(p.fixed.Position.Date) })))
	for _, p := range pieces {
		if x.Condition == nil {
			x.Condition = p.fixed.Position.Condition
		}
		if x.RedLine == nil {
			x.RedLine = p.fixed.Position.RedLine
		}
	}
	x.Evidence, x.Confidence = evidence(pieces), confidence(pieces)
	return x
}
