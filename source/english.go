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

// A text of fewer words than enoughWords is not foreign for its words, and
// English has at least one grammar word in grammarShare.
const (
	enoughWords  = 25
	grammarShare = 14
)

// lettersOf counts the letters of a text, and the Latin ones among them.
func lettersOf(text string) (latin, letters int) {
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	return latin, letters
}

// foreign reports whether a text is surely not English: most of its letters
// are not Latin, or it is long and hardly has the words that carry English
// grammar.
func foreign(text string) bool {
	if latin, letters := lettersOf(text); letters == 0 || latin*2 < letters {
		return letters > 0
	}
	all, grammar := grammarOf(text)
	return all >= enoughWords && grammar*grammarShare < all
}

// grammarOf counts the words of a text, and those among them that carry English grammar.
func grammarOf(text string) (all, grammar int) {
	known := englishWords()
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		all++
		if known[strings.ToLower(w)] {
			grammar++
		}
	}
	return all, grammar
}
