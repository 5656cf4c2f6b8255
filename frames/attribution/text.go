package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// text is an analysed text with its quotations and the lexicon that it is read by. What
// asks it writes nothing into it.
type text struct {
	*lexicon
	doc        *language.Document
	quotations []syntax.Quotation
	quoted     syntax.Quoted
}

func newText(l *lexicon, doc *language.Document) *text {
	quotations := syntax.Quotations(doc)
	return &text{l, doc, quotations, syntax.QuotedTokens(doc, quotations)}
}
