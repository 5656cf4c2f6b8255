package record

import (
	"cmp"
	"slices"

	"rapporteur"
)

// merge makes one content of the pieces of an entry, which come in the order of
// publication, and lists what they disagree on. What a person set counts more
// than what any report says.
func merge(all []*piece) (Content, []Dispute) {
	pieces := factual(all)
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
	for _, c := range corrected(all) {
		out = c.apply(out)
		disputes = slices.DeleteFunc(disputes, func(d Dispute) bool { return c.Action == Set && d.Field == c.Field })
	}
	if out.Position != nil {
		x := *out.Position
		x.Direction = DirectionOf(&x)
		out.Position = &x
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
		if x.Direction == "" {
			x.Direction = p.fixed.Position.Direction
		}
	}
	x.ClaimedBy = onWord(pieces, func(p *piece) rapporteur.Text { return p.fixed.Position.ClaimedBy })
	x.Evidence, x.Confidence = evidence(pieces), confidence(pieces)
	return x
}
