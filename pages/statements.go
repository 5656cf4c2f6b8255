package pages

import (
	"net/url"
	"strings"

	"rapporteur/record"
	"rapporteur/service"
)

// statements are who said what.
var statements = listing{
	about: service.Statements, title: "Statements", path: "/statements", noun: [2]string{"statement", "statements"},
	fields:  []string{"q", "actor", "type", "since", "until", "state", "outlet", "place", "disputed", "oldest"},
	columns: []column{{"Day", "day"}, {"Who", ""}, {"What was said", "main"}, {"To", ""}, {"Sources", "day"}},
	none:    "Nobody is on the record with such a statement.",
	cells: func(e *record.Entry, _ url.Values) []cell {
		st := e.Statement
		var content []string
		for _, c := range st.Content {
			content = append(content, c.Text)
		}
		said := strings.Join(content, " … ")
		if said == "" && len(st.Evidence) > 0 {
			said = st.Evidence[0].Text
		}
		var what cell
		if st.Act != "assert" && st.Act != "report" {
			what = cell{{Text: worded(string(st.Act)), Look: "tag"}}
		}
		what = append(what, part{Text: said, Entry: e.ID})
		if st.Medium != "" {
			what = append(what, part{Text: string(st.Medium), Look: "quiet"})
		}
		return []cell{when(st.Date, e), people(e, st.Speakers, string(st.For), "speaker not clear"), what, people(e, st.Addressees, "", ""), sources(e)}
	},
}
