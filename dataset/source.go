package dataset

import (
	"time"

	"rapporteur"
	"rapporteur/record"
)

func sourceColumns() []Column {
	return []Column{
		{"entry_id", String, "id of the event, meeting, statement or position", nil},
		{"kind", String, "what it is", []string{string(record.Event), string(record.Meeting), string(record.Statement), string(record.Position)}},
		{"report_id", String, "the report", nil},
		{"reading_id", String, "id of what was read there", nil},
		{"outlet", String, "who published it", nil},
		{"published", Date, "day of publication", nil},
		{"report_url", String, "address of the report", nil},
		{"copy_of", String, "the same for reports that are copies of one text", nil},
		{"quote_start", Integer, "where the words begin in the report's text, in Unicode code points", nil},
		{"quote_end", Integer, "where they end, exclusive", nil},
		{"quote", String, "the exact words", nil},
	}
}

// sources gives a row for each report behind an entry.
func sources(e *record.Entry) []Row {
	var out []Row
	for i := range e.Members {
		m := &e.Members[i]
		row := Row{e.ID, string(e.Kind), m.Report, m.ID, text(string(m.Outlet)), day(m.Published), text(string(m.URL)), text(m.Wire), nil, nil, nil}
		if quotes := m.Evidence(); len(quotes) > 0 {
			row[8], row[9], row[10] = int64(quotes[0].Start), int64(quotes[0].End), text(quotes[0].Text)
		}
		out = append(out, row)
	}
	return out
}

func actorColumns() []Column {
	return []Column{
		{"id", String, "ISO 3166-1 alpha-3 code of a state, short name of a well-known body, else readable words; ~ before an actor that no table knows", nil},
		{"name", String, "the name", nil},
		{"kind", String, "what sort of actor", []string{string(rapporteur.State), string(rapporteur.Person), string(rapporteur.Organisation), string(rapporteur.Group),
			string(rapporteur.Collective), string(rapporteur.Unnamed)}},
		{"state", String, "the state or body that the actor belongs to", nil},
		{"known", Boolean, "whether a table of the program or of the user has the actor", nil},
		{"entries", Integer, "entries of the whole record that name the actor", nil},
	}
}

func actor(p *record.Party) Row {
	return Row{p.ID, text(p.Name), text(string(p.Kind)), text(string(p.State)), p.Known, int64(p.Entries)}
}

func reportColumns() []Column {
	return []Column{
		{"id", String, "hash of the text; behind an @ the mark of a further place where it stood", nil},
		{"published", Date, "day of publication", nil},
		{"outlet", String, "who published it", nil},
		{"title", String, "title", nil},
		{"byline", String, "authors", nil},
		{"url", String, "address", nil},
		{"language", String, "ISO 639-1 code of the language", nil},
		{"genre", String, "kind of article", []string{string(rapporteur.News), string(rapporteur.Opinion), string(rapporteur.Interview), string(rapporteur.Live), string(rapporteur.Communique), string(rapporteur.Other)}},
		{"arrived", String, "when the record first saw it, as RFC 3339 has it", nil},
		{"copy_of", String, "the same for reports that are copies of one text", nil},
		{"superseded_by", String, "id of the later version of the same article", nil},
		{"statements", Integer, "statements on the record of which it tells", nil},
		{"meetings", Integer, "meetings", nil},
		{"events", Integer, "events", nil},
		{"positions", Integer, "positions", nil},
	}
}

func report(r *record.Report) Row {
	return Row{r.ID, day(r.Published), text(string(r.Outlet)), text(string(r.Title)), text(string(r.Byline)), text(string(r.URL)), text(string(r.Language)), text(string(r.Genre)),
		r.Arrived.UTC().Format(time.RFC3339), text(r.Wire), text(r.SupersededBy),
		int64(r.Entries[record.Statement]), int64(r.Entries[record.Meeting]), int64(r.Entries[record.Event]), int64(r.Entries[record.Position])}
}
