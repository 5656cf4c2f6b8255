package attribution

import (
	"slices"

	"rapporteur/frames"
	"rapporteur/language"
)

// WithoutUnsaid takes out statements whose words nobody says: what proverbs say, whom
// somebody rings, and what two quarrel about. Statements that hold a quotation or a clause
// stay, but for those of proverbs.
func (r *Reader) WithoutUnsaid(doc *language.Document, said []frames.Frame) []frames.Frame {
	return slices.DeleteFunc(said, func(f frames.Frame) bool {
		if from := f.Head(frames.Source); from >= 0 && r.lexicon.inClass(doc.Tokens[from].Lemma, "lore") {
			return true
		}
		cue, content := frames.Cue(&f), f.Of(frames.Content)
		if cue < 0 || f.Words.Len() == 0 || len(content) != 1 || clausal(doc, content[0].Tokens) {
			return false
		}
		switch lemma := doc.Tokens[cue].Lemma; {
		case r.lexicon.inClass(lemma, "ringing"):
			return ringsUp(doc, cue, content[0].Tokens)
		case r.lexicon.inClass(lemma, "quarrel"):
			first := content[0].First
			return first > cue && (doc.Tokens[first].Lemma == "about" || doc.Tokens[first].Lemma == "over" || doc.Tokens[first-1].Lemma == "about" || doc.Tokens[first-1].Lemma == "over")
		}
		return false
	})
}

// clausal reports whether words hold a verb or a quotation mark.
func clausal(doc *language.Document, words frames.Tokens) bool {
	return slices.ContainsFunc(doc.Tokens[words.First:words.Last], func(t language.Token) bool {
		return t.UPOS == "VERB" || t.UPOS == "AUX" || t.XPOS == "``" || t.XPOS == "''"
	})
}

// ringsUp reports whether the words behind "call" are who is called and when or how often,
// and nothing that he is called.
func ringsUp(doc *language.Document, cue int, words frames.Tokens) bool {
	object := doc.Child(cue, "obj")
	if object < words.First || object >= words.Last || doc.Child(cue, "xcomp", "ccomp") >= 0 {
		return false
	}
	for i := object + 1; i < words.Last; i++ {
		if t := doc.Tokens[i]; t.Head == cue && !t.Has("advmod", "obl", "punct") {
			return false
		}
		if t := doc.Tokens[i]; t.Head == object && !t.Has("flat", "appos", "punct", "nmod") {
			return false
		}
	}
	return words.First <= object
}
