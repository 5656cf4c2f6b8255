package export

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// weighty are acts of statements that a brief repeats, what binds or warns, with
// the verb that tells of it.
var weighty = map[rapporteur.Text]string{
	"threaten": "threatened", "warn": "warned", "demand": "demanded", "promise": "promised", "vow": "vowed", "refuse": "refused", "reject": "rejected",
}

// fewest words make a statement that can be understood without its report.
const fewest = 4

// said gives the statements that bind or warn, in their words, unless an event
// that was told before has shown them.
func (b *Brief) said(most int, entries []record.Entry) {
	var items []Item
	for i := range entries {
		e := &entries[i]
		if e.Statement == nil || weighty[e.Statement.Act] == "" || len(e.Statement.Speakers) == 0 || e.Statement.Confidence < 0.5 && e.Sources < 2 {
			continue
		}
		words := spoken(e.Statement)
		if len(strings.Fields(words)) < fewest || b.shows(words) {
			continue
		}
		head := list(names(e, e.Statement.Speakers)) + " " + weighty[e.Statement.Act]
		if e.Statement.Date != "" {
			head += ", " + Day(e.Statement.Date)
		}
		items = append(items, Item{Entry: e.ID, Head: head + " " + Sources(e, 2), Lines: []string{"“" + strings.Trim(words, `"“”`) + "”"}})
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

// shows reports whether the page has some words already.
func (b *Brief) shows(words string) bool {
	for _, s := range b.Sections {
		for _, item := range s.Items {
			if slices.ContainsFunc(item.Lines, func(line string) bool { return strings.Contains(line, words) }) {
				return true
			}
		}
	}
	return false
}
