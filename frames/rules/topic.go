package rules

import (
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// topicOf gives what a meeting is about: "on the future of Ukraine".
func topicOf(x *text, n int) frames.Tokens {
	for c := range x.doc.Children(n) {
		if x.doc.Tokens[c].Has("nmod", "acl", "obl") && syntax.HasPreposition(x.doc, c, "on", "about", "over", "regarding", "concerning") && !actorAt(x, c).some() {
			first, last := x.doc.Yield(c)
			for first < last && x.doc.Tokens[first].Has("case") {
				first++
			}
			if last-first <= 15 && !dateOf(x, c).known() {
				return frames.Tokens{First: first, Last: last}
			}
		}
	}
	return frames.Tokens{}
}
