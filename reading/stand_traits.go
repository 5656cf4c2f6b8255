package reading

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/rules"
)

// standView is the candidates for positions of a report, with those of each sentence.
type standView struct {
	l   *links
	all []stand
	in  map[int][]int
}

func standsOf(l *links, all []stand) *standView {
	return &standView{l: l, all: all, in: inSentences(l, len(all), func(i int) int { return all[i].Trigger })}
}

// oneWish reports whether two candidates of a sentence are one side's by one word.
func (v *standView) oneWish(a, b *stand) bool {
	away := a.Trigger - b.Trigger
	return away*away <= adjacent*adjacent && shareSide(v.l, []int{a.holder}, []int{b.holder})
}

// toldTwice reports whether two candidates of a sentence are one side's about the same
// words: "the minister said his country would not take part".
func (v *standView) toldTwice(a, b *stand) bool {
	return v.oneWish(a, b) || shareSide(v.l, []int{a.holder}, []int{b.holder}) && sameProposal(a.words, b.words)
}

// traits gives what makes a candidate more or less likely.
func (v *standView) traits(i int) []trait {
	c := &v.all[i]
	var out []trait
	add := func(name string, value float64) { out = append(out, trait{name, value}) }
	is := func(name string, holds bool) {
		if holds {
			add(name, 1)
		}
	}
	add("always", 1)
	v.readers(i, add)
	v.asked(c, add)
	for _, name := range rules.Manner(v.l.doc, c.Trigger) {
		add(name, 1)
	}
	t := v.l.doc.Tokens[c.Trigger]
	is("word "+t.Lemma, true)
	is("holder is "+sortOf(v.l, c.holder), true)
	is("holders", len(c.Of(frames.Holder)) > 1)
	is("stance "+string(stanceOf(c.Frame)), true)
	is("claimed", claimOf(v.l, c.Frame, c.holder) != "")
	is("own words", v.l.claimant(c.Frame) >= 0 && claimOf(v.l, c.Frame, c.holder) == "")
	is("condition", len(c.Of(frames.Condition)) > 0)
	is("issue", c.Attribute(frames.Issue) != "")
	is("first", v.l.doc.SentenceOf(c.Trigger) < opening)
	return out
}

// readers tells how sure the model is of the position, and of others of the holder's.
func (v *standView) readers(i int, add func(string, float64)) {
	c := &v.all[i]
	own, holder, proposal, beside, others := 0.0, 0.0, 0.0, 0.0, 0
	for _, k := range v.in[v.l.doc.SentenceOf(c.Trigger)] {
		o := &v.all[k]
		switch {
		case v.oneWish(o, c):
			own = max(own, o.Probability)
			holder = max(holder, likelihood(v.l, o.Frame, frames.Holder, []int{c.holder}))
			proposal = max(proposal, o.Of(frames.Proposal)[0].Probability)
		case shareSide(v.l, []int{o.holder}, []int{c.holder}):
			beside = max(beside, o.Probability)
			others++
		}
	}
	for _, x := range []struct {
		name string
		p    float64
	}{{"trigger", own}, {"holder", holder}, {"proposal", proposal}, {"beside", beside}} {
		if x.p == 0 {
			add(x.name+" unseen", 1)
		} else {
			add(x.name, logOdds(x.p))
		}
	}
	if others > 1 {
		add("several", 1)
	}
}

// asked tells what sort of words the proposal is.
func (v *standView) asked(c *stand, add func(string, float64)) {
	doc := v.l.doc
	x := c.Of(frames.Proposal)[0]
	switch n := len(c.words); {
	case n == 0:
		add("proposal of no word", 1)
	case n == 1:
		add("proposal of one word", 1)
	case n == 2:
		add("proposal of two words", 1)
	case n > 7:
		add("long proposal", 1)
	}
	for _, name := range rules.Phrasing(doc, x.Tokens, x.Head) {
		add(name, 1)
	}
	if x.Has(c.Trigger) {
		add("trigger within", 1)
	}
	if x.Last <= c.Trigger {
		add("proposal before", 1)
	}
	if gap := x.First - c.Trigger; gap > 6 {
		add("proposal far", 1)
	}
	if doc.SentenceOf(x.Head) != doc.SentenceOf(c.Trigger) {
		add("proposal elsewhere", 1)
	}
	if c.Head(frames.Holder) >= 0 && doc.SentenceOf(c.Head(frames.Holder)) != doc.SentenceOf(c.Trigger) {
		add("holder elsewhere", 1)
	}
	if a := v.l.Actor(c.holder); a.Kind == rapporteur.Person && slices.Contains(rules.Manner(doc, max(0, c.Head(frames.Holder))), "tag PRON") {
		add("holder pronoun", 1)
	}
}
