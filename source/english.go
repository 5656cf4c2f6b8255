package source

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"rapporteur/table"
)

//go:embed english.tsv
var englishTable []byte

var englishWords = sync.OnceValue(func() map[string]bool {
	t, err := table.Parse("english.tsv", englishTable, "word")
	if err != nil {
		panic(err) // the table is part of the program; a test reads it
	}
	words := map[string]bool{}
	for _, row := range t.Rows {
		words[row.Get("word")] = true
	}
	return words
})

// A text of fewer words than enoughWords is not refused for its language, and
// English has at least one grammar word in grammarShare.
const (
	enoughWords  = 25
	grammarShare = 14
)

// foreign reports whether a text is surely not English: most of its letters
// are not Latin, or it is long and hardly has the words that carry English
// grammar.
func foreign(text string) bool {
	latin, letters := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	if letters == 0 || latin*2 < letters {
		return letters > 0
	}
	all, grammar := 0, 0
	known := englishWords()
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		all++
		if known[strings.ToLower(w)] {
			grammar++
		}
	}
	return all >= enoughWords && grammar*grammarShare < all
}
