package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
)

// isPlain reports whether the tree says of a position what the model says: that the
// holder is the subject of a word of wanting that the tables know, or says what must be
// ("Kostrel must withdraw"), that what is wanted hangs on that word, and that the word
// shows the same stance. "Oslo called on Riga to pay" is plain; "the six asked for curbs,
// which Riga refuses" is not for Riga.
func isPlain(x *text, b *builder) bool {
	all := b.Of(frames.Proposal)
	if len(all) == 0 || all[0].Head < 0 {
		return false
	}
	p := all[0]
	if nominal := syntax.Nominal(x.doc.Tokens[p.Head]); nominal && p.First > 0 && lower(x.doc.Tokens[p.First-1].Form) == "that" {
		return false // "hopes that its success will bring": no more than a subject was read
	}
	if isOffered(x, b, p) {
		return true
	}
	at := wanting(x, b, p)
	if at < 0 {
		return isDemandedBy(x, b, p)
	}
	return !isPastOrMoot(x, at) && hangsOn(x, at, p.Head) && b.isHeldBy(x, wanter(x, at))
}

// isPastOrMoot reports whether what a word of wanting tells was so before the rest, or
// only may be or should be so: "had agreed", "must try".
func isPastOrMoot(x *text, word int) bool {
	return syntax.HasAuxiliary(x.doc, word, "had", "must", "should", "ought", "may", "might", "could")
}

// wanting gives the word of wanting that shows the stance of a position, -1 for none: its
// trigger, or one beside it or between it and the proposal.
func wanting(x *text, b *builder, p frames.Filler) int {
	stance := rapporteur.Stance(b.Attribute(frames.Stance))
	for _, i := range []int{b.Trigger, b.Trigger + 1, b.Trigger - 1, between(x, b)} {
		if i < 0 || i >= len(x.doc.Tokens) || p.Has(i) {
			continue
		}
		for _, w := range x.lexicon.stances[x.doc.Tokens[i].Lemma] {
			if !w.fits(x.doc.Tokens[i]) {
				continue
			}
			if s := stanceOf(x, i, w); s == stance || s == rapporteur.Supports && (stance == "" || stance == rapporteur.ConditionalStance) {
				return i
			}
		}
	}
	return -1
}

// hops is how many words may stand in the tree between what is wanted and the word of
// wanting.
const hopsWanted = 2

// hangsOn reports whether what is wanted hangs on a word of wanting, with no clause that
// has a speaker of its own between.
func hangsOn(x *text, word, proposal int) bool {
	for i, at := 0, proposal; at >= 0 && i <= hopsWanted; i, at = i+1, x.doc.Tokens[at].Head {
		if at == word {
			return true
		}
		if x.doc.Tokens[at].Has("acl:relcl", "advcl", "parataxis", "nsubj") || syntax.HasPreposition(x.doc, at, "as") {
			return false
		}
		if at != proposal && x.doc.Tokens[at].UPOS == "NOUN" && syntax.Owner(x.doc, at) != at {
			return false // "welcomed his pledge to leave" is about the pledge
		}
	}
	return false
}

// wanter gives the token of who wants: the subject of a verb or an adjective, the owner
// of a noun or the subject of the verb that it is the object of. -1 for none.
func wanter(x *text, word int) int {
	t := x.doc.Tokens[word]
	if t.UPOS == "NOUN" {
		if owner := syntax.Owner(x.doc, word); owner != word {
			return owner
		}
		if t.Has("obj") && t.Head >= 0 && !isPastOrMoot(x, t.Head) {
			return wanter(x, t.Head)
		}
		if s := syntax.SubjectOfPredicate(x.doc, word); s != word {
			return s
		}
		return -1
	}
	if subject, _, passive := argumentsOf(x, word); !passive && subject >= 0 {
		return subject
	}
	return syntax.Agent(x.doc, word)
}

// isHeldBy reports whether the holder of a position is who a token stands for, or speaks
// for: "we want" is said by the holder.
func (b *builder) isHeldBy(x *text, token int) bool {
	if token < 0 {
		return false
	}
	who := described(x, token)
	if t := x.doc.Tokens[token]; t.UPOS == "PRON" {
		switch lower(t.Form) {
		case "we", "i":
			if sourceOf(x, token) < 0 {
				return false
			}
			who = described(x, sourceOf(x, token))
		case "he", "she", "who":
		default:
			return false // whom "they" and "it" stand for is too often missed
		}
	}
	return slices.ContainsFunc(b.Of(frames.Holder), func(h frames.Filler) bool {
		holder := described(x, h.Head)
		return h.Head == token || x.doc.Governs(token, h.Head) && !x.doc.Tokens[h.Head].Has("nmod") || who.some() && holder.some() && (who.actor == holder.actor || sameSide(x, who, holder))
	})
}

// isDemandedBy reports whether the holder of a position says what must be or should be.
func isDemandedBy(x *text, b *builder, p frames.Filler) bool {
	if sourceOf(x, b.Trigger) < 0 || b.Attribute(frames.Stance) != "" {
		return false
	}
	verb := b.Trigger
	if x.doc.Tokens[verb].Has("aux") {
		verb = x.doc.Tokens[verb].Head
	}
	must := slices.Contains([]string{"must", "should", "ought"}, x.doc.Tokens[b.Trigger].Lemma) || syntax.HasAuxiliary(x.doc, verb, "must", "should", "ought")
	return must && !syntax.Negated(x.doc, verb) && (verb == p.Head || hangsOn(x, verb, p.Head)) && b.isHeldBy(x, sourceOf(x, b.Trigger))
}

// isOffered reports whether the holder of a position that depends on something says what
// he would do for it: "Oslo would lift the ban if Riga paid".
func isOffered(x *text, b *builder, p frames.Filler) bool {
	if rapporteur.Stance(b.Attribute(frames.Stance)) != rapporteur.ConditionalStance || b.Head(frames.Condition) < 0 {
		return false
	}
	verb := p.Head
	subject, _, passive := argumentsOf(x, verb)
	return x.doc.Tokens[verb].UPOS == "VERB" && !passive && syntax.HasAuxiliary(x.doc, verb, "would", "will") && !syntax.Negated(x.doc, verb) && b.isHeldBy(x, subject)
}
