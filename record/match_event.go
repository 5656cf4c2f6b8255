package record

import (
	"slices"
	"strings"

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
	p.words = p.without(stems(said(e.Evidence)))
}

// without leaves out the words that other parts of the test compare: names of the
// actors, days and months.
func (p *piece) without(words map[string]bool) map[string]bool {
	for id, a := range p.cast {
		if id[0] == '~' {
			continue
		}
		for _, name := range wordsOf(a.Name) {
			for w := range words {
				if len(name) >= 4 && strings.HasPrefix(w, name[:4]) {
					delete(words, w)
				}
			}
		}
	}
	for _, w := range strings.Fields(calendar) {
		delete(words, w)
	}
	return words
}

// calendar are the stems of days and months.
const calendar = "monday tuesda wednes thursd friday saturd sunday januar februa march april june july august septem octobe novemb decemb"

// eventKeys are the type, a side and a recipient, or none, in a few days.
func (p *piece) eventKeys() []uint64 {
	var out []uint64
	kind := p.fixed.Event.Plover.Type
	for _, when := range buckets(p.when) {
		for _, a := range chosen(p.sides) {
			out = append(out, keyed(when, hash("event", kind, a)))
		}
	}
	return out
}

// sameEvent asks for the same type, days that agree, sides and recipients that
// do not differ, and words in common.
func sameEvent(a, b *piece) verdict {
	x, y := a.fixed.Event, b.fixed.Event
	sides, to := shared(a.sides, b.sides), alikeOf(a.recipients, b.recipients)
	likeness := overlap(a.words, b.words)
	gap := apart(a, b)
	_, elsewhere := placed(a, b)
	persons, others := clash(a, b, append(slices.Clone(sides), to...))
	switch {
	case x.Plover.Type != y.Plover.Type || gap > 1 || len(sides) == 0:
		return verdict{}
	case x.Plover.Mode != "" && y.Plover.Mode != "" && x.Plover.Mode != y.Plover.Mode && likeness < 0.5:
		return verdict{}
	case len(a.recipients) > 0 && len(b.recipients) > 0 && len(to) == 0 && (named(a.recipients) == named(b.recipients) || likeness < 0.5):
		return verdict{}
	case others && len(persons) == 0 || elsewhere:
		return verdict{}
	case gap == 1 && a.soon && b.soon && len(to) == 0:
		return verdict{}
	case likeness < enough(len(to) > 0, a.soon && b.soon):
		return verdict{}
	}
	return verdict{true, "event", append(because(append(sides, to...), persons, false, gap, a, b), "words in common")}
}

// enough is how many words must be the same; the less else is known the more.
func enough(recipient, dated bool) float64 {
	switch {
	case recipient:
		return 0.2
	case dated:
		return 0.25
	}
	return 0.4
}
