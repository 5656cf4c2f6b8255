package export

import (
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// absences are the ways not to be at a meeting, in the order in which they are told.
var absences = []struct {
	presence rapporteur.Presence
	words    string
}{
	{rapporteur.Excluded, "not invited"}, {rapporteur.Declined, "declined"}, {rapporteur.Absent, "absent"}, {rapporteur.WalkedOut, "walked out"},
}

// missing says whose seats are empty at a meeting, and why: "Ana and Bo not
// invited, Cy absent".
func missing(e *record.Entry) string {
	var parts []string
	for _, a := range absences {
		if who := away(e, a.presence); len(who) > 0 {
			parts = append(parts, list(who)+" "+a.words)
		}
	}
	return strings.Join(parts, ", ")
}

func away(e *record.Entry, p rapporteur.Presence) []string {
	var who []string
	for _, a := range e.Meeting.Attendance {
		if a.Presence == p {
			who = append(who, called(e, a.Actor))
		}
	}
	return who
}

// leftOut says who was missing where, with the words that say so: of a meeting
// that many report it is often one outlet alone that tells who was not asked.
func (b *Brief) leftOut(most int, entries []record.Entry) {
	var items []Item
	for i := range entries {
		e := &entries[i]
		if e.Meeting == nil || missing(e) == "" {
			continue
		}
		item := Item{Entry: e.ID, Head: missing(e) + ": " + gathering(e) + " " + Sources(e, 2)}
		if words := missed(e.Meeting); words != "" {
			item.Lines = []string{"“" + words + "”"}
		}
		items = append(items, item)
	}
	b.add("Left out", items, most)
}

// missed gives the first words that say that somebody is not there.
func missed(m *rapporteur.Meeting) string {
	for _, a := range m.Attendance {
		if !a.Presence.LeftOut() {
			continue
		}
		for _, s := range a.Evidence {
			if s.Text != "" {
				return oneLine(s.Text)
			}
		}
	}
	return ""
}

// gathering names a meeting by its place and day, or where they are not known by
// those who were there.
func gathering(e *record.Entry) string {
	m := e.Meeting
	if m.Place == nil && m.Date == "" {
		return Phrase(e)
	}
	b := "meeting"
	if m.Kind != "" && m.Kind != "other" {
		b = m.Kind
	}
	if m.Place != nil {
		b += " in " + m.Place.Name
	}
	if m.Date != "" {
		b += ", " + Day(m.Date)
	}
	return b
}
