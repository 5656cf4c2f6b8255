package ontology

import (
	"errors"
	"io/fs"
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/table"
)

// issue is a subject of negotiation and the words that show it.
type issue struct {
	rapporteur.Issue
	group   string
	phrases [][]string
}

// phrase is words that show an issue; a last letter * stands for any ending.
type phrase struct {
	words []string
	issue int
}

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
	o.index()
	return nil
}

func (o *Ontology) addIssue(row table.Row) error {
	id := row.Get("id")
	for _, have := range o.issues {
		if have.ID == id {
			return nil // the user's own comes first
		}
	}
	i := issue{Issue: rapporteur.Issue{ID: id, Label: row.Get("label")}, group: row.Get("group")}
	if id == "" || i.Label == "" {
		return row.Errorf("an issue needs an id and a label")
	}
	for _, words := range row.List("words") {
		i.phrases = append(i.phrases, wordsOf(words))
	}
	o.issues = append(o.issues, i)
	return nil
}

// index files the phrases under their first words.
func (o *Ontology) index() {
	for i := range o.issues {
		for _, words := range o.issues[i].phrases {
			p := phrase{words, i}
			if first := words[0]; strings.HasSuffix(first, "*") {
				o.prefixes = append(o.prefixes, p)
			} else {
				o.words[first] = append(o.words[first], p)
			}
		}
	}
}

// Issues gives the issues in the order of the table.
func (o *Ontology) Issues() []rapporteur.Issue {
	out := make([]rapporteur.Issue, len(o.issues))
	for i := range o.issues {
		out[i] = o.issues[i].Issue
	}
	return out
}

// GroupOf gives the heading of an issue, empty for an id that does not exist.
func (o *Ontology) GroupOf(id string) string {
	for i := range o.issues {
		if o.issues[i].ID == id {
			return o.issues[i].group
		}
	}
	return ""
}

// IssueOf gives the issue that the words of a proposal show: the one with the
// most words in its phrases found, and of equals the first in the table. It is
// nil where no phrase is found.
func (o *Ontology) IssueOf(proposal string) *rapporteur.Issue {
	words := wordsOf(proposal)
	score := map[int]int{}
	for at := range words {
		for _, p := range o.words[words[at]] {
			o.match(score, p, words[at:])
		}
		for _, p := range o.prefixes {
			o.match(score, p, words[at:])
		}
	}
	best, most := -1, 0
	for i := range o.issues {
		if score[i] > most {
			best, most = i, score[i]
		}
	}
	if best < 0 {
		return nil
	}
	found := o.issues[best].Issue
	return &found
}

// match counts a phrase that stands at the head of some words: a longer one
// counts more than its words do one by one.
func (o *Ontology) match(score map[int]int, p phrase, words []string) {
	if len(words) < len(p.words) {
		return
	}
	for i, w := range p.words {
		if stem, open := strings.CutSuffix(w, "*"); open && strings.HasPrefix(words[i], stem) || w == words[i] {
			continue
		}
		return
	}
	score[p.issue] += len(p.words) * len(p.words)
}

// wordsOf gives the words of a text in small letters; hyphens and stars belong
// to them.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '-' && c != '*' && c != '\''
	})
}
