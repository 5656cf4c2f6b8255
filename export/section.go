package export

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// Brief is a page for somebody who has two minutes: what is new on the record,
// the most important first, each line with its source.
type Brief struct {
	Since, Until rapporteur.Date
	// About names the actors, issues or dossier that it is limited to.
	About    string
	Reports  int
	Entries  []record.Entry
	Shifts   []record.Shift
	Sections []Section
}

// Section is a heading with its lines; More counts those that were left out.
type Section struct {
	Name  string `json:"name"`
	Items []Item `json:"items"`
	More  int    `json:"more"`
}

func (b *Brief) add(name string, items []Item, most int) {
	if len(items) == 0 {
		return
	}
	s := Section{Name: name, Items: items}
	if len(items) > most {
		s.Items, s.More = items[:most], len(items)-most
	}
	b.Sections = append(b.Sections, s)
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
