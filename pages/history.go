package pages

import (
	"rapporteur/export"
	"rapporteur/record"
)

// change is one thing that happened to an entry.
type change struct {
	At   string
	What string
	By   string
	// Entry is the other entry of a merge or split.
	Entry string
}

// happened say what a change is.
var happened = map[string]string{"minted": "came to the record", "joined": "was told of by another report", "left": "lost a report", "merged": "took in another entry",
	"split": "was split", "superseded": "became part of another entry", "corrected": "was corrected", "removed": "a report was removed"}

// historyOf shows what happened to an entry.
func historyOf(changes []record.Change) []change {
	var out []change
	for i := range changes {
		c := &changes[i]
		one := change{At: c.At.Format("2 Jan 2006 15:04"), What: happened[c.What], By: c.By, Entry: c.Entry}
		if one.What == "" {
			one.What = c.What
		}
		if c.Correction != nil {
			one.What += ": " + c.Correction.String()
		}
		if c.Outlet != "" {
			one.What += ", " + string(c.Outlet)
			if c.Published != "" {
				one.What += ", " + export.Day(c.Published)
			}
		}
		out = append(out, one)
	}
	return out
}
