package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

// bylineOf finds who wrote a plain text: a line "By …" near its head, or a
// line of bare names. The line itself is not the report.
func bylineOf(p *page) rapporteur.Text {
	for i := range p.blocks[:min(len(p.blocks), headDateParagraphs)] {
		b := &p.blocks[i]
		words := b.in(p.text)
		name, ok := strings.CutPrefix(words, "By ")
		if !ok || b.kind == rapporteur.Boilerplate || len(words) > 100 || !names(name) {
			continue
		}
		b.kind = rapporteur.Boilerplate
		return rapporteur.Text(name)
	}
	return ""
}

// bare reports whether a line is nothing but one to four names.
func bare(words string) bool { return len(words) <= 60 && !stopped(words) && names(words) }

// names reports whether all the words begin with a capital, but "and".
func names(words string) bool {
	n := 0
	for w := range strings.FieldsSeq(words) {
		if w == "and" || w == "for" || w == "in" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= 2
}
