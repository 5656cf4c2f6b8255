package dataset

import (
	"strings"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// when are the columns of a day.
func when(what string) []Column {
	return []Column{
		{"date", String, what + ", as exactly as the reports say, in EDTF: 2025-02-18, 2025-02, 2025-02-18/2025-02-19", nil},
		{"date_from", Date, "first day that the date may mean", nil},
		{"date_to", Date, "last day that the date may mean", nil},
	}
}

// supported are the columns that say on what an entry stands; every table of entries
// ends with them.
func supported() []Column {
	return []Column{
		{"confidence", Number, "how likely the entry is right, 0 to 1; the codebook says how it was measured", nil},
		{"rule", String, "the rule that made the entry; \"learned\" is the model", nil},
		{"sources", Integer, "independent sources: copies of one text are one, and so are the reports of one outlet; opinion pieces are none", nil},
		{"outlets", String, "who reported it, with semicolons between", nil},
		{"first_reported", Date, "day of the first report", nil},
		{"last_reported", Date, "day of the last report", nil},
		{"disputed", String, "fields on which reports disagree, with semicolons between", nil},
		{"corrected", Boolean, "whether a person corrected the entry", nil},
		{"report_id", String, "the report whose words are quoted", nil},
		{"report_url", String, "address of that report", nil},
		{"quote_start", Integer, "where the words begin in the report's text, in Unicode code points", nil},
		{"quote_end", Integer, "where they end, exclusive", nil},
		{"quote", String, "the exact words on which the entry stands", nil},
	}
}

// support gives the values of supported.
func support(e *record.Entry, b rapporteur.Basis) Row {
	quote := rapporteur.Span{}
	if len(b.Evidence) > 0 {
		quote = b.Evidence[0]
	}
	var disputed []string
	for _, d := range e.Disputes {
		disputed = append(disputed, d.Field)
	}
	return append(Row{b.Confidence, text(b.Rule), int64(e.Sources), list(e.Outlets), day(e.First), day(e.Last), list(disputed), e.IsCorrected()}, place(e, quote)...)
}

// place gives where words stand: report, address, offsets and the words.
func place(e *record.Entry, s rapporteur.Span) Row {
	row := Row{text(s.Report), nil, nil, nil, text(s.Text)}
	for i := range e.Members {
		if e.Members[i].Report == s.Report {
			row[1] = text(string(e.Members[i].URL))
			break
		}
	}
	if s.Report != "" {
		row[2], row[3] = int64(s.Start), int64(s.End)
	}
	return row
}

// text is a cell of words that come from anywhere, nil for none.
func text(words string) any {
	if words == "" {
		return nil
	}
	return export.Clean(words)
}

// list is a cell of several values.
func list(values []string) any { return text(strings.Join(values, "; ")) }

// words is a cell of several pieces of a text.
func words(spans []rapporteur.Span) any {
	var out []string
	for _, s := range spans {
		if s.Text != "" {
			out = append(out, s.Text)
		}
	}
	return text(strings.Join(out, " … "))
}

// one is a cell of a piece of a text that may be missing.
func one(s *rapporteur.Span) any {
	if s == nil {
		return nil
	}
	return text(s.Text)
}

// named is a cell of the names of actors.
func named(e *record.Entry, ids ...string) any {
	var out []string
	for _, id := range ids {
		if id != "" {
			out = append(out, nameOf(e, id))
		}
	}
	return list(out)
}

// nameOf is the name of an actor of an entry.
func nameOf(e *record.Entry, id string) string {
	if name := e.Names[id]; name != "" {
		return name
	}
	return id
}

// states is a cell of the states of actors, each once.
func states(e *record.Entry, ids ...string) any {
	var out []string
	for _, id := range ids {
		if s := stateOf(e, id); s != "" && (len(out) == 0 || out[len(out)-1] != s) {
			out = append(out, s)
		}
	}
	return list(out)
}

// stateOf gives the state or body that an actor belongs to.
func stateOf(e *record.Entry, id string) string {
	a, known := e.Cast[id]
	switch {
	case known && a.State != "":
		return string(a.State)
	case known && len(a.Roles) > 0:
		return string(a.Roles[0].For)
	case known && a.Kind == rapporteur.State:
		return id
	}
	return ""
}

// day is a cell of a day, nil for what is none.
func day(d rapporteur.Date) any {
	if _, err := time.Parse(time.DateOnly, string(d)); err != nil {
		return nil
	}
	return string(d)
}

// span gives the cells of when: a date with its first and last day.
func span(d rapporteur.Date) Row {
	if d == "" {
		return Row{nil, nil, nil}
	}
	from, to := record.Bounds(d)
	return Row{text(string(d)), day(from), day(to)}
}
