package reading

import (
	"maps"
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/learned"
)

// byModel reports whether a frame is the model's.
func byModel(f *frames.Frame) bool { return f.Maker == learned.Maker }

// candidates gives the deeds of frames that have somebody who does them, with a patient
// that is supposed where none is told and one must be, if that is asked for.
func candidates(l *links, found []frames.Frame, supposing bool) []deed {
	var out []deed
	named := partiesOf(l)
	for i := range found {
		f := &found[i]
		d := deed{Frame: f, agents: likeliest(l, f, frames.Agent), patients: likeliest(l, f, frames.Patient), claimant: l.claimant(f)}
		if len(d.agents) == 0 {
			continue
		}
		if len(d.patients) == 0 && supposing && (byModel(f) || f.Type != "ASSAULT") { // rules find who is struck where words tell it
			d.suppose(l, named)
		}
		out = append(out, d)
	}
	return out
}

// From these likelihoods on a deed is written down, by who finds it: those that read the
// annotated reports of development best, or nearly so for rules, which know words that
// are too rare in reports to be learned.
const (
	likelyLearned = 0.43
	likelyRuled   = 0.05
)

func limitOf(f *frames.Frame) float64 {
	if byModel(f) {
		return likelyLearned
	}
	return likelyRuled
}

// weighed gives the deeds that are likely, in the order of the text: of those that are
// by one word or of one type and side in a sentence the likeliest.
func weighed(l *links, w weights, all []deed) []deed {
	v := viewOf(l, all)
	for i := range all {
		all[i].sure = w.sum(v.traits(i))
	}
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch x, y := all[a].sure, all[b].sure; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	var out []deed
	taken := map[int][]*deed{}
	for _, i := range order {
		c := &all[i]
		s := l.doc.SentenceOf(c.Trigger)
		if c.sure < limitOf(c.Frame) || slices.ContainsFunc(taken[s], func(o *deed) bool { return rivals(l, o, c) }) {
			continue
		}
		if byModel(c.Frame) {
			v.told(c)
		}
		taken[s] = append(taken[s], c)
		out = append(out, *c)
	}
	slices.SortStableFunc(out, func(a, b deed) int { return a.Trigger - b.Trigger })
	return out
}

// rivals reports whether of two deeds of a sentence one alone can be right.
func rivals(l *links, a, b *deed) bool {
	away := a.Trigger - b.Trigger
	if away*away <= adjacent*adjacent && a.Type == b.Type {
		return true
	}
	if a.Type != b.Type {
		return away == 0
	}
	return shareSide(l, a.agents, b.agents) && (shareSide(l, a.patients, b.patients) || len(a.patients) == 0 || len(b.patients) == 0)
}

// likeliest gives the actors that fill a role of a frame, each once, but for those that
// are far less likely than the likeliest one.
func likeliest(l *links, f *frames.Frame, role frames.Role) []int {
	all := f.Of(role)
	best := 0.0
	for _, x := range all {
		best = max(best, x.Probability)
	}
	var out []int
	for _, x := range all {
		if a := l.filler(x); a >= 0 && x.Probability >= share*best && !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// share is how likely one who fills a role must be beside the likeliest one.
const share = 0.2

// told lets a deed of the model have from rules where and when it happened, and who
// denies it, where they find it by the same word: they read "a day after" and what a
// clause says of itself.
func (v *view) told(d *deed) {
	for _, k := range v.in[v.l.doc.SentenceOf(d.Trigger)] {
		o := &v.all[k]
		away := o.Trigger - d.Trigger
		if byModel(o.Frame) || !alike(o.Type, d.Type) || away*away > adjacent*adjacent {
			continue
		}
		f := *d.Frame
		f.Attributes = maps.Clone(f.Attributes)
		f.Fillers = slices.DeleteFunc(slices.Clone(f.Fillers), func(x frames.Filler) bool { return isCircumstance(x.Role) })
		for _, x := range o.Fillers {
			if isCircumstance(x.Role) {
				f.Fillers = append(f.Fillers, x)
			}
		}
		f.Set(frames.Offset, o.Attribute(frames.Offset))
		if o.modality() == rapporteur.Denied {
			f.Set(frames.Modality, string(rapporteur.Denied))
			d.claimant = o.claimant
		}
		d.Frame = &f
	}
}

// isCircumstance reports whether a role is where or when something happened.
func isCircumstance(r frames.Role) bool { return r == frames.Place || r == frames.Date }
