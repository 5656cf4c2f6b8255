package rules

import (
	"slices"

	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// claimant gives the actor in whose words a token stands, -1 for the
// reporter's own.
func claimant(x *text, token int) referent {
	return actorAt(x, sourceOf(x, token))
}

// sourceOf gives the token for who says the words that a token stands in, -1
// for the reporter.
func sourceOf(x *text, token int) int { return x.sources[token] }

// inPassing reports whether a verb stands in a relative clause of words that are
// told, not quoted: what they say of somebody besides is the reporter's.
func inPassing(x *text, i int) bool {
	if at, _ := slices.BinarySearchFunc(x.quotations, x.doc.Tokens[i].End, func(q syntax.Quotation, end int) int { return q.End - end }); at < len(x.quotations) && x.quotations[at].Contains(x.doc.Tokens[i].Range) {
		return false
	}
	for at := i; at >= 0; at = x.doc.Tokens[at].Head {
		t := x.doc.Tokens[at]
		if t.Has("acl:relcl") {
			h := sourceOf(x, t.Head)
			return h >= 0 && h == sourceOf(x, i)
		}
		if !t.Has("conj", "obj", "obl", "nmod") {
			return false
		}
	}
	return false
}

// isDoubted reports whether a token stands in words that their speaker does not
// hold true.
func isDoubted(x *text, token int) bool {
	return slices.ContainsFunc(x.told.saying[token], func(a *frames.Frame) bool {
		return slices.Contains([]string{"deny", "reject", "dispute", "question", "doubt", "refuse", "ask", "oppose"}, a.Attribute(frames.Act))
	})
}

// isWarning reports whether a word is one of warning: who warns of what he will do
// says that he will.
func isWarning(x *text, cue int) bool {
	return slices.ContainsFunc(x.told.cued[cue], func(a *frames.Frame) bool { return a.Attribute(frames.Act) == "warn" })
}

// isDenied reports whether a token stands in words that somebody denies.
func isDenied(x *text, token int) bool {
	return slices.ContainsFunc(x.told.saying[token], func(a *frames.Frame) bool { return a.Attribute(frames.Act) == "deny" })
}
