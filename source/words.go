package source

import (
	"strings"
	"unicode/utf8"
)

// stopped reports whether the words end as a sentence of running text does,
// or break off: ":" announces the next paragraph.
func stopped(words string) bool {
	words = strings.TrimRight(words, `"”’')]`+" ")
	if strings.HasPrefix(words, "–") || strings.HasPrefix(words, "—") {
		words = strings.TrimRight(words, "–—") // dashes on both sides adorn a heading
	}
	r, _ := utf8.DecodeLastRuneInString(words)
	return words != "" && strings.ContainsRune(".?!:;,…-–—", r)
}
