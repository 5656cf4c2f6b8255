package dataset

import (
	"rapporteur"
	"rapporteur/record"
)

func (v vocabulary) meeting() []Column {
	return join([]Column{
		{"id", String, "id of the entry on the record", nil},
		{"type", String, "what sort of meeting", v.types("meeting")},
	}, when("when it was, or is to be"), []Column{
		{"status", String, "how far it has come", v.attribute("meeting", "status")},
		{"about", String, "what it is about, in the words of a report", nil},
		{"outcome", String, "what came of it, in the words of a report", nil},
		{"claimed_by", String, "the actor on whose word alone it rests", nil},
		{"there", String, "ids of who is there or expected, with semicolons between", nil},
		{"there_names", String, "their names", nil},
		{"left_out", String, "ids of who is not: excluded, declined, absent, walked out", nil},
		{"left_out_names", String, "their names", nil},
	}, placed())
}

func (m maker) meeting(e *record.Entry) Row {
	met := e.Meeting
	var there, out []string
	for _, a := range met.Attendance {
		if a.Presence.LeftOut() {
			out = append(out, a.Actor)
		} else {
			there = append(there, a.Actor)
		}
	}
	row := append(Row{e.ID, text(met.Kind)}, span(met.Date)...)
	row = append(row, text(string(met.Status)), text(string(met.About)), text(string(met.Outcome)), text(string(met.ClaimedBy)),
		list(there), named(e, there...), list(out), named(e, out...))
	return append(append(row, m.placed(met.Place)...), support(e, met.Basis)...)
}

func participantColumns() []Column {
	return []Column{
		{"meeting_id", String, "the meeting", nil},
		{"actor_id", String, "who", nil},
		{"actor_name", String, "the name", nil},
		{"for", String, "the state or body that somebody acts for", nil},
		{"for_name", String, "its name", nil},
		{"role", String, "what somebody is there", []string{string(rapporteur.Participant), string(rapporteur.Host), string(rapporteur.Mediator), string(rapporteur.Observer)}},
		{"presence", String, "whether the seat is taken", []string{string(rapporteur.Expected), string(rapporteur.Present), string(rapporteur.Excluded),
			string(rapporteur.Declined), string(rapporteur.Absent), string(rapporteur.WalkedOut)}},
		{"left_out", Boolean, "whether the seat is empty", nil},
		{"claimed_by", String, "the actor on whose word alone it rests", nil},
		{"report_id", String, "the report whose words are quoted", nil},
		{"report_url", String, "address of that report", nil},
		{"quote_start", Integer, "where the words begin in the report's text, in Unicode code points", nil},
		{"quote_end", Integer, "where they end, exclusive", nil},
		{"quote", String, "the exact words on which the row stands", nil},
	}
}

// participants gives a row for each seat of a meeting.
func participants(e *record.Entry) []Row {
	var out []Row
	for _, a := range e.Meeting.Attendance {
		quote := rapporteur.Span{}
		for _, some := range [][]rapporteur.Span{a.Evidence, e.Meeting.Evidence} {
			if len(some) > 0 {
				quote = some[0]
				break
			}
		}
		row := Row{e.ID, a.Actor, named(e, a.Actor), text(string(a.For)), named(e, string(a.For)), text(string(a.Role)), text(string(a.Presence)),
			a.Presence.LeftOut(), text(string(a.ClaimedBy))}
		out = append(out, append(row, place(e, quote)...))
	}
	return out
}
