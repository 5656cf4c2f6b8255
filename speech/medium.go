package speech

import (
	"sort"
	"strings"

	"rapporteur/language"
	"rapporteur/table"
)

// medium is a phrase that shows through what something was said.
type medium struct{ phrase, medium string }

func loadMedia() ([]medium, error) {
	data, err := tables.ReadFile("tables/media.tsv")
	if err != nil {
		return nil, err
	}
	t, err := table.Parse("media.tsv", data, "phrase", "medium")
	if err != nil {
		return nil, err
	}
	var all []medium
	for _, row := range t.Rows {
		all = append(all, medium{strings.ToLower(row.Get("phrase")), row.Get("medium")})
	}
	sort.SliceStable(all, func(i, j int) bool { return len(all[i].phrase) > len(all[j].phrase) })
	return all, nil
}

// mediumOf looks for the longest phrase of a medium in the words of a
// sentence that are not the content.
func (f *Finder) mediumOf(doc *language.Document, sentence language.Sentence, content []language.Range) string {
	var b strings.Builder
	for _, t := range doc.Tokens[sentence.First:sentence.Last] {
		if !inside(t.Range, content) {
			b.WriteByte(' ')
			b.WriteString(strings.ToLower(t.Form))
		}
	}
	b.WriteByte(' ')
	words := b.String()
	for _, m := range f.media {
		if i := strings.Index(words, " "+m.phrase); i >= 0 && !letterAt(words, i+1+len(m.phrase)) {
			return m.medium
		}
	}
	return ""
}

// mediumNoun looks for a noun of a medium among the phrases that a cue governs,
// whatever adjectives stand before it: "in a virtual briefing".
func (f *Finder) mediumNoun(doc *language.Document, head int, content []language.Range) string {
	for c := range doc.Children(head) {
		p := doc.Child(c, "case")
		if !doc.Tokens[c].Has("obl") || p < 0 || inside(doc.Tokens[c].Range, content) {
			continue
		}
		for _, article := range [3]string{" a ", " an ", " "} {
			phrase := strings.ToLower(doc.Tokens[p].Form) + article + strings.ToLower(doc.Tokens[c].Lemma)
			for _, m := range f.media {
				if m.phrase == phrase {
					return m.medium
				}
			}
		}
	}
	return ""
}

func letterAt(s string, i int) bool { return i < len(s) && s[i] != ' ' }

func inside(r language.Range, parts []language.Range) bool {
	for _, p := range parts {
		if p.Contains(r) {
			return true
		}
	}
	return false
}
