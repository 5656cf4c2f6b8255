package pages

import "rapporteur"

// presences are the ways to be at a meeting and not to be, in the order of legends.
var presences = []rapporteur.Presence{rapporteur.Present, rapporteur.Expected, rapporteur.Excluded, rapporteur.Declined, rapporteur.Absent, rapporteur.WalkedOut}

// presenceNames say them to people.
var presenceNames = map[rapporteur.Presence]string{rapporteur.Present: "Present", rapporteur.Expected: "Expected", rapporteur.Excluded: "Excluded",
	rapporteur.Declined: "Declined", rapporteur.Absent: "Absent", rapporteur.WalkedOut: "Walked out", "": "Not mentioned"}

// presenceShown is a presence as the part "presence" shows it.
type presenceShown struct{ Look, Name string }

func presenceOf(p rapporteur.Presence) presenceShown {
	look := string(p)
	if p == "" {
		look = "unmentioned"
	}
	return presenceShown{look, presenceNames[p]}
}

// legend are all presences.
func legend() []presenceShown {
	var out []presenceShown
	for _, p := range presences {
		out = append(out, presenceOf(p))
	}
	return append(out, presenceOf(""))
}

// attending are the actors at a meeting with a presence.
func attending(m *rapporteur.Meeting, p rapporteur.Presence) []string {
	var out []string
	for i := range m.Attendance {
		if m.Attendance[i].Presence == p {
			out = append(out, m.Attendance[i].Actor)
		}
	}
	return out
}
