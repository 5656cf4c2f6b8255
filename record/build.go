package record

import (
	"slices"

	"rapporteur"
)

// build makes an entry of its pieces, of which there is at least one.
func build(row EntryRow, pieces []*piece) Entry {
	byDay(pieces)
	content, disputes := merge(pieces)
	out := Entry{ID: row.ID, Kind: row.Kind, Content: content, Disputes: disputes, Sources: sources(pieces),
		Outlets: outlets(pieces)}
	out.Names, out.Cast = castIn(content, pieces)
	if out.Disputes == nil {
		out.Disputes = []Dispute{}
	}
	for _, p := range pieces {
		if out.First == "" {
			out.First = p.Published
		}
		out.Last = p.Published
		m := p.Member
		m.Wire = p.report.Wire
		out.Members = append(out.Members, m)
	}
	for _, c := range corrected(pieces) {
		out.Corrected = append(out.Corrected, c.called())
	}
	return out
}

// outlets are those that carried a report of the pieces, by name.
func outlets(pieces []*piece) []string {
	out := []string{}
	for _, p := range pieces {
		for _, a := range p.report.stood() {
			if a.Outlet != "" {
				out = append(out, string(a.Outlet))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// castIn gives the names of the actors of a content, and who they are by the first
// report that names them.
func castIn(c Content, pieces []*piece) (map[string]string, map[string]rapporteur.Actor) {
	names, cast := map[string]string{}, map[string]rapporteur.Actor{}
	for _, id := range c.actors() {
		names[id] = id
		for _, p := range pieces {
			if a, ok := p.cast[id]; ok && a.Name != "" {
				names[id], cast[id] = a.Name, a
				break
			}
		}
	}
	return names, cast
}

// sortDay is the day by which entries are put in order: when it was, or else
// when it was first reported.
func (e *Entry) sortDay() int {
	for _, d := range []rapporteur.Date{e.date(), e.First} {
		if on, ok := daysOf(d); ok {
			if on.from == farPast {
				return on.to
			}
			return on.from
		}
	}
	return 0
}

// date is the date of the entry's content.
func (c Content) date() rapporteur.Date {
	switch {
	case c.Statement != nil:
		return c.Statement.Date
	case c.Meeting != nil:
		return c.Meeting.Date
	case c.Event != nil:
		return c.Event.Date
	case c.Position != nil:
		return c.Position.Date
	}
	return ""
}
