package syntax

import (
	"strings"

	"rapporteur/language"
)

// particleReach is how far behind a word its particles stand.
const particleReach = 3

// FollowedBy reports whether each of some words, given as they are written, stands
// shortly behind a token: "back" behind "push it back".
func FollowedBy(doc *language.Document, token int, words []string) bool {
	for _, w := range words {
		found := false
		for i := token + 1; i <= token+particleReach && i < len(doc.Tokens); i++ {
			found = found || strings.ToLower(doc.Tokens[i].Form) == w
		}
		if !found {
			return false
		}
	}
	return true
}

// HasParticles reports whether the further words of an expression stand right behind
// its head, or depend on it as particles.
func HasParticles(doc *language.Document, head int, words []string) bool {
	for k, w := range words {
		if at := head + 1 + k; at < len(doc.Tokens) && strings.ToLower(doc.Tokens[at].Form) == w {
			continue
		}
		if !hasParticle(doc, head, w) {
			return false
		}
	}
	return true
}

func hasParticle(doc *language.Document, head int, form string) bool {
	for c := range doc.Children(head) {
		if t := doc.Tokens[c]; t.Has("compound", "advmod", "xcomp") && strings.ToLower(t.Form) == form {
			return true
		}
	}
	return false
}
