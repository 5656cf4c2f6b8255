package entities

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
)

// afterDateline are the signs behind the place of a dateline, or before the agency.
var afterDateline = []string{"-", "--", "–", "—", "("}

// implicitState gives the state whose organs and offices a report need not name one for:
// that of its dateline, else the one that it is about. Nil where it is about
// several.
func (d *discourse) implicitState() *knowledge.Actor {
	if k := d.dateline(); k != nil {
		return k
	}
	return d.subject()
}

// A report is about a state that it names alone, and not only as what something
// is done to, or about the one that has this
// part of at least so many mentions of states, their people and organs.
const (
	subjectShare    = 0.8
	subjectMentions = 4
)

// dateline gives the state of the place in the dateline, where the report names
// that state besides. Nil without a dateline.
func (d *discourse) dateline() *knowledge.Actor {
	if d.datelines == nil {
		d.datelines = d.placesOfDatelines()
	}
	for _, country := range d.datelines {
		if d.byID(country) >= 0 {
			return d.base.Actor(country)
		}
	}
	return nil
}

// placesOfDatelines gives the states of the places in datelines, each once.
func (d *discourse) placesOfDatelines() []string {
	countries := []string{}
	for _, s := range d.doc.Sentences {
		m := d.mentionAt(s.First)
		if m == nil || m.Place == nil || m.Last >= len(d.doc.Tokens) || !slices.Contains(afterDateline, d.doc.Tokens[m.Last].Form) {
			continue
		}
		form, country := d.doc.Tokens[m.First].Form, string(m.Place.Country)
		if form == strings.ToUpper(form) && !slices.Contains(countries, country) {
			countries = append(countries, country)
		}
	}
	return countries
}

// subject gives the state that a report is about, nil for none.
func (d *discourse) subject() *knowledge.Actor {
	all, most, best := 0, &mentioned{}, -1
	for id, m := range d.share.of {
		i := d.byID(id)
		if i < 0 || d.actor(i).Kind != rapporteur.State {
			continue
		}
		all += m.times
		if m.times > most.times {
			most, best = m, i
		}
	}
	if best < 0 || most.acting == 0 || most.times < all && (most.times < subjectMentions || float64(most.times) < subjectShare*float64(all)) {
		return nil
	}
	return d.actor(best).Known
}
