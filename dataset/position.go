package dataset

import "rapporteur/record"

func (v vocabulary) position() []Column {
	var issues []string
	for _, i := range v.codes.Issues() {
		issues = append(issues, i.ID)
	}
	return join([]Column{
		{"id", String, "id of the entry on the record", nil},
		{"actor", String, "id of who wants it", nil},
		{"actor_name", String, "the name", nil},
		{"for", String, "the state or body that somebody speaks for", nil},
		{"for_name", String, "its name", nil},
		{"issue", String, "id of the issue", issues},
		{"issue_label", String, "the issue in words", nil},
		{"proposal", String, "what would be done", nil},
		{"stance", String, "towards the proposal", v.attribute("position", "stance")},
		{"direction", String, "towards what the issue names", v.attribute("position", "direction")},
		{"condition", String, "what a conditional stance depends on, in the words of the report", nil},
		{"red_line", String, "words by which the party says that it will not move", nil},
		{"claimed_by", String, "who says of another what that one wants", nil},
	}, when("when it was shown"))
}

func position(e *record.Entry) Row {
	p := e.Position
	var issue, label any
	if p.Issue != nil {
		issue, label = text(p.Issue.ID), text(p.Issue.Label)
	}
	row := Row{e.ID, text(p.Actor), named(e, p.Actor), text(string(p.For)), named(e, string(p.For)), issue, label, text(p.Proposal), text(string(p.Stance)),
		text(string(record.DirectionOf(p))), one(p.Condition), one(p.RedLine), text(string(p.ClaimedBy))}
	return append(append(row, span(p.Date)...), support(e, p.Basis)...)
}
