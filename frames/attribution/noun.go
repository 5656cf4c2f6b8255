package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// readNoun reads "X's claim that …", "a warning from X that …", "X's promise to …".
func readNoun(x *text, cue *Cue, head int) (attribution, bool) {
	if x.quoted[head] >= 0 {
		return attribution{}, false
	}
	from := syntax.Owner(x.doc, head)
	if from == head || unuttered(x, head) {
		return attribution{}, false
	}
	content := nounContent(x, head, from)
	if len(content) == 0 {
		content = nounMatter(x, cue, head, from)
	}
	content = growToQuotations(x, content, head)
	if len(content) == 0 {
		return attribution{}, false
	}
	return newAttribution(x, cue, head, head, from, addresseeOf(x, cue, head, content), content, "noun of saying"), true
}

// unuttered reports whether the words of a noun of saying are only wanted or
// missing: "seeks a promise from the rebels", "without any warning from them".
func unuttered(x *text, noun int) bool {
	t := x.doc.Tokens[noun]
	if t.Has("obj") && x.inClass(x.doc.Tokens[t.Head].Lemma, "want") {
		return true
	}
	for c := range x.doc.Children(noun) {
		if t := x.doc.Tokens[c]; t.Has("det", "case") && c < noun && (t.Lemma == "no" || t.Lemma == "any" || t.Lemma == "without") {
			return true
		}
	}
	return false
}

// nounContent gives the words that a noun of saying leads to.
func nounContent(x *text, noun, from int) []language.Range {
	doc := x.doc
	for c := range doc.Children(noun) {
		if m := doc.Child(c, "mark"); m >= 0 && doc.Tokens[m].Lemma == "to" && doc.Tokens[c].Has("acl", "ccomp") {
			return syntax.Parts(x.doc, c)
		}
	}
	that := thatBehind(x, noun)
	if that < 0 {
		return nil
	}
	end := lostVerb(x, noun, that)
	if end < 0 && !doc.Tokens[noun].Has("root") {
		end = thatClauseEnd(x, noun, from, that)
	}
	if end <= that+1 {
		return nil
	}
	if r := syntax.Trim(doc.Tokens[that+1 : end]); r.Len() > 0 {
		return []language.Range{r}
	}
	return nil
}

// nounMatter gives what a noun of saying is for or against: "the union's call for a
// truce". What it is of is as often who says it.
func nounMatter(x *text, cue *Cue, noun, from int) []language.Range {
	for c := range x.doc.Children(noun) {
		if c < noun || c == from || !x.doc.Tokens[c].Has("nmod", "obl") || !takesPreposition(x, cue, c) {
			continue
		}
		if p := x.doc.Child(c, "case"); p >= 0 && x.doc.Tokens[p].Lemma != "of" {
			return behindPreposition(x, noun, noun, c)
		}
	}
	return nil
}
