package attribution

import (
	"sort"
	"strings"

	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/table"
)

// medium is a phrase that shows through what something was said.
type medium struct {
	phrase, medium string
	// rank is the phrase's place among all, the longest first.
	rank int
}

// media finds phrases by their first word and as a whole.
type media struct {
	byWord   map[string][]medium
	byPhrase map[string]string
}

func loadMedia() (*media, error) {
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
		all = append(all, medium{phrase: strings.ToLower(row.Get("phrase")), medium: row.Get("medium")})
	}
	sort.SliceStable(all, func(i, j int) bool { return len(all[i].phrase) > len(all[j].phrase) })
	m := &media{byWord: map[string][]medium{}, byPhrase: map[string]string{}}
	for i, x := range all {
		x.rank = i
		first, _, _ := strings.Cut(x.phrase, " ")
		m.byWord[first] = append(m.byWord[first], x)
		if _, ok := m.byPhrase[x.phrase]; !ok {
			m.byPhrase[x.phrase] = x.medium
		}
	}
	return m, nil
}

// mediumOf looks for the longest phrase of a medium in the words of a
// sentence that are not the content.
func (l *lexicon) mediumOf(doc *language.Document, sentence language.Sentence, content []language.Range) string {
	var b strings.Builder
	for _, t := range doc.Tokens[sentence.First:sentence.Last] {
		if !syntax.WithinAny(t.Range, content) {
			b.WriteByte(' ')
			b.WriteString(strings.ToLower(t.Form))
		}
	}
	b.WriteByte(' ')
	return l.media.longestPhrase(b.String())
}

// longestPhrase gives the medium of the longest phrase in words that blanks stand
// between, before and behind.
func (m *media) longestPhrase(words string) string {
	best := medium{rank: -1}
	for at := 1; at < len(words); at += strings.IndexByte(words[at:], ' ') + 1 {
		word, _, _ := strings.Cut(words[at:], " ")
		for _, x := range m.byWord[word] {
			if (best.rank < 0 || x.rank < best.rank) && strings.HasPrefix(words[at:], x.phrase) && !letterAt(words, at+len(x.phrase)) {
				best = x
			}
		}
	}
	return best.medium
}

// mediumNoun looks for a noun of a medium among the phrases that a cue governs,
// whatever adjectives stand before it: "in a virtual briefing".
func (l *lexicon) mediumNoun(doc *language.Document, head int, content []language.Range) string {
	for c := range doc.Children(head) {
		p := doc.Child(c, "case")
		if !doc.Tokens[c].Has("obl") || p < 0 || syntax.WithinAny(doc.Tokens[c].Range, content) {
			continue
		}
		for _, article := range [3]string{" a ", " an ", " "} {
			phrase := strings.ToLower(doc.Tokens[p].Form) + article + strings.ToLower(doc.Tokens[c].Lemma)
			if m, ok := l.media.byPhrase[phrase]; ok {
				return m
			}
		}
	}
	return ""
}

func letterAt(s string, i int) bool { return i < len(s) && s[i] != ' ' }
