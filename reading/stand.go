package reading

import (
	"math"
	"slices"
	"strings"

	"rapporteur/frames"
	"rapporteur/frames/rules"
	"rapporteur/language"
)

// stand is a frame of a position with one of those who hold it.
type stand struct {
	*frames.Frame
	holder int
	// words are the proposal's that tell what it is about.
	words []string
	// sure is how likely it is.
	sure float64
}

// likelyStand is from which likelihood on a position is written down: what reads the
// annotated reports of development best.
const likelyStand = 0.35

// stands gives what frames tell of somebody's wishes, holder by holder.
func stands(l *links, found []frames.Frame) []stand {
	var out []stand
	for i := range found {
		f := &found[i]
		if idle(l, f.Trigger) {
			continue
		}
		words := rules.ContentWords(l.doc.Words(proposalOf(l.doc, f)))
		var holders []int
		for _, h := range l.fillers(f, frames.Holder) {
			if !slices.Contains(holders, h) {
				holders = append(holders, h)
				out = append(out, stand{Frame: f, holder: h, words: words})
			}
		}
	}
	return out
}

// idle reports whether a word with "no" before it, at most an adjective between, leaves
// open what somebody wants: who has no plans to do a thing need not be against it.
func idle(l *links, token int) bool {
	if !l.base.Is(strings.ToLower(l.doc.Tokens[token].Lemma), "idle if there is none") {
		return false
	}
	return slices.ContainsFunc(l.doc.Tokens[max(0, token-2):token], func(t language.Token) bool { return t.Lemma == "no" })
}

// likelyStands gives the positions that are likely, in the order of the text: of those
// of one side by one word, or about the same words of a sentence, the likeliest.
func likelyStands(l *links, w weights, all []stand) []stand {
	v := standsOf(l, all)
	for i := range all {
		all[i].sure = math.Round(100*w.sum(v.traits(i))) / 100
	}
	var out []stand
	for i := range all {
		c := &all[i]
		beaten := slices.ContainsFunc(v.in[l.doc.SentenceOf(c.Trigger)], func(k int) bool {
			o := &all[k]
			return v.toldTwice(o, c) && (o.sure > c.sure || o.sure == c.sure && k < i)
		})
		if c.sure >= likelyStand && !beaten {
			out = append(out, *c)
		}
	}
	return out
}
