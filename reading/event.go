package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"slices"
)

// deed is one mention of an event.
type deed struct {
	trigger int
	*frame
	actors, recipients []int
	modality           rapporteur.Modality
	claimedBy          int
	rule               string
}

// events finds who did what to whom: from words that mean an event, and from
// what speakers do by speaking. Meetings are not repeated.
func (r *reading) events() {
	deeds := r.deeds()
	var kept []deed
	for i := range deeds {
		if d := &deeds[i]; len(d.actors) > 0 && d.modality != "" && !r.toldTwice(kept, d) {
			kept = append(kept, *d)
		}
	}
	for i := range kept {
		r.out.Events = append(r.out.Events, r.event(&kept[i]))
	}
}

// deeds gives the mentions of events in the order of the text.
func (r *reading) deeds() []deed {
	var found []deed
	at := map[int]bool{}
	for i, t := range r.doc.Tokens {
		if t.UPOS != "VERB" && t.UPOS != "NOUN" && t.UPOS != "ADJ" && t.UPOS != "PROPN" {
			continue
		}
		if f := r.frameOf(i); f != nil && !syntax.Questioned(r.doc, i) {
			if d, ok := r.byFrame(i, f); ok && !d.isMeeting() && d.modality != "" && len(d.actors) > 0 {
				found, at[i] = append(found, d), true
			}
		}
	}
	found = append(found, r.byActs(at)...)
	found = append(found, r.byRefusals(at)...)
	slices.SortStableFunc(found, func(a, b deed) int { return a.trigger - b.trigger })
	return slices.DeleteFunc(found, func(d deed) bool { return r.contentOf(found, &d) })
}

// expected reports whether an act of speech is only foreseen: by who speaks, by the
// reporter ("will agree", "cannot accept"), or by a noun ("the pledge to secure").
func (r *reading) expected(d *deed) bool {
	t := r.doc.Tokens[d.trigger]
	mood := syntax.MoodOf(r.doc, d.trigger)
	if t.Has("conj") && mood == "" {
		mood = syntax.MoodOf(r.doc, t.Head)
	}
	if d.negates() {
		return d.claimedBy < 0 && (mood == "will" || mood == "can")
	}
	if d.plover.Type == "CONCEDE" && t.UPOS == "VERB" && mood == "will" {
		return false // will allow, will open: done, not said
	}
	return d.modality == rapporteur.Planned && (d.claimedBy >= 0 || mood == "will" || t.Head >= 0 && r.doc.Tokens[t.Head].UPOS == "NOUN")
}

// isMeeting reports whether a deed is one that meetings tell: all consultations
// but the efforts of a third party between two.
func (d *deed) isMeeting() bool {
	return d.plover.Type == "CONSULT" && (d.plover.Mode != "third-party" || len(d.recipients) == 0)
}

// byFrame fills the roles of a frame.
func (r *reading) byFrame(i int, f *frame) (deed, bool) {
	d := deed{trigger: i, frame: f, rule: "frame of " + f.pos, claimedBy: r.claimant(i)}
	passing := r.inPassing(i)
	if passing {
		d.claimedBy = -1
	}
	d.modality = r.occurrence(i)
	if d.modality == attempted {
		d.modality = ""
		if r.tables.types[f.plover.Type].tried {
			d.modality = rapporteur.Happened
		}
	}
	if d.claimedBy < 0 {
		d.claimedBy = r.accuser(i)
	}
	switch {
	case f.blames():
		d.modality = r.blamed(i, f, d.modality)
	case f.negates() && d.modality == rapporteur.Denied || slices.Contains(f.actor, "speaker"):
		d.modality = rapporteur.Happened
	}
	d.actors = r.withOthers(i, r.castAt(i, f.actor, nil))
	if len(d.actors) == 0 && r.tables.types[f.plover.Type].official {
		d.actors = r.authorities(i)
	}
	if r.tables.types[f.plover.Type].spoken && r.private(d.actors) {
		return d, false
	}
	d.recipients = r.hitAt(i, f, d.actors)
	if f.pos == "adj" && len(d.recipients) == 0 && r.tables.types[f.plover.Type].open {
		return d, false // ready to go on: a mood, nothing that is agreed
	}
	if f.pos == "noun" && r.light(i) < 0 {
		if len(d.recipients) == 0 && !slices.Contains(f.recipient, "-") && !r.fullNoun(i, f) {
			return d, false
		}
	}
	if !passing && r.disputed(i) && d.modality == rapporteur.Happened {
		d.modality = rapporteur.Denied
	}
	if !r.utter(&d) {
		if r.tables.types[f.plover.Type].spoken && r.expected(&d) {
			return d, false
		}
		r.claim(&d)
	}
	if d.claimedBy < 0 && len(d.actors) > 0 && r.doc.Tokens[i].Lemma == "claim" {
		d.claimedBy = d.actors[0] // responsibility for an attack
	}
	if r.tables.types[d.plover.Type].pointed && len(d.recipients) == 0 {
		return d, false
	}
	return d, d.modality != rapporteur.Denied || r.disputes(&d)
}

// private reports whether actors are persons alone who are nobody's officials: a
// scholar who agrees does nothing.
func (r *reading) private(actors []int) bool {
	for _, i := range actors {
		a := &r.cast.Actors[i]
		office := slices.ContainsFunc(a.Roles, func(o rapporteur.Role) bool {
			return o.Sector != "" && o.Sector != "business" && o.Sector != "media" && o.Sector != "civil society"
		})
		if a.Kind != rapporteur.Person || a.Known != nil || a.For != "" || a.State != "" || office {
			return false
		}
	}
	return len(actors) > 0
}

// inPassing reports whether a verb stands in a relative clause of words that are
// told, not quoted: what they say of somebody besides is the reporter's.
func (r *reading) inPassing(i int) bool {
	for k := range r.quotations {
		if r.quotations[k].Contains(r.doc.Tokens[i].Range) {
			return false
		}
	}
	for at := i; at >= 0; at = r.doc.Tokens[at].Head {
		t := r.doc.Tokens[at]
		if t.Has("acl:relcl") {
			h := r.sourceOf(t.Head)
			return h >= 0 && h == r.sourceOf(i)
		}
		if !t.Has("conj", "obj", "obl", "nmod") {
			return false
		}
	}
	return false
}

// authorities gives the state whose authorities are meant where a passive leaves
// out who did what only they do: "was arrested in Canada".
func (r *reading) authorities(verb int) []int {
	if r.doc.Tokens[verb].UPOS != "VERB" || r.doc.Child(verb, "aux:pass") < 0 {
		return nil
	}
	for c := range r.doc.Children(verb) {
		if r.doc.Tokens[c].Has("obl") && syntax.HasPreposition(r.doc, c, "in") {
			if a := r.cast.Territory(c); a >= 0 {
				return []int{a}
			}
		}
	}
	return nil
}

// fullNoun reports whether a noun tells enough of a deed where nobody is said to
// suffer it: "the shelling of homes", "its refusal to sign".
func (r *reading) fullNoun(i int, f *frame) bool {
	t := r.tables.types[f.plover.Type]
	if t.bodily {
		return syntax.Modifier(r.doc, i, "of") >= 0
	}
	return t.open && !t.pointed && r.doc.Child(i, "nmod:poss") >= 0 && (len(r.argumentAt(i, "xcomp")) > 0 || i+1 < len(r.doc.Tokens) && r.doc.Tokens[i+1].UPOS == "PART")
}

// blamed is the modality of an accusation that lies in what somebody is said to
// have done, or left undone; what they might do is none.
func (r *reading) blamed(i int, f *frame, done rapporteur.Modality) rapporteur.Modality {
	if r.doubted(i) || syntax.MoodOf(r.doc, i) == "can" || r.doc.Tokens[i].UPOS == "ADJ" && syntax.Auxiliary(r.doc, i, "may") >= 0 {
		return ""
	}
	if r.doc.Tokens[i].UPOS == "VERB" && r.doc.Child(i, "cop") >= 0 && !syntax.Negated(r.doc, i) {
		return rapporteur.Happened // is to blame
	}
	if done == rapporteur.UnderWay || done == rapporteur.Happened && !f.negates() || f.negates() && done == rapporteur.Denied && syntax.MoodOf(r.doc, i) == "" {
		return rapporteur.Happened
	}
	return ""
}

// doubted reports whether a token stands in words that their speaker does not
// hold true.
func (r *reading) doubted(token int) bool {
	return frames.Any(r.said, func(a *frames.Frame) bool {
		return slices.Contains([]string{"deny", "reject", "dispute", "question", "doubt", "refuse", "ask", "oppose"}, a.Attribute(frames.Act)) && frames.Says(a, token)
	})
}

// accuser gives who accuses somebody of a deed: "accused Oslo of backing them".
func (r *reading) accuser(i int) int {
	t := r.doc.Tokens[i]
	if t.XPOS != "VBG" || !t.Has("advcl", "acl", "obl", "xcomp") || t.Head < 0 {
		return -1
	}
	if f := r.frameOf(t.Head); f == nil || f.plover.Type != "ACCUSE" || f.plover.Mode == "disapprove" {
		return -1 // who is condemned for it did it
	}
	s := r.doer(t.Head)
	if s < 0 {
		return -1
	}
	return r.cast.Describe(s)
}

// disputes reports whether somebody says of a deed that it did not happen: what
// the reporter says did not happen is nothing to write down.
func (r *reading) disputes(d *deed) bool {
	h := r.doc.Tokens[d.trigger].Head
	return d.claimedBy >= 0 || r.disputed(d.trigger) || h >= 0 && r.doc.Tokens[h].Lemma == "deny"
}

// claim settles on whose word a deed rests: what somebody does by saying it, and
// what the reporter says, is nobody's claim.
func (r *reading) claim(d *deed) {
	if d.claimedBy < 0 {
		return
	}
	if !r.party(d.claimedBy) {
		d.claimedBy = -1
		return
	}
	if !r.tables.types[d.plover.Type].spoken && d.modality != rapporteur.Denied {
		return
	}
	for _, a := range d.actors {
		if r.sameSide(a, d.claimedBy) {
			d.claimedBy = -1
			return
		}
	}
}

// contentOf reports whether a deed is only what another one is about: what is
// agreed, asked, refused or threatened has not happened by that.
func (r *reading) contentOf(all []deed, d *deed) bool {
	for k := range all {
		o := &all[k]
		if o.trigger == d.trigger || !r.tables.types[o.plover.Type].open || !r.doc.Governs(o.trigger, d.trigger) {
			continue
		}
		if r.isContent(o.trigger, d.trigger) {
			return true
		}
	}
	return false
}

// isContent reports whether a token stands in what a word of speaking is about
// rather than in a clause of its own beside it.
func (r *reading) isContent(word, token int) bool {
	for at := token; at != word; at = r.doc.Tokens[at].Head {
		t := r.doc.Tokens[at]
		if t.Head == word && syntax.Concomitant(r.doc, at) {
			return false // refused to pay, adding that they were no slaves
		}
		if t.Has("acl:relcl", "parataxis", "appos") || t.Has("conj") && r.doc.Tokens[t.Head].UPOS == "VERB" && t.Head == word {
			return false
		}
		if t.Has("advcl", "obl") && t.Head == word && syntax.LedBy(r.doc, at, "after", "since", "as", "because", "before", "following", "while", "when", "over", "despite", "although", "amid") {
			return false
		}
	}
	return true
}

// toldTwice reports whether a deed is another mention of one that is kept, and
// lets the latter have what only the former knows.
func (r *reading) toldTwice(kept []deed, d *deed) bool {
	for k := range kept {
		o := &kept[k]
		if o.plover.Type != d.plover.Type || !r.sameActors(o.actors, d.actors) {
			continue
		}
		near := r.doc.SentenceOf(o.trigger) == r.doc.SentenceOf(d.trigger)
		same := r.doc.Tokens[o.trigger].Lemma == r.doc.Tokens[d.trigger].Lemma && !r.otherMatter(o, d)
		if (same || near) && (r.sameActors(o.recipients, d.recipients) || len(d.recipients) == 0 || len(o.recipients) == 0) && (near || o.modality == d.modality || d.modality == rapporteur.Happened) {
			if len(o.recipients) == 0 {
				o.recipients = d.recipients
			}
			return true
		}
	}
	return false
}

// otherMatter reports whether two words of speaking, each with an infinitive or a
// clause, are about different deeds: urged them to sign, urged them to pay.
func (r *reading) otherMatter(a, b *deed) bool {
	if !r.tables.types[a.plover.Type].open || a.trigger == b.trigger {
		return false
	}
	x, y := r.matter(a.trigger), r.matter(b.trigger)
	return x != "" && y != "" && x != y
}

// matter is the verb of what a word of speaking is about, empty where no clause
// tells it.
func (r *reading) matter(word int) string {
	for _, place := range []string{"xcomp", "ccomp"} {
		for _, c := range r.argumentAt(word, place) {
			return r.doc.Tokens[c].Lemma
		}
	}
	return ""
}

// sameActors reports whether two lists have an actor, or a side, in common.
func (r *reading) sameActors(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if r.sameSide(x, y) {
				return true
			}
		}
	}
	return len(a) == 0 && len(b) == 0
}

// certainty is how likely a deed is right, by what shows it: shares of right ones
// in the samples of eval/checked, events.tsv and again/events.tsv.
func (r *reading) certainty(d *deed) float64 {
	sure := 0.85
	if len(d.recipients) == 0 {
		sure = 0.75
	}
	if !slices.ContainsFunc(d.actors, r.identified) {
		sure -= 0.07
	}
	if d.pos == "adj" || d.claimedBy >= 0 {
		sure -= 0.04
	}
	return sure
}

// event writes a deed down.
func (r *reading) event(d *deed) rapporteur.Event {
	evidence := r.brief(syntax.SentenceRange(r.doc, d.trigger), r.doc.Tokens[d.trigger].Range)
	e := rapporteur.Event{
		Plover: d.plover, Cameo: d.cameo, Actors: r.ids(d.actors), Recipients: r.ids(d.recipients),
		Modality: d.modality, Hedge: rapporteur.Text(r.hedged(d.trigger)), Date: r.when(d.trigger), Place: r.placeOf(d.trigger),
	}
	if d.claimedBy >= 0 {
		e.ClaimedBy = rapporteur.Text(r.cast.Actors[d.claimedBy].ID)
	}
	e.Plover.Contexts = r.contextsOf(d)
	e.Basis = r.basis("event", d.rule, r.certainty(d), []language.Range{evidence}, r.doc.Tokens[d.trigger].Range)
	return e
}
