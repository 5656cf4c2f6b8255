package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language/syntax"
	"slices"
)

// byActs finds what speakers do by speaking, where no frame says it already:
// accuse, demand, refuse, promise. The words between their mark and the recipient
// are those of the cue.
func (r *reading) byActs(taken map[int]bool) []deed {
	var out []deed
	for k := range r.said {
		a := &r.said[k]
		f, ok := r.tables.acts[a.Attribute(frames.Act)]
		if !ok || a.Head(frames.Source) < 0 || taken[frames.Cue(a)] || syntax.Questioned(r.doc, frames.Cue(a)) {
			continue
		}
		if d, ok := r.byAct(a, &f); ok {
			out, taken[frames.Cue(a)] = append(out, d), true
		}
	}
	return out
}

func (r *reading) byAct(a *frames.Frame, f *frame) (deed, bool) {
	d := deed{trigger: frames.Cue(a), frame: f, rule: "act of speaking", modality: r.occurrence(frames.Cue(a)), claimedBy: r.claimant(frames.Cue(a))}
	for _, i := range r.everyone(a.Head(frames.Source), frames.Ranges(r.doc, a, frames.Content)...) {
		if r.party(i) {
			d.actors = append(d.actors, i)
		}
	}
	if syntax.Negated(r.doc, frames.Cue(a)) {
		return d, false
	}
	d.recipients = r.hearers(a, d.actors)
	if len(d.recipients) == 0 {
		d.recipients = r.hitAt(frames.Cue(a), f, d.actors)
	}
	r.claim(&d)
	return d, len(d.actors) > 0 && len(d.recipients) > 0
}

// hearers gives the parties that something is said to.
func (r *reading) hearers(a *frames.Frame, speakers []int) []int {
	var out []int
	for _, i := range r.everyone(a.Head(frames.Addressee)) {
		if r.party(i) && !r.sharesSide(i, speakers) {
			out = append(out, i)
		}
	}
	return out
}

func (r *reading) sharesSide(actor int, all []int) bool {
	for _, o := range all {
		if r.sameSide(actor, o) {
			return true
		}
	}
	return false
}

// byRefusals reads what speakers say that their own side will not or cannot do
// as a refusal, and what they say others must do as a demand.
func (r *reading) byRefusals(taken map[int]bool) []deed {
	var out []deed
	for i, t := range r.doc.Tokens {
		if t.UPOS != "VERB" && (t.UPOS != "ADJ" || syntax.MoodOf(r.doc, i) != "must") || taken[i] || syntax.Questioned(r.doc, i) {
			continue
		}
		if d, ok := r.byMoodOf(i); ok {
			out = append(out, d)
		}
	}
	return out
}

func (r *reading) byMoodOf(i int) (deed, bool) {
	d := deed{trigger: i, rule: "mood in a statement", modality: rapporteur.Happened, claimedBy: -1}
	speaker := r.claimant(i)
	if !r.party(speaker) || r.cast.Actors[speaker].Kind == rapporteur.Person && r.cast.Actors[speaker].For == "" || !r.doc.Tokens[i].Has("ccomp", "root", "conj", "parataxis", "xcomp") {
		return d, false
	}
	subject, _, _ := r.arguments(i)
	if subject < 0 {
		return d, false
	}
	own := r.sameSide(r.cast.ActorAt(subject), speaker)
	mood := syntax.MoodOf(r.doc, i)
	d.actors = []int{speaker}
	switch {
	case own && syntax.Negated(r.doc, i) && mood == "will" && !r.tables.classes["forbearing"][r.doc.Tokens[i].Lemma]:
		f := r.tables.acts["refuse"]
		d.frame, d.recipients = &f, r.partiesIn(i, d.actors)
	case !own && mood == "must" && !syntax.Inverted(r.doc, i) && !r.ifs(i):
		f := r.tables.acts["demand"]
		d.frame = &f
		if m := r.cast.At(subject); m != nil && m.Head == subject || r.tables.classes["force"][r.doc.Tokens[subject].Lemma] {
			d.recipients = slices.DeleteFunc(r.parties(subject), func(a int) bool { return !r.party(a) || !r.identified(a) || r.sameSide(a, speaker) })
		}
		return d, len(d.recipients) > 0
	default:
		return d, false
	}
	return d, true
}

// partiesIn gives the parties named among what a verb governs.
func (r *reading) partiesIn(verb int, skip []int) []int {
	var out []int
	first, last := r.doc.Yield(verb)
	for i := max(first, verb); i < last; i++ {
		if a := r.cast.ActorAt(i); r.party(a) && r.identified(a) && !r.compatriot(a, skip) && !syntax.PronounOwns(r.doc, i) && !r.sharesSide(a, skip) && !r.sharesSide(a, out) {
			out = append(out, a)
		}
	}
	return out
}

// compatriot reports whether an actor belongs to the state that one of some others
// acts for: "our troops" are nobody's recipients.
func (r *reading) compatriot(actor int, others []int) bool {
	for _, o := range others {
		if s := string(r.cast.Actors[actor].State); s != "" && s == r.side(o) {
			return true
		}
	}
	return false
}
