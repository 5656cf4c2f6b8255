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
