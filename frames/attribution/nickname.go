package attribution

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// WithoutNames takes out of statements what is quoted because somebody is called so: "a
// smuggler who goes by the name “Wolf”". A statement of nothing else is dropped.
func (r *Reader) WithoutNames(doc *language.Document, said []frames.Frame) []frames.Frame {
	out := make([]frames.Frame, 0, len(said))
	for _, f := range said {
		isName := func(x frames.Filler) bool { return x.Role == frames.Content && r.lexicon.calls(doc, x.Tokens) }
		if slices.ContainsFunc(f.Fillers, isName) {
			f.Fillers = slices.DeleteFunc(slices.Clone(f.Fillers), isName)
			if len(f.Of(frames.Content)) == 0 {
				continue
			}
		}
		out = append(out, f)
	}
	return out
}

// longestName is how many words a nickname has at most.
const longestName = 3

// calls reports whether quoted words are a name that the word before them gives: one in
// capitals, but for an article.
func (l *lexicon) calls(doc *language.Document, words frames.Tokens) bool {
	first, last := words.First, words.Last
	if first == 0 || last > len(doc.Tokens) || !syntax.QuotationMark(doc.Tokens[first]) || !l.inClass(doc.Tokens[first-1].Lemma, "naming") {
		return false
	}
	n := 0
	for _, t := range doc.Tokens[first:last] {
		c, _ := utf8.DecodeRuneInString(t.Form)
		switch {
		case t.UPOS == "PUNCT", t.UPOS == "DET":
		case unicode.IsUpper(c) || unicode.IsDigit(c):
			n++
		default:
			return false
		}
	}
	return n > 0 && n <= longestName
}
