package dataset

import (
	"rapporteur"
	"rapporteur/frames/attribution"
	"rapporteur/record"
)

func (v vocabulary) statement() []Column {
	acts, _ := attribution.Acts() // a table that does not load names no values
	return join([]Column{{"id", String, "id of the entry on the record", nil}}, when("when it was said"), []Column{
		{"speakers", String, "ids of whose words they are, with semicolons between", nil},
		{"speaker_names", String, "their names", nil},
		{"for", String, "the state or body in whose name it is said", nil},
		{"for_name", String, "its name", nil},
		{"mode", String, "whether the words stand in quotation marks", []string{string(rapporteur.Direct), string(rapporteur.Mixed), string(rapporteur.Indirect)}},
		{"act", String, "what is done by saying it", acts},
		{"addressees", String, "ids of whom it is said to", nil},
		{"addressee_names", String, "their names", nil},
		{"medium", String, "through what it is said", v.attribute("statement", "medium")},
		{"place", String, "where it is said", nil},
		{"anonymity", String, "words by which the speakers ask not to be named", nil},
		{"content", String, "the exact words of what is said, its parts with … between", nil},
	})
}

func statement(e *record.Entry) Row {
	s := e.Statement
	row := append(Row{e.ID}, span(s.Date)...)
	row = append(row, list(s.Speakers), named(e, s.Speakers...), text(string(s.For)), named(e, string(s.For)), text(string(s.Mode)), text(string(s.Act)),
		list(s.Addressees), named(e, s.Addressees...), text(string(s.Medium)), text(string(s.Place)), one(s.Anonymity), words(s.Content))
	return append(row, support(e, s.Basis)...)
}
