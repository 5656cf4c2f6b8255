package pages

import (
	"cmp"
	"slices"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// toldOf is what the reports said of a meeting, in the order in which they said it: how
// a plan was put off, or came about.
func toldOf(g *service.Gathering) table {
	type telling struct {
		entry string
		*record.Member
	}
	var all []telling
	for _, e := range append([]*record.Entry{g.Meeting}, g.Plans...) {
		for i := range e.Members {
			all = append(all, telling{e.ID, &e.Members[i]})
		}
	}
	slices.SortStableFunc(all, func(a, b telling) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Outlet, b.Outlet))
	})
	out := table{Caption: "What the reports said of the meeting, in their order",
		Columns: []column{{"Published", "day"}, {"Outlet", ""}, {"Said it was", ""}, {"For", "day"}, {"At", ""}, {"In these words", "main"}}}
	for _, m := range all {
		stands := cell{{Text: worded(string(m.Meeting.Status)), Look: string(m.Meeting.Status) + " status"}}
		for _, h := range m.Meeting.History {
			stands = append(stands, part{Text: "before: " + before(h), Look: "quiet"})
		}
		out.Rows = append(out.Rows, row{m.entry, []cell{words(export.Day(m.Published)), words(string(m.Outlet)), stands, words(export.Day(m.Meeting.Date)),
			words(placed(m.Meeting.Place)), {{Text: firstWords(m.Meeting.Evidence), Entry: m.entry}}}})
	}
	return out
}

// before is an earlier state of a plan.
func before(h rapporteur.StatusChange) string {
	out := worded(string(h.Status))
	if h.Date != "" {
		out += " for " + export.Day(h.Date)
	}
	return out
}
