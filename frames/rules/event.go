package rules

import (
	"slices"

	"rapporteur"
	"rapporteur/language/syntax"
)

// event is one mention of an event.
type event struct {
	trigger int
	*construction
	actors, recipients []referent
	modality           rapporteur.Modality
	claimedBy          referent
	rule               string
}

// eventsIn gives the mentions of events in the order of the text.
func eventsIn(x *text) []event {
	var found []event
	at := map[int]bool{}
	for i, t := range x.doc.Tokens {
		if i%oftenTokens == 0 && x.over() {
			break
		}
		if t.UPOS != "VERB" && t.UPOS != "NOUN" && t.UPOS != "ADJ" && t.UPOS != "PROPN" {
			continue
		}
		if f := constructionOf(x, i); f != nil && !syntax.Questioned(x.doc, i) && !isPlayed(x, i, f.plover.Type) {
			if d, ok := eventOf(x, i, f); ok && !d.isMeeting() && d.modality != "" && len(d.actors) > 0 {
				found, at[i] = append(found, d), true
			}
		}
	}
	found = append(found, actEvents(x, at)...)
	found = append(found, moodEvents(x, at)...)
	slices.SortStableFunc(found, func(a, b event) int { return a.trigger - b.trigger })
	var own []event
	for k := range found {
		if !isContentOfAny(x, found, k) {
			own = append(own, found[k])
		}
	}
	return own
}

// isForeseen reports whether an act of speech is only foreseen: by who speaks, by the
// reporter ("will agree", "cannot accept"), or by a noun ("the pledge to secure").
func isForeseen(x *text, d *event) bool {
	t := x.doc.Tokens[d.trigger]
	mood := syntax.MoodOf(x.doc, d.trigger)
	if t.Has("conj") && mood == "" {
		mood = syntax.MoodOf(x.doc, t.Head)
	}
	if d.negates() {
		return !d.claimedBy.some() && (mood == "will" || mood == "can")
	}
	if d.plover.Type == "CONCEDE" && t.UPOS == "VERB" && mood == "will" {
		return false // will allow, will open: done, not said
	}
	return d.modality == rapporteur.Planned && (d.claimedBy.some() || mood == "will" || t.Head >= 0 && x.doc.Tokens[t.Head].UPOS == "NOUN")
}

// isMeeting reports whether a deed is one that meetings tell: all consultations
// but the efforts of a third party between two.
func (d *event) isMeeting() bool {
	return d.plover.Type == "CONSULT" && (d.plover.Mode != "third-party" || len(d.recipients) == 0)
}

// eventOf fills the roles of a frame.
func eventOf(x *text, i int, f *construction) (event, bool) {
	d := event{trigger: i, construction: f, rule: "frame of " + f.pos, claimedBy: claimant(x, i)}
	passing := inPassing(x, i)
	if passing {
		d.claimedBy = nobody()
	}
	d.modality = cameAbout(x, i, f.plover.Type)
	if !d.claimedBy.some() {
		d.claimedBy = accuser(x, i)
	}
	switch {
	case f.blames():
		d.modality = blameModality(x, i, f, d.modality)
	case f.negates() && d.modality == rapporteur.Denied || slices.Contains(f.actor, "speaker"):
		d.modality = rapporteur.Happened
	}
	d.actors = withComitatives(x, i, referentsAt(x, i, f.actor, nil))
	if len(d.actors) == 0 && x.lexicon.types[f.plover.Type].official {
		d.actors = authoritiesOf(x, i)
	}
	if x.lexicon.types[f.plover.Type].spoken && arePrivate(x, d.actors) {
		return d, false
	}
	d.recipients = patientsOf(x, i, f, d.actors)
	if f.pos == "adj" && len(d.recipients) == 0 && x.lexicon.types[f.plover.Type].open {
		return d, false // ready to go on: a mood, nothing that is agreed
	}
	if f.pos == "noun" && lightVerb(x, i) < 0 {
		if len(d.recipients) == 0 && !slices.Contains(f.recipient, "-") && !tellsEnough(x, i, f) {
			return d, false
		}
	}
	if !passing && isDenied(x, i) && d.modality == rapporteur.Happened {
		d.modality = rapporteur.Denied
	}
	if !asUtterance(x, &d) {
		if x.lexicon.types[f.plover.Type].spoken && isForeseen(x, &d) {
			return d, false
		}
		settleClaim(x, &d)
	}
	if !d.claimedBy.some() && len(d.actors) > 0 && x.doc.Tokens[i].Lemma == "claim" {
		d.claimedBy = d.actors[0] // responsibility for an attack
	}
	if x.lexicon.types[d.plover.Type].pointed && len(d.recipients) == 0 {
		return d, false
	}
	return d, d.modality != rapporteur.Denied || isDisputed(x, &d)
}

// tellsEnough reports whether a noun tells enough of a deed where nobody is said to
// suffer it: "the shelling of homes", "its refusal to sign".
func tellsEnough(x *text, i int, f *construction) bool {
	t := x.lexicon.types[f.plover.Type]
	if t.bodily {
		return syntax.Modifier(x.doc, i, "of") >= 0
	}
	return t.open && !t.pointed && x.doc.Child(i, "nmod:poss") >= 0 && (len(slot(x, i, "xcomp")) > 0 || i+1 < len(x.doc.Tokens) && x.doc.Tokens[i+1].UPOS == "PART")
}

// blameModality is the modality of an accusation that lies in what somebody is said to
// have done, or left undone; what they might do is none.
func blameModality(x *text, i int, f *construction, done rapporteur.Modality) rapporteur.Modality {
	if isDoubted(x, i) || syntax.MoodOf(x.doc, i) == "can" || x.doc.Tokens[i].UPOS == "ADJ" && syntax.Auxiliary(x.doc, i, "may") >= 0 {
		return ""
	}
	if x.doc.Tokens[i].UPOS == "VERB" && x.doc.Child(i, "cop") >= 0 && !syntax.Negated(x.doc, i) {
		return rapporteur.Happened // is to blame
	}
	if done == rapporteur.UnderWay || done == rapporteur.Happened && !f.negates() || f.negates() && done == rapporteur.Denied && syntax.MoodOf(x.doc, i) == "" {
		return rapporteur.Happened
	}
	return ""
}

// isContentOfAny reports whether deed number k, of all in the order of the text, is only
// what another one of its sentence is about: what is agreed, asked, refused or
// threatened has not happened by that.
func isContentOfAny(x *text, all []event, k int) bool {
	trigger := all[k].trigger
	sentence := syntax.Sentence(x.doc, trigger)
	for k > 0 && all[k-1].trigger >= sentence.First {
		k--
	}
	for ; k < len(all) && all[k].trigger < sentence.Last; k++ {
		o := &all[k]
		if o.trigger == trigger || !x.lexicon.types[o.plover.Type].open || !x.doc.Governs(o.trigger, trigger) {
			continue
		}
		if isContent(x, o.trigger, trigger) {
			return true
		}
	}
	return false
}
