package reading

import (
	"rapporteur"
	"rapporteur/language/syntax"
	"slices"
)

// byNoun reads "A and B held talks in Geneva", "talks between A and B", "the
// Paris summit", "A's meeting with B".
func (r *reading) byNoun(n int, w encounterWord) (encounter, bool) {
	e := encounter{kind: w.kind, rule: "noun of meeting"}
	if r.otherSense(n) || r.inGeneral(n) {
		return e, false
	}
	e.definite, e.fresh = syntax.Definite(r.doc, n), r.further(n)
	for c := range r.doc.Children(n) {
		k := r.doc.Tokens[c]
		switch {
		case k.Has("nmod:poss") && k.Lemma == "their":
			for _, i := range r.they(n) {
				r.seat(&e, i, w.subject, "")
			}
			e.definite = true
		case k.Has("nmod:poss"):
			r.take(&e, c, w.subject)
		case k.Has("nmod") && syntax.HasPreposition(r.doc, c, "between", "with", "among", "of") && !r.isTopic(c):
			r.take(&e, c, w.with)
		case k.Has("amod", "compound"):
			r.takeModifier(&e, c, w.subject)
		}
	}
	if len(e.seats) == 0 {
		r.take(&e, r.betweenSides(n), w.with)
	}
	if said := r.saidAt(n); len(e.seats) == 0 && said >= 0 {
		for _, i := range r.talkers(said) {
			r.seat(&e, i, rapporteur.Participant, "")
		}
		if len(e.seats) > 0 && !syntax.HasPreposition(r.doc, n, "before") && syntax.FormModality(r.doc, said) == rapporteur.Happened {
			e.status = rapporteur.Held
		}
	}
	e.place, e.date, e.about = r.placeOf(n), r.when(n), r.matterOf(n)
	r.govern(&e, r.wholeOf(n))
	r.relate(&e, n)
	if w.to != "" {
		r.journeyTo(&e, n, w.to)
	}
	if e.status == "" {
		e.status = r.status(r.modality(n))
	}
	if h := r.doc.Tokens[n].Head; e.status == rapporteur.Held && e.fresh && h >= 0 && syntax.Present(r.doc.Tokens[h]) {
		return e, false // it hinges on further talks
	}
	if e.status == rapporteur.Held && r.toCome(n) {
		e.status = rapporteur.PlannedMeeting
	}
	return e, true
}

// they gives those whose meeting "their meeting" is: who speak to one another
// there, else the two named side by side before.
func (r *reading) they(noun int) []int {
	if here := r.talkers(r.saidAt(noun)); len(here) > 0 {
		return here
	}
	return r.pairAt(noun)
}

// toCome reports whether a clause behind a meeting tells what it will be: "a
// summit that will focus on the war", "the talks due to begin".
func (r *reading) toCome(n int) bool {
	for c := range r.doc.Children(n) {
		t := r.doc.Tokens[c]
		if s := r.doc.Child(c, "nsubj", "nsubj:pass"); t.Has("acl:relcl") && s >= 0 && r.doc.Tokens[s].XPOS != "WDT" {
			continue // said after the meeting that the sanctions would stay
		}
		if t.Has("acl", "amod") && (syntax.FormModality(r.doc, c) == rapporteur.Planned || r.tables.governors[t.Lemma] == rapporteur.Planned && !t.Has("acl:relcl")) {
			return true
		}
	}
	return false
}

// says reports whether an encounter tells anything: that it is or will be, or
// that somebody's seat is empty, and something to know it by.
func (e *encounter) says() bool {
	return (e.status != "" || e.leavesOut()) && (len(e.seats) > 0 || e.place != nil || e.definite)
}

// leavesOut reports whether somebody's seat is empty.
func (e *encounter) leavesOut() bool {
	for _, s := range e.seats {
		if s.presence.LeftOut() && s.presence != "" {
			return true
		}
	}
	return false
}

// betweenSides finds the sides behind "between" where the parser hung them on
// another noun: "talks in Cairo between Israelis and Egyptians".
func (r *reading) betweenSides(n int) int {
	s := syntax.Sentence(r.doc, n)
	for i := n + 1; i < s.Last && i < n+12; i++ {
		t := r.doc.Tokens[i]
		if t.Lemma == "between" && t.Has("case") {
			if i-1 > n && r.doc.Tokens[i-1].UPOS == "NOUN" {
				return -1 // the contact between them, not the talks
			}
			return t.Head
		}
		if _, other := r.tables.nouns[t.Lemma]; other && t.UPOS == "NOUN" {
			return -1
		}
	}
	return -1
}

// otherSense weeds out news conferences, party conferences, court sessions.
func (r *reading) otherSense(n int) bool {
	for c := range r.doc.Children(n) {
		t := r.doc.Tokens[c]
		if t.Has("compound", "amod") {
			switch t.Lemma {
			case "news", "press", "party", "media", "court", "parliamentary", "plenary", "training", "photo", "cabinet":
				return true
			}
		}
	}
	switch r.doc.Tokens[n].Lemma {
	case "call": // a call for restraint is no phone call
		return !syntax.HasDependent(r.doc, n, "phone", "telephone", "video", "conference") && r.doc.Child(n, "nmod:poss") < 0 || syntax.Modifier(r.doc, n, "for", "on") >= 0
	case "talk", "discussion", "conversation", "session", "conference":
		return r.doc.Tokens[n].Has("compound")
	}
	return false
}

// isTopic reports whether an "of" phrase tells what a meeting is about rather
// than who meets: no actor stands in it.
func (r *reading) isTopic(token int) bool {
	return syntax.HasPreposition(r.doc, token, "of") && len(r.parties(token)) == 0
}

// takeModifier seats the sides that an adjective or compound names: "US-Russia
// talks", "the European meeting". A place name is where, not who.
func (r *reading) takeModifier(e *encounter, token int, role rapporteur.Text) {
	m := r.cast.At(token)
	if m == nil || m.Actor < 0 {
		for c := range r.doc.Children(token) {
			if k := r.cast.At(c); k != nil && k.Actor >= 0 && k.Place == nil {
				r.seat(e, k.Actor, role, "")
			}
		}
		return
	}
	r.seat(e, m.Actor, role, "")
	for c := range r.doc.Children(token) {
		if i := r.cast.ActorAt(c); i >= 0 {
			r.seat(e, i, role, "")
		}
	}
}

// govern reads the verb that a noun of meeting depends on: who holds, hosts,
// joins, puts off, boycotts.
func (r *reading) govern(e *encounter, n int) {
	t := r.doc.Tokens[n]
	v := t.Head
	if v < 0 || r.doc.Tokens[v].UPOS != "VERB" {
		r.thereFor(e, n)
		return
	}
	if t.Has("obl") && len(r.sides(e)) == 1 && syntax.Modifier(r.doc, n, "with") >= 0 && syntax.HasPreposition(r.doc, n, "at", "in", "during", "after", "following", "before") {
		subject, _, _ := r.arguments(v)
		r.take(e, subject, rapporteur.Participant) // told him in talks with her
	}
	passive, own := t.Has("nsubj:pass"), t.Has("nsubj")
	for _, w := range r.tables.meetingVerbs[r.doc.Tokens[v].Lemma] {
		if !r.particles(v, n, w.rest) {
			continue
		}
		m := r.modality(v)
		if journey := w.status == rapporteur.PlannedMeeting && len(w.rest) > 0; journey {
			e.date = "" // the day of the journey
			r.seatDestination(e, v)
		}
		if w.status != "" && (m == rapporteur.Happened || m == rapporteur.UnderWay) || w.status == rapporteur.PlannedMeeting && m != rapporteur.Denied {
			e.status = w.status
		} else {
			e.status = r.status(m)
		}
		if w.status == rapporteur.Postponed || w.status == rapporteur.Cancelled {
			r.putOff(e, n, v)
		}
		if own {
			if agent := syntax.Agent(r.doc, v); passive && agent >= 0 && w.role != "" {
				r.take(e, agent, w.role)
			}
			return
		}
		if t.Has("obj") && w.role == rapporteur.Participant {
			r.takeWith(e, v)
		}
		subject, _, _ := r.arguments(v)
		sides := len(r.sides(e))
		for _, i := range r.attendees(subject) {
			switch {
			case w.presence != "":
				r.seat(e, i, "", w.presence)
				e.status = ""
			case m == rapporteur.Denied && w.status == "":
				if w.attends { // who did not conclude talks was not absent from them
					r.seat(e, i, "", rapporteur.Absent)
				}
				e.status = ""
			case w.role != "":
				r.seat(e, i, w.role, "")
				e.part = w.attends
			case sides < 2: // who puts off a meeting is one of its sides
				r.seat(e, i, rapporteur.Participant, "")
			}
		}
		return
	}
}

// takeWith seats those with whom a verb is done: "ate lunch with".
func (r *reading) takeWith(e *encounter, verb int) {
	for c := range r.doc.Children(verb) {
		if r.doc.Tokens[c].Has("obl") && syntax.HasPreposition(r.doc, c, "with") && !r.withAbsent(c) {
			r.take(e, c, rapporteur.Participant)
		}
	}
}

// withAbsent reports whether what follows "with" only says how somebody is: "with
// her allies absent".
func (r *reading) withAbsent(token int) bool {
	_, end := r.doc.Yield(token)
	for i := token + 1; i < min(end+1, len(r.doc.Tokens)); i++ {
		if t := r.doc.Tokens[i]; t.UPOS == "ADJ" && !t.Has("amod") {
			return true
		}
	}
	return false
}

// thereFor reads "is in Doha for talks with them": who is there takes part, and
// it is there that they meet.
func (r *reading) thereFor(e *encounter, n int) {
	h := r.doc.Tokens[n].Head
	if h < 0 || r.doc.Child(h, "cop") < 0 || !syntax.HasPreposition(r.doc, n, "for") || !syntax.HasPreposition(r.doc, h, "in") || len(e.seats) == 0 {
		return
	}
	m, subject := r.cast.At(h), r.doc.Child(h, "nsubj")
	if m == nil || m.Place == nil || subject < 0 || len(r.parties(subject)) == 0 {
		return
	}
	r.take(e, subject, rapporteur.Participant)
	e.place, e.status = m.Place, rapporteur.PlannedMeeting
}

// wholeOf steps from the talks to the round of talks.
func (r *reading) wholeOf(noun int) int {
	h := r.doc.Tokens[noun].Head
	if h >= 0 && r.doc.Tokens[noun].Has("nmod") && slices.Contains([]string{"round", "series", "day"}, r.doc.Tokens[h].Lemma) {
		return h
	}
	return noun
}

// seatDestination seats the state that somebody travels to for talks.
func (r *reading) seatDestination(e *encounter, journey int) {
	for c := range r.doc.Children(journey) {
		if m := r.cast.At(c); m != nil && m.Actor >= 0 && m.Place != nil && m.Place.State && syntax.HasPreposition(r.doc, c, "to", "in") {
			r.seat(e, m.Actor, rapporteur.Host, "")
		}
	}
}

// relate reads the clause that says when and where a meeting is: "a meeting that
// had been planned for Saturday", "talks, which ended in Geneva". What it says of
// the status counts where no verb of meetings governs the noun.
func (r *reading) relate(e *encounter, n int) {
	v := r.relation(n)
	if v < 0 {
		return
	}
	if place := r.placeOf(v); place != nil {
		e.place = place
	}
	e.date = r.when(v)
	if e.status == rapporteur.Postponed && r.doc.Tokens[n].Head >= 0 {
		if day := r.dateOf(r.doc.Tokens[n].Head); day != "" {
			e.date = day // what was to be on Friday is put off until Monday
		}
	}
	if e.status != "" || e.leavesOut() {
		return
	}
	m, planned := r.tables.governors[r.doc.Tokens[v].Lemma]
	if !planned || m != rapporteur.Planned {
		m = r.modality(v)
	}
	e.status = r.status(m)
}

// dateOf gives the date that a verb itself governs.
func (r *reading) dateOf(verb int) rapporteur.Date {
	for c := range r.doc.Children(verb) {
		for _, d := range r.doc.Dates {
			if r.doc.Tokens[c].Has("obl") && d.Value != "" && d.Contains(r.doc.Tokens[c].Range) {
				return d.Value
			}
		}
	}
	return ""
}

// relation finds such a clause, on the noun or on whose meeting it is: "the
// summit of the union that opens in Rome". Its verb is one of meetings or plans,
// its subject the meeting.
func (r *reading) relation(n int) int {
	for c := range r.doc.Children(n) {
		if r.doc.Tokens[c].Has("acl:relcl") && r.tells(c) {
			return c
		}
		if r.doc.Tokens[c].Has("nmod") && syntax.HasPreposition(r.doc, c, "of") {
			if v := r.doc.Child(c, "acl:relcl"); v >= 0 && r.tells(v) {
				return v
			}
		}
	}
	return -1
}

func (r *reading) tells(v int) bool {
	s := r.doc.Child(v, "nsubj", "nsubj:pass")
	if s < 0 || r.doc.Tokens[s].XPOS != "WDT" {
		return false
	}
	lemma := r.doc.Tokens[v].Lemma
	_, meets := r.tables.meetingVerbs[lemma]
	return meets || r.tables.governors[lemma] == rapporteur.Planned
}

// particles reports whether the words of a meeting verb behind its head are
// there: particles of the verb, or the preposition of the noun.
func (r *reading) particles(v, n int, rest []string) bool {
	if len(rest) == 0 {
		return r.doc.Tokens[n].Has("obj", "nsubj", "iobj")
	}
	for i, w := range rest {
		found := i == len(rest)-1 && syntax.HasPreposition(r.doc, n, w)
		for c := range r.doc.Children(v) {
			if lower(r.doc.Tokens[c].Form) == w && r.doc.Tokens[c].Has("compound", "advmod", "obj", "obl", "case") {
				found = true
			}
			found = found || r.doc.Tokens[c].Has("obl") && i+1 < len(rest) && lower(r.doc.Tokens[c].Form) == rest[i+1] && syntax.HasPreposition(r.doc, c, w)
		}
		if !found {
			return false
		}
	}
	return true
}
