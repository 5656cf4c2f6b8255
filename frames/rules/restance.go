package rules

import (
	"rapporteur"
	"rapporteur/frames"
)

// restanced mends the stance of a position that a model found by what the tables know of
// its word, and of the word between that and the proposal: who weighs a thing is
// undecided, who tries to veto it opposes it, and negation turns a word round.
func restanced(x *text, b *builder) {
	if isWeighed(x, b) {
		b.Set(frames.Stance, string(rapporteur.Undecided))
		return
	}
	for _, i := range []int{between(x, b), b.Trigger, b.Trigger + 1, b.Trigger - 1} {
		if i < 0 || i >= len(x.doc.Tokens) {
			continue
		}
		t := x.doc.Tokens[i]
		for _, w := range x.lexicon.stances[t.Lemma] {
			if !w.fits(t) {
				continue
			}
			if s := stanceOf(x, i, w); s != "" {
				mend(b, s)
				return
			}
		}
	}
}

// isWeighed reports whether a proposal stands in a clause with "whether": "has not decided
// whether to attend".
func isWeighed(x *text, b *builder) bool {
	at := b.Head(frames.Proposal)
	for hops := 0; at >= 0 && hops < governed; hops++ {
		for c := range x.doc.Children(at) {
			if t := x.doc.Tokens[c]; t.Lemma == "whether" && t.Has("mark") {
				return true
			}
		}
		if !x.doc.Tokens[at].Has("obj", "xcomp", "nsubj:pass") {
			return false
		}
		at = x.doc.Tokens[at].Head
	}
	return false
}

// mend sets a stance, but where the frame has one that depends or is open: a word alone
// does not tell of conditions.
func mend(b *builder, s rapporteur.Stance) {
	old := rapporteur.Stance(b.Attribute(frames.Stance))
	switch {
	case s == rapporteur.Undecided, s == rapporteur.Opposes && old == "":
		b.Set(frames.Stance, string(s))
	case s == rapporteur.Supports && old == rapporteur.Opposes:
		b.Set(frames.Stance, "")
	}
}

// between gives the verb that governs a proposal and stands behind the trigger and
// outside the proposal, -1 for none: "tried to veto sanctions".
func between(x *text, b *builder) int {
	all := b.Of(frames.Proposal)
	if len(all) == 0 || all[0].Head < 0 {
		return -1
	}
	t := x.doc.Tokens[all[0].Head]
	if !t.Has("obj") || t.Head <= b.Trigger || t.Head >= all[0].First {
		return -1
	}
	return t.Head
}

// isOpposed reports whether a noun names what a verb keeps from happening: the sanctions
// that somebody vetoes are not imposed by that.
func isOpposed(x *text, noun int) bool {
	t := x.doc.Tokens[noun]
	if t.UPOS != "NOUN" || !t.Has("obj") || t.Head < 0 {
		return false
	}
	verb := x.doc.Tokens[t.Head]
	for _, w := range x.lexicon.stances[verb.Lemma] {
		if w.stance == rapporteur.Opposes && w.fits(verb) {
			return true
		}
	}
	return false
}
