package attribution

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// readAccounts adds what is attributed by whose words or view it is, without a verb of
// saying: "in Moe's words, the plan is dead", and, of what is quoted, "for Moe, the plan
// “does not work”". It keeps to the order of the text.
func readAccounts(x *text, found []attribution) []attribution {
	told := map[int]bool{}
	for i := range found {
		told[x.doc.SentenceOf(found[i].cueHead)] = true
	}
	n := len(found)
	for s, sentence := range x.doc.Sentences {
		for i := sentence.First; i < sentence.Last; i++ {
			if a, ok := ownWords(x, i); ok {
				found, told[s] = append(found, a), true
			}
		}
		if a, ok := heldBy(x, sentence); ok && !told[s] {
			found = append(found, a)
		}
	}
	if len(found) > n {
		slices.SortStableFunc(found, func(a, b attribution) int { return a.cueHead - b.cueHead })
	}
	return found
}

// saying is the cue of what is attributed without a word of saying.
var saying = &Cue{Lemmas: []string{"in the words of"}, Act: "assert", Kind: "speech"}

// ownWords reads a noun for somebody's words whose owner stands before it: "in her
// minister's words".
func ownWords(x *text, noun int) (attribution, bool) {
	lead, owner := x.doc.Child(noun, "case"), x.doc.Child(noun, "nmod:poss")
	if lead < 0 || owner < lead || x.quoted[noun] >= 0 || !slices.Contains([]string{"in", "by"}, x.doc.Tokens[lead].Lemma) || !x.inClass(x.doc.Tokens[noun].Lemma, "wording") {
		return attribution{}, false
	}
	if first := syntax.Sentence(x.doc, noun).First; lead != first && x.doc.Tokens[lead-1].UPOS != "PUNCT" {
		return attribution{}, false
	}
	return set(x, lead, noun, noun, owner, "own words"+setInto)
}

// heldBy reads a sentence that begins with "for" or "to" and a name, and quotes what that
// one thinks of something.
func heldBy(x *text, sentence language.Sentence) (attribution, bool) {
	lead := sentence.First
	if l := strings.ToLower(x.doc.Tokens[lead].Form); l != "for" && l != "to" || !x.doc.Tokens[lead].Has("case") {
		return attribution{}, false
	}
	holder := x.doc.Tokens[lead].Head
	clause := x.doc.Tokens[holder].Head
	if clause < 0 || x.doc.Tokens[holder].UPOS != "PROPN" || !x.doc.Tokens[holder].Has("obl", "nmod") || !x.doc.Tokens[clause].Has("root") || x.doc.Child(clause, "nsubj") < holder {
		return attribution{}, false
	}
	if v := x.doc.Tokens[clause]; x.quoted[clause] < 0 || v.XPOS == "VBD" || v.XPOS == "VBN" {
		return attribution{}, false
	}
	a, ok := set(x, lead, lead, holder, holder, "held by"+setInto)
	return a, ok && a.mode == rapporteur.Mixed
}

// set makes an attribution of the clause that an expression is set into, without the words
// of the expression.
func set(x *text, head, last, led, source int, rule string) (attribution, bool) {
	clause := clauseAround(x, led, head)
	if clause < 0 {
		return attribution{}, false
	}
	content := aroundExpression(x, clause, syntax.Subtree(x.doc, led, -1), head, last)
	return newAttribution(x, saying, head, last, source, -1, content, rule), len(content) > 0
}
