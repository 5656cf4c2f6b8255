package rules

import (
	"slices"

	"rapporteur/language/syntax"
)

// clauseTokens gives the tokens that make up a deed: the trigger, the verbs that it
// depends on within its clause, and the infinitives that these lead to: "talks
// are set to resume".
func clauseTokens(x *text, trigger int) []int {
	var out []int
	for at, hops := trigger, 0; at >= 0 && hops < governed; hops++ {
		out = append(out, at)
		for c := range x.doc.Children(at) {
			if x.doc.Tokens[c].Has("xcomp") && c != trigger && at != trigger {
				out = append(out, c)
			}
		}
		t := x.doc.Tokens[at]
		if t.Has("root", "ccomp", "parataxis", "acl:relcl") || t.Has("conj") && t.UPOS == "VERB" {
			break
		}
		if _, apart := measuredDistance(x, at); apart {
			break // three days after they met
		}
		at = t.Head
	}
	return out
}

// isContent reports whether a token stands in what a word of speaking is about
// rather than in a clause of its own beside it.
func isContent(x *text, word, token int) bool {
	for at := token; at != word; at = x.doc.Tokens[at].Head {
		t := x.doc.Tokens[at]
		if t.Head == word && syntax.Concomitant(x.doc, at) {
			return false // refused to pay, adding that they were no slaves
		}
		if t.Has("acl:relcl", "parataxis", "appos") || t.Has("conj") && x.doc.Tokens[t.Head].UPOS == "VERB" && t.Head == word {
			return false
		}
		if t.Has("advcl", "obl") && t.Head == word && syntax.LedBy(x.doc, at, "after", "since", "as", "because", "before", "following", "while", "when", "over", "despite", "although", "amid") {
			return false
		}
	}
	return true
}

// dependsOnDeed reports whether a noun hangs on the deed or on its verb.
func dependsOnDeed(x *text, trigger, noun int) bool {
	return noun >= 0 && (x.doc.Governs(trigger, noun) || x.doc.Tokens[noun].Head == x.doc.Tokens[trigger].Head || slices.Contains([]int{x.doc.Tokens[noun].Head}, trigger))
}
