package entities_test

import (
	"strings"

	"rapporteur/entities"
	"rapporteur/language"
)

// referentOf gives the id of the actor that the noun phrase stands for whose head is
// the last of some words of a text. With "words#2" it is the second place where they
// stand.
func referentOf(doc *language.Document, links *entities.Links, words string) string {
	words, nth, _ := strings.Cut(words, "#")
	end, seen := 0, 1
	if nth != "" {
		seen = int(nth[0] - '0')
	}
	for range seen {
		next := strings.Index(doc.Text[end:], words)
		if next < 0 {
			return "not in the text"
		}
		end += next + len(words)
	}
	for i, token := range doc.Tokens {
		if token.End != end {
			continue
		}
		if a := links.Referent(i); a >= 0 {
			return links.Actor(a).ID
		}
	}
	return "nobody"
}
