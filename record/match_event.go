package record

import (
	"slices"

	"rapporteur"
)

// traceEvent finds both lists of sides, place, days and words of an event.
func (p *piece) traceEvent(e *rapporteur.Event) {
	for _, a := range e.Actors {
		p.take(a, "", &p.sides)
	}
	for _, a := range e.Recipients {
		p.take(a, "", &p.recipients)
	}
	if e.Place != nil {
		p.place, p.country = fold(e.Place.Name), string(e.Place.Country)
	}
	p.on(e.Date)
	p.words = stems(said(e.Evidence))
}

// on sets the day of something that, without a date, was told as it happened.
func (p *piece) on(d rapporteur.Date) {
	if on, ok := daysOf(d); ok {
		p.when, p.dated = []days{on}, true
	} else if p.published != 0 {
		p.when = []days{{p.published - 1, p.published}}
	}
	p.bound()
}

// eventKeys are the type, a side and a recipient, or none, in a few days.
func (p *piece) eventKeys() []uint64 {
	var out []uint64
	kind := p.fixed.Event.Plover.Type
	for _, when := range buckets(p.when) {
		for _, a := range chosen(p.sides) {
			out = append(out, hash("event", kind, a, when))
		}
	}
	return out
}

// sameEvent asks for the same type, days that agree, sides and recipients that
// do not differ, and words in common.
func sameEvent(a, b *piece) verdict {
	x, y := a.fixed.Event, b.fixed.Event
	sides, to := shared(a.sides, b.sides), shared(a.recipients, b.recipients)
	gap := apart(a, b)
	_, elsewhere := placed(a, b)
	persons, others := clash(a, b, append(slices.Clone(sides), to...))
	switch {
	case x.Plover.Type != y.Plover.Type || gap > 1 || len(sides) == 0:
		return verdict{}
	case x.Plover.Mode != "" && y.Plover.Mode != "" && x.Plover.Mode != y.Plover.Mode:
		return verdict{}
	case len(a.recipients) > 0 && len(b.recipients) > 0 && len(to) == 0:
		return verdict{}
	case others && len(persons) == 0 || elsewhere:
		return verdict{}
	case gap == 1 && (a.soon && b.soon):
		return verdict{}
	case overlap(a.words, b.words) < likeness(len(to) > 0, a.soon && b.soon):
		return verdict{}
	}
	return verdict{true, "event", append(because(append(sides, to...), persons, false, gap, a, b), "words in common")}
}

// likeness is how many words must be the same; the less else is known the more.
func likeness(recipient, dated bool) float64 {
	switch {
	case recipient && dated:
		return 0.3
	case recipient || dated:
		return 0.4
	}
	return 0.5
}
