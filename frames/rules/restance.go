package rules

import (
	"rapporteur"
	"rapporteur/frames"
)

// restanced mends the stance of a position that a model found by what the tables know of
// its word: who weighs a thing is undecided, and negation turns a word round.
func restanced(x *text, b *builder) {
	for _, i := range []int{b.Trigger, b.Trigger + 1, b.Trigger - 1} {
		if i < 0 || i >= len(x.doc.Tokens) {
			continue
		}
		t := x.doc.Tokens[i]
		for _, w := range x.lexicon.stances[t.Lemma] {
			if !w.fits(t) || len(w.rest) > 0 {
				continue
			}
			if s := stanceOf(x, i, w); s != "" {
				mend(b, s)
				return
			}
		}
	}
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
