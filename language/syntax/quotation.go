package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/language"
)

// Quotation is a run of text in quotation marks, the outermost ones only.
type Quotation struct {
	// Range includes the marks.
	language.Range
	// Inner is what stands between the marks.
	Inner language.Range
	// Paragraph is the index of the paragraph it stands in.
	Paragraph int
	// Unclosed says that the paragraph ends before the quotation does.
	Unclosed bool
	// Continues says that it takes up the quotation that the paragraph before
	// left open: each paragraph of a long quotation opens anew.
	Continues bool
}

// closers gives the marks that close what a mark opens. In straight marks the
// sides look alike; typists mix straight and curly ones.
var closers = map[rune]string{'"': "\"”", '“': "”\"", '„': "“”", '«': "»", '‘': "’'", '\'': "'’", '`': "'"}

// quotations finds the quotations of one paragraph.
func quotations(text string, paragraph language.Range, index int, found []Quotation) []Quotation {
	open, start, inner := rune(0), 0, 0
	marks := marksOf{text: text, paragraph: paragraph}
	emit := func(end, after int, unclosed bool) {
		if end > inner {
			found = append(found, Quotation{Range: language.Range{Start: start, End: after}, Inner: language.Range{Start: inner, End: end}, Paragraph: index, Unclosed: unclosed})
		}
		open = 0
	}
	for i := paragraph.Start; i < paragraph.End; {
		r, size := markAt(text[i:paragraph.End], open)
		if r == '”' && i == paragraph.Start {
			r = '“' // nothing is open yet: the mark is turned the wrong way
		}
		before, after := around(text, paragraph, i, size)
		switch {
		case open == 0 && closers[r] != "" && opens(r, before, after) && (!single(r) && (r != '"' || !unicode.IsSpace(after)) || marks.close(i+size, r)):
			open, start, inner = r, i, i+size
		case open != 0 && strings.ContainsRune(closers[open], r) && closes(open, r, before, after) && !marks.possessive(i+size, open, before):
			emit(i, i+size, false)
		}
		i += size
	}
	if open != 0 && !single(open) {
		end := len(strings.TrimRightFunc(text[:paragraph.End], unicode.IsSpace))
		emit(end, end, true)
	}
	return found
}

// markAt gives the rune that a text begins with and its bytes. Two apostrophes
// or two backquotes, as old wire copy and LaTeX have them, are a double mark,
// unless they close a quotation in single marks.
func markAt(text string, open rune) (mark rune, size int) {
	if !single(open) {
		switch {
		case strings.HasPrefix(text, "''"):
			return '"', 2
		case strings.HasPrefix(text, "``"):
			return '“', 2
		}
	}
	return utf8.DecodeRuneInString(text)
}

func single(mark rune) bool { return mark == '\'' || mark == '‘' || mark == '`' }

// around gives the runes before and after a mark, blanks at the edges.
func around(text string, paragraph language.Range, at, size int) (before, after rune) {
	before, after = ' ', ' '
	if at > paragraph.Start {
		before, _ = utf8.DecodeLastRuneInString(text[paragraph.Start:at])
	}
	if at+size < paragraph.End {
		after, _ = utf8.DecodeRuneInString(text[at+size : paragraph.End])
	}
	return before, after
}

// opens reports whether a mark in these surroundings can open a quotation. A
// double one may stand apart from its words, as in text printed token by token.
func opens(mark, before, after rune) bool {
	if unicode.IsSpace(after) && (single(mark) || !unicode.IsSpace(before)) {
		return false
	}
	if unicode.IsLetter(before) || unicode.IsDigit(before) {
		return false
	}
	return !single(mark) || !unicode.IsDigit(after)
}

// closes reports whether a mark closes what open has opened: an apostrophe
// inside a word does not, nor does a straight mark that leans on the word
// behind it, which opens once more what was never closed.
func closes(open, mark, before, after rune) bool {
	if single(open) {
		return !unicode.IsLetter(after) && !unicode.IsDigit(after) && !unicode.IsSpace(before)
	}
	if mark == '"' && unicode.IsSpace(before) && !unicode.IsSpace(after) {
		return false
	}
	return true
}

// Quotations finds the quotations of the paragraphs that are read.
func Quotations(doc *language.Document) []Quotation {
	var found []Quotation
	before := -1
	for i, p := range doc.Paragraphs {
		if p.Kind == rapporteur.Boilerplate {
			continue
		}
		n := len(found)
		found = quotations(doc.Text, p.Range, i, found)
		if n > 0 && len(found) > n && found[n-1].Unclosed && found[n-1].Paragraph == before {
			found[n].Continues = found[n].Start == textBegin(doc.Text, p.Range)
		}
		before = i
	}
	return found
}

// textBegin gives the first byte of a paragraph that is no white space.
func textBegin(text string, p language.Range) int {
	return p.End - len(strings.TrimLeftFunc(text[p.Start:p.End], unicode.IsSpace))
}
