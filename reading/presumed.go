package reading

import (
	"math"
	"slices"

	"rapporteur"
	"rapporteur/entities"
)

// stillThere is how often the holder of an office is the one whom the tables
// last knew, within the time for which that is presumed.
const stillThere = 0.85

// doubtPresumed lowers the confidence of entries about a person whom the report
// never names, only an office that the person held when last known.
func doubtPresumed(out *rapporteur.Reading, links *entities.Links) {
	in := presumedOnly(links)
	if len(in) == 0 {
		return
	}
	doubt := func(b *rapporteur.Basis, ids ...string) {
		if slices.ContainsFunc(ids, func(id string) bool { return in[id] }) {
			b.Confidence = math.Round(100*stillThere*b.Confidence) / 100
		}
	}
	for i := range out.Statements {
		s := &out.Statements[i]
		doubt(&s.Basis, append(slices.Clone(s.Addressees), s.Speakers...)...)
	}
	for i := range out.Meetings {
		m := &out.Meetings[i]
		for _, a := range m.Attendance {
			if in[a.Actor] {
				doubt(&m.Basis, a.Actor)
				break
			}
		}
	}
	for i := range out.Events {
		e := &out.Events[i]
		doubt(&e.Basis, append(slices.Clone(e.Actors), e.Recipients...)...)
	}
	for i := range out.Positions {
		doubt(&out.Positions[i].Basis, out.Positions[i].Actor)
	}
}

// presumedOnly gives the actors who are presumed to be meant by an office and
// named nowhere.
func presumedOnly(links *entities.Links) map[string]bool {
	in, named := map[string]bool{}, map[string]bool{}
	for i := range links.Mentions() {
		m := links.Mention(i)
		if m.Actor < 0 {
			continue
		}
		id := links.Actor(m.Actor).ID
		in[id] = in[id] || m.Presumed
		named[id] = named[id] || m.Form == entities.ByProperName
	}
	for id := range in {
		if !in[id] || named[id] {
			delete(in, id)
		}
	}
	return in
}
