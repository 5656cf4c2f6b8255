package rules

// contentVerb is the verb of what a word of speaking is about, empty where no clause
// tells it.
func contentVerb(x *text, word int) string {
	for _, place := range []string{"xcomp", "ccomp"} {
		for _, c := range slot(x, word, place) {
			return x.doc.Tokens[c].Lemma
		}
	}
	return ""
}
