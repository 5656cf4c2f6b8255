package syntax

import "rapporteur/language"

// Tensed reports whether a word has the form of a verb in the past or present
// tense. The past of most verbs looks like their participle.
func Tensed(t language.Token) bool {
	return t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP"
}

// SurelyFinite reports whether a word has a form that is never a participle or an
// infinitive: a modal, a third person of the present, an auxiliary in the past.
func SurelyFinite(t language.Token) bool {
	return t.XPOS == "MD" || t.XPOS == "VBZ" || t.XPOS == "VBD" && t.UPOS == "AUX"
}

// Present reports whether a word is a verb in the present tense.
func Present(t language.Token) bool { return t.XPOS == "VBZ" || t.XPOS == "VBP" }

// Nominal reports whether a word is a noun or a name.
func Nominal(t language.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// Plural reports whether a word is a noun or a name in the plural.
func Plural(t language.Token) bool { return t.XPOS == "NNS" || t.XPOS == "NNPS" }

// RelativePronoun reports whether a word is "who", "which", "what" or a "that"
// which stands for a noun.
func RelativePronoun(t language.Token) bool { return t.XPOS == "WP" || t.XPOS == "WDT" }

// QuotationMark reports whether a word opens or closes a quotation.
func QuotationMark(t language.Token) bool { return t.XPOS == "``" || t.XPOS == "''" }
