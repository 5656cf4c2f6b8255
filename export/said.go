package export

import (
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// weighty are acts of statements that a brief repeats: what binds or warns.
var weighty = map[rapporteur.Text]bool{
	"threaten": true, "warn": true, "demand": true, "promise": true, "vow": true, "refuse": true, "reject": true,
}

// fewest words make a statement that can be understood without its report.
const fewest = 4

// said gives the statements that bind or warn, in the whole sentence that reports
// them, unless something that was told before has shown it. Speakers must be known by
// name: what "officials" warn of is no news.
func (b *Brief) said(most int, entries []record.Entry) {
	var items []Item
	seen := map[string]bool{}
	for i := range entries {
		e := &entries[i]
		if e.Statement == nil || !weighty[e.Statement.Act] || !allNamed(e, e.Statement.Speakers) || e.Statement.Confidence < 0.5 && e.Sources < 2 {
			continue
		}
		words, whole := spoken(e.Statement), firstWords(e.Statement.Evidence)
		if whole == "" {
			whole = "“" + words + "”"
		}
		if len(strings.Fields(words)) < fewest || b.shows(words) || seen[whole] {
			continue
		}
		seen[whole] = true
		head := list(names(e, e.Statement.Speakers)) + " " + told(string(e.Statement.Act))
		if day := e.Statement.Date; day != "" && day <= e.Last {
			head += ", " + Day(day)
		}
		items = append(items, Item{Entry: e.ID, Head: head + " " + Sources(e, 2), Lines: []string{whole}})
	}
	b.add("Said", items, most)
}

// spoken gives the words of a statement on one line.
func spoken(s *rapporteur.Statement) string {
	parts := make([]string, len(s.Content))
	for i, c := range s.Content {
		parts[i] = c.Text
	}
	return oneLine(strings.Join(parts, " … "))
}
