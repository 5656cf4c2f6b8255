package reading

import (
	"rapporteur"
	"rapporteur/entities"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"slices"
)

// encounter is one mention of people coming together, before mentions of the
// same meeting are joined.
type encounter struct {
	trigger int
	kind    string
	seats   []seat
	place   *rapporteur.Place
	date    rapporteur.Date
	status  rapporteur.Status
	about   string
	// outcome is what came of it, in words; before, what it had been.
	outcome string
	before  *earlier
	// definite mentions may take up a meeting that was told before: "the talks".
	definite bool
	// part mentions tell of somebody's part in a meeting that was told before, or
	// of a part of it: "X also joined the talks", "met for a last session".
	part bool
	// past mentions tell what was before the rest: "after the talks were put off".
	past bool
	// fresh mentions are of a further meeting: "again", "the next round".
	fresh     bool
	claimedBy int
	evidence  language.Range
	rule      string
}

// verbOfMeeting is the rule of encounters that a verb tells.
const verbOfMeeting = "verb of meeting"

// verbOfJourney is the rule of visits that a verb of going tells.
const verbOfJourney = "verb of journey"

// seat is one actor's part in an encounter.
type seat struct {
	actor    int
	role     rapporteur.Text
	presence rapporteur.Presence
	evidence language.Range
}

// encounters finds the mentions of meetings in the order of the text.
func (r *reading) encounters() []encounter {
	var out []encounter
	for i, t := range r.doc.Tokens {
		var e encounter
		ok := false
		switch t.UPOS {
		case "VERB":
			if w, found := r.tables.verbs[t.Lemma]; found {
				e, ok = r.byVerb(i, w)
			}
		case "NOUN", "PROPN":
			if w, found := r.tables.nouns[lower(t.Lemma)]; found {
				e, ok = r.byNoun(i, w)
			}
		}
		if ok && !r.credit(i) {
			e.trigger, e.evidence = i, r.brief(syntax.SentenceRange(r.doc, i), t.Range)
			e.claimedBy = r.claimant(i)
			e.past = r.inBackground(i)
			e.outcome = r.outcome(&e)
			r.exclude(&e)
			if e.says() && !r.onlyAny(&e) {
				out = append(out, r.calls(e)...)
			}
		}
	}
	return out
}

// calls parts a call to several people, and separate meetings with them, into one
// with each.
func (r *reading) calls(e encounter) []encounter {
	if n := len(e.seats); n > 2 && r.doc.Tokens[e.trigger].XPOS == "NNS" && syntax.HasDependent(r.doc, e.trigger, "separate", "bilateral", "individual") {
		return r.parted(e, e.seats[n-1], e.seats[:n-1])
	}
	if e.kind != "call" || len(e.seats) < 3 || e.rule != verbOfMeeting {
		return []encounter{e}
	}
	return r.parted(e, e.seats[0], e.seats[1:])
}

// parted gives one encounter of somebody with each of the others.
func (r *reading) parted(e encounter, who seat, others []seat) []encounter {
	var out []encounter
	for _, s := range others {
		if r.cast.Actors[s.actor].Kind == rapporteur.Unnamed || r.cast.Actors[s.actor].Plural {
			continue // his allies, who follow by name
		}
		one := e
		one.seats = []seat{who, s}
		out = append(out, one)
	}
	return out
}

// byVerb reads "A met B in Riyadh on Tuesday".
func (r *reading) byVerb(v int, w encounterWord) (encounter, bool) {
	e := encounter{kind: w.kind, rule: verbOfMeeting}
	if len(w.needs) > 0 && !syntax.HasDependent(r.doc, v, w.needs...) {
		return r.conversation(v, w)
	}
	e.status = r.status(r.modality(v))
	if e.status == "" || syntax.Questioned(r.doc, v) || r.doc.Tokens[v].Has("amod") || r.untold(v) {
		return e, false
	}
	subject, object, passive := r.arguments(v)
	if passive {
		subject, object = syntax.Agent(r.doc, v), subject
	} else if (w.persons || len(w.needs) > 0) && len(r.parties(subject)) == 0 {
		subject = r.besideVerb(v, subject)
	}
	if w.alone && object >= 0 {
		return e, false // the storm gathered force
	}
	if len(w.needs) == 0 && r.doc.Child(v, "compound") >= 0 || w.persons && object >= 0 && !r.personal(object) { // "called up reservists"
		return e, false
	}
	if w.kind == "call" && object >= 0 && (r.naming(object) || !r.somePerson(object)) {
		return e, false
	}
	r.take(&e, subject, w.subject)
	r.takeNot(&e, subject)
	if w.kind == "call" && len(e.seats) == 0 {
		return e, false // many praised her, calling her a heroine
	}
	if w.subject == rapporteur.Host && !r.allAnchored(&e) {
		return e, false // greeted by an honour guard
	}
	if w.object != "" {
		r.take(&e, object, w.object)
	}
	if w.kind == "visit" && object >= 0 && !r.town(object) && !r.allOffice(&e) {
		return e, false // families visited the prisoners
	}
	for c := range r.doc.Children(v) {
		if w.with != "" && r.doc.Tokens[c].Has("obl") && syntax.HasPreposition(r.doc, c, "with") {
			r.take(&e, c, w.with)
		}
		if w.with != "" && slices.Contains(w.needs, r.doc.Tokens[c].Lemma) {
			r.takeBy(&e, c, w.with)
		}
		e.part = e.part || syntax.HasPreposition(r.doc, c, "for") && r.session(c)
	}
	e.definite = e.definite || e.part
	e.place, e.date = r.placeOf(v), r.when(v)
	e.fresh = r.again(v)
	if journey := w.to != "" && (object < 0 || r.town(object)); journey {
		if r.leadsToMeeting(v) || !r.journeyTo(&e, v, w.to) {
			return e, false // it is the talks that count, or nobody's visit
		}
		e.rule = verbOfJourney
	}
	return e, len(e.seats) > 0
}

// besideVerb finds the party whose mention ends where a verb begins, for trees in
// which the subject hangs elsewhere; the subject of the tree where there is none.
func (r *reading) besideVerb(v, subject int) int {
	before := v - 1
	for before >= 0 && r.doc.Tokens[before].Head == v && r.doc.Tokens[before].Has("aux", "advmod") {
		before--
	}
	if before >= 0 && r.doc.Tokens[before].Form == "," {
		before--
	}
	if before < syntax.Sentence(r.doc, v).First {
		return subject
	}
	m := r.cast.At(before)
	if m == nil || m.Actor < 0 || m.Last != before+1 || m.Place != nil || m.Form == entities.ByPronoun {
		return subject
	}
	if t := r.doc.Tokens[m.Head]; t.Has("conj", "appos") && t.Head < m.Head && r.cast.ActorAt(t.Head) >= 0 {
		return t.Head
	}
	return m.Head
}

// session reports whether a noun is a part of a meeting: "a last session".
func (r *reading) session(n int) bool {
	if t := r.doc.Tokens[n]; t.Lemma != "session" && t.Lemma != "round" {
		return false
	}
	return syntax.HasDependent(r.doc, n, "last", "final", "closing", "first", "opening", "second", "third", "working")
}

// arguments gives the subject and object of a verb, the subject being taken
// over from the verb that governs an infinitive, and whether it is passive.
func (r *reading) arguments(v int) (subject, object int, passive bool) {
	a := syntax.ArgumentsOf(r.doc, v, syntax.Lexicon{Controls: r.controls, Acts: func(noun int) bool { return r.cast.ActorAt(noun) >= 0 }})
	return r.resolveRelative(a.Subject), a.Object, a.Passive
}

// controls reports whether the object of a verb does what its infinitive says.
func (r *reading) controls(verb int) bool {
	t := r.doc.Tokens[verb]
	return r.tables.controls[t.Lemma] || r.tables.controls[lower(t.Form)]
}

// resolveRelative steps from a relative pronoun to the noun before it.
func (r *reading) resolveRelative(subject int) int {
	if subject < 0 || !syntax.RelativePronoun(r.doc.Tokens[subject]) {
		return subject
	}
	if n := syntax.Antecedent(r.doc, r.doc.Tokens[subject].Head, subject); n != subject {
		return r.relativeAntecedent(subject, syntax.Explained(r.doc, n))
	}
	return subject
}

// relativeAntecedent gives the noun that a relative pronoun stands for: where the parser
// found a thing, who is named right before it, "the deadline set by Oslo, which
// called on".
func (r *reading) relativeAntecedent(pronoun, head int) int {
	if t := r.doc.Tokens[head]; r.cast.ActorAt(head) >= 0 || len(r.origins(head)) > 0 || t.UPOS == "PROPN" || pronoun < 2 || lower(r.doc.Tokens[pronoun].Form) != "which" {
		return head
	}
	before := pronoun - 1
	if r.doc.Tokens[before].Form == "," {
		before--
	}
	if m := r.cast.At(before); m != nil && m.Actor >= 0 && before > head && r.party(m.Actor) {
		return m.Head
	}
	return head
}

// take seats the actors of a noun phrase.
func (r *reading) take(e *encounter, head int, role rapporteur.Text) {
	for _, i := range r.attendees(head) {
		r.seat(e, i, role, "")
	}
}

// takeBy seats who stands behind a means: "by telephone with X".
func (r *reading) takeBy(e *encounter, means int, role rapporteur.Text) {
	for c := range r.doc.Children(means) {
		if r.doc.Tokens[c].Has("nmod") && syntax.HasPreposition(r.doc, c, "with") {
			r.take(e, c, role)
		}
	}
}

// takeNot seats as absent who is joined with "but not".
func (r *reading) takeNot(e *encounter, head int) {
	if head < 0 {
		return
	}
	for c := range r.doc.Children(head) {
		if r.doc.Tokens[c].Has("nmod") && syntax.HasPreposition(r.doc, c, "from", "of") {
			r.takeNot(e, c)
		}
		if !r.doc.Tokens[c].Has("conj") || !syntax.ButNot(r.doc, c) {
			continue
		}
		for _, i := range r.attendees(c) {
			r.seat(e, i, "", rapporteur.Absent)
		}
	}
}

func (r *reading) seat(e *encounter, actor int, role rapporteur.Text, presence rapporteur.Presence) {
	for k := range e.seats {
		if e.seats[k].actor == actor {
			if presence != "" {
				e.seats[k].presence, e.seats[k].role = presence, role
			}
			return
		}
	}
	e.seats = append(e.seats, seat{actor: actor, role: role, presence: presence})
}

// claimant gives the actor in whose words a token stands, -1 for the
// reporter's own.
func (r *reading) claimant(token int) int {
	return r.cast.ActorAt(r.sourceOf(token))
}

// sourceOf gives the token for who says the words that a token stands in, -1
// for the reporter.
func (r *reading) sourceOf(token int) int {
	if r.sources == nil {
		r.sources = r.sourcesOfTokens()
	}
	return r.sources[token]
}

// sourcesOfTokens gives for each token who says it: the source of the shortest
// content that holds it.
func (r *reading) sourcesOfTokens() []int {
	sources, sizes := make([]int, len(r.doc.Tokens)), make([]int, len(r.doc.Tokens))
	for i := range sources {
		sources[i] = -1
	}
	for k := range r.said {
		a := &r.said[k]
		if !frames.Clausal(a) {
			continue // who refuses to meet does not claim it
		}
		source := a.Head(frames.Source)
		for _, c := range a.Of(frames.Content) {
			n := c.Range(r.doc).Len()
			for i := c.First; i < c.Last; i++ {
				if sizes[i] == 0 || n < sizes[i] {
					sources[i], sizes[i] = source, n
				}
			}
		}
	}
	return sources
}
