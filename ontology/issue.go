package ontology

import (
	"errors"
	"io/fs"

	"rapporteur"
	"rapporteur/table"
)

// loadIssues puts the issues of the user before the built-in ones, which they
// may replace.
func (o *Ontology) loadIssues(own []fs.FS) error {
	add := func(row table.Row) error { return o.addIssue(row) }
	for _, folder := range own {
		err := each(folder, "issues.tsv", add, "id", "group", "label", "words")
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := each(tables, "tables/issues.tsv", add); err != nil {
		return err
	}
	o.issues.index()
	return nil
}

func (o *Ontology) addIssue(row table.Row) error {
	id := row.Get("id")
	if o.issues.find(id) >= 0 {
		return nil // the user's own comes first
	}
	i := issue{Issue: rapporteur.Issue{ID: id, Label: row.Get("label")}, group: row.Get("group")}
	if id == "" || i.Label == "" {
		return row.Errorf("an issue needs an id and a label")
	}
	for _, words := range row.List("words") {
		i.phrases = append(i.phrases, phrase{words: wordsOf(words)})
	}
	i.readContrary(row)
	o.issues.list = append(o.issues.list, i)
	return nil
}

// Issues gives the issues in the order of the table.
func (o *Ontology) Issues() []rapporteur.Issue {
	out := make([]rapporteur.Issue, len(o.issues.list))
	for i := range o.issues.list {
		out[i] = o.issues.list[i].Issue
	}
	return out
}

// Issue gives an issue by its id, nil for none.
func (o *Ontology) Issue(id string) *rapporteur.Issue { return o.numbered(o.issues.find(id)) }

// GroupOf gives the heading of an issue, empty for an id that does not exist.
func (o *Ontology) GroupOf(id string) string {
	if at := o.issues.find(id); at >= 0 {
		return o.issues.list[at].group
	}
	return ""
}

// IssueOf gives the issue that the words of a proposal show: the one with the
// most words in its phrases found, and of equals the first in the table. It is
// nil where no phrase is found.
func (o *Ontology) IssueOf(proposal string) *rapporteur.Issue {
	best, most := -1, 0
	for i, n := range o.issues.shown(proposal) {
		if n > most {
			best, most = i, n
		}
	}
	return o.numbered(best)
}

// Shown gives how much each issue shows in a text: the squares of the lengths of its
// phrases.
func (o *Ontology) Shown(text string) Shown { return o.issues.shown(text) }

// Choose gives the issue that a proposal of a report is most likely on, by its words and
// by what the report is about; where none is likely, the likeliest that a phrase of the
// proposal shows, nil for none.
func (o *Ontology) Choose(proposal string, report Shown) *rapporteur.Issue {
	return o.numbered(o.issues.choose(proposal, report))
}

// NamingsOf gives where some words, in small letters, name an issue. None are found of an
// issue that names nothing which one can be for or against, as the form of talks.
func (o *Ontology) NamingsOf(id string, words []string) []Naming {
	if at := o.issues.find(id); at >= 0 {
		return o.issues.list[at].namings(words)
	}
	return nil
}

// numbered gives an issue by its number, nil for a negative one.
func (o *Ontology) numbered(at int) *rapporteur.Issue {
	if at < 0 {
		return nil
	}
	found := o.issues.list[at].Issue
	return &found
}
