package segment

import (
	"embed"
	"strings"
	"sync"
)

//go:embed tables/*.tsv
var tables embed.FS

// lexicon is the knowledge of words; it is read once and never changes.
type lexicon struct {
	abbreviations map[string]shortness
	// contractions gives the length of the first word, in bytes.
	contractions map[string]int
	prefixes, suffixes, units,
	elisions, smileys, endings,
	openers, pronouns, cues map[string]bool
}

var loadLexicon = sync.OnceValue(func() *lexicon {
	l := &lexicon{abbreviations: map[string]shortness{}, contractions: map[string]int{}}
	for _, row := range rows("abbreviations") {
		l.abbreviations[row[0]] = shortness(row[1])
	}
	for _, row := range rows("contractions") {
		first, _, _ := strings.Cut(row[1], " ")
		l.contractions[row[0]] = len(first)
	}
	sets := map[string]*map[string]bool{
		"prefix": &l.prefixes, "suffix": &l.suffixes, "unit": &l.units,
		"elision": &l.elisions, "smiley": &l.smileys, "ending": &l.endings,
		"opener": &l.openers, "pronoun": &l.pronouns, "cue": &l.cues,
	}
	for _, set := range sets {
		*set = map[string]bool{}
	}
	for _, row := range rows("words") {
		for w := range strings.FieldsSeq(row[1]) {
			(*sets[row[0]])[w] = true
		}
	}
	for w := range l.pronouns {
		l.openers[w] = true
	}
	return l
})

// rows gives the rows of a table, comments and the header left out.
func rows(table string) [][]string {
	data, err := tables.ReadFile("tables/" + table + ".tsv")
	if err != nil {
		panic("segment: " + err.Error()) // the table is embedded
	}
	var all [][]string
	for line := range strings.Lines(string(data)) {
		if line[0] != '#' && strings.TrimSpace(line) != "" {
			all = append(all, strings.Split(strings.TrimRight(line, "\n"), "\t"))
		}
	}
	return all
}

// folded is a short word in small letters, on the stack.
type folded struct {
	text   [12]byte
	length int
}

func (f *folded) bytes() []byte { return f.text[:f.length] }

// fold gives a word in small letters where it is short and ASCII.
func (l *lexicon) fold(w string) (folded, bool) {
	var f folded
	if len(w) > len(f.text) {
		return f, false
	}
	for i := range len(w) {
		c := w[i]
		if c >= 0x80 {
			return f, false
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		f.text[i] = c
	}
	f.length = len(w)
	return f, true
}
