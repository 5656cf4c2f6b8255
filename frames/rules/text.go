package rules

import (
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// text is an analysed text with what is known of it before its frames are found. It
// is not changed.
type text struct {
	doc        *language.Document
	statements []frames.Frame
	quotations []syntax.Quotation
	// sources are who says each token, -1 for the reporter.
	sources []int
	told    tellings
	actors  Actors
	lexicon *lexicon
}
