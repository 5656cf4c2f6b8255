package reading

import (
	"rapporteur"
	"rapporteur/entities"
	"rapporteur/frames"
	"rapporteur/language/syntax"
	"slices"
)

// journeyTo seats the state that a visit leads to: "his trip to Oman", "flew to
// Muscat". It reports whether somebody who acts for another state or body goes
// there, which makes a visit of a journey.
func (r *reading) journeyTo(e *encounter, trigger int, host rapporteur.Text) bool {
	m := r.destination(trigger)
	if m == nil {
		return false
	}
	home, at := string(m.Place.Country), r.stateOfPlace(m)
	abroad := false
	for _, s := range e.seats {
		side := r.side(s.actor)
		abroad = abroad || r.anchored(s.actor) && r.cast.Actors[s.actor].For != "" && side != home && s.actor != at
	}
	if !abroad {
		return false
	}
	e.place = m.Place
	if at >= 0 {
		r.seat(e, at, host, "")
	}
	return true
}

// leadsToMeeting reports whether a verb says what meeting somebody goes to: "flew
// to Muscat for talks", "arrived to meet him".
func (r *reading) leadsToMeeting(verb int) bool {
	for c := range r.doc.Children(verb) {
		t := r.doc.Tokens[c]
		if _, noun := r.tables.nouns[t.Lemma]; noun && t.Has("obl") && syntax.HasPreposition(r.doc, c, "for") {
			return true
		}
		if w, found := r.tables.verbs[t.Lemma]; found && w.to == "" && t.Has("advcl", "xcomp") {
			return true
		}
	}
	return false
}

// onTheWay reports whether a journey is only how somebody comes to a meeting that
// the report tells as well: one of the same sides in the same state.
func (r *reading) onTheWay(all []gathering, g *gathering) bool {
	if g.lead.rule != verbOfJourney || g.lead.place == nil {
		return false
	}
	sides := r.sides(&g.lead)
	return slices.ContainsFunc(all, func(o gathering) bool {
		if o.lead.rule == verbOfJourney || anotherJourney(&o.lead, &g.lead) || o.lead.kind == "call" || o.lead.place != nil && o.lead.place.Country != g.lead.place.Country {
			return false
		}
		others := r.sides(&o.lead)
		for s := range sides {
			if !others[s] {
				return false
			}
		}
		return true
	})
}

// anotherJourney reports whether one of two mentions is a journey, and one of them is
// still to come while the other was, but not on a day that both name.
func anotherJourney(m, e *encounter) bool {
	if m.rule != verbOfJourney && e.rule != verbOfJourney {
		return false
	}
	ahead := func(s rapporteur.Status) bool { return s == rapporteur.PlannedMeeting || s == rapporteur.Proposed }
	if !(m.status == rapporteur.Held && ahead(e.status) || e.status == rapporteur.Held && ahead(m.status)) {
		return false
	}
	return m.date == "" || e.date == "" || !compatible(m.date, e.date)
}

// beside reports whether one of two mentions is a journey and nothing says that the
// other is what it led to: neither the place nor the day of both.
func beside(m, e *encounter) bool {
	if (m.rule == verbOfJourney) == (e.rule == verbOfJourney) {
		return false
	}
	return (m.place == nil || e.place == nil) && (m.date == "" || e.date == "")
}

// allOffice reports whether all who sit there act for a state or body.
func (r *reading) allOffice(e *encounter) bool {
	return !slices.ContainsFunc(e.seats, func(s seat) bool { return r.cast.Actors[s.actor].For == "" })
}

// destination finds the place behind "to", "in" or "at" that a word governs, or that
// stands right behind it, or that a verb has for its object.
func (r *reading) destination(trigger int) *entities.Mention {
	t := r.doc.Tokens[trigger]
	for c := range r.doc.Children(trigger) {
		m := r.placeNamed(c)
		if m != nil && syntax.HasPreposition(r.doc, c, "to", "in", "at") && (t.UPOS == "VERB" || syntax.HasPreposition(r.doc, c, "to")) {
			return m
		}
		if m != nil && t.UPOS == "VERB" && r.doc.Tokens[c].Has("obj") {
			return m // visited Muscat
		}
	}
	if t.Head >= 0 && t.UPOS != "VERB" {
		for c := range r.doc.Children(t.Head) {
			if first, _ := r.doc.Yield(c); first == trigger+1 && syntax.HasPreposition(r.doc, c, "to") {
				return r.placeNamed(c)
			}
		}
	}
	return nil
}

// town reports whether a noun names a place that is no actor of its own.
func (r *reading) town(noun int) bool { return r.placeNamed(noun) != nil && len(r.parties(noun)) == 0 }

// placeNamed gives the mention of a place in some state at a token, nil for none.
func (r *reading) placeNamed(token int) *entities.Mention {
	if m := r.cast.At(token); m != nil && m.Place != nil && m.Place.Country != "" {
		return m
	}
	return nil
}

// stateOfPlace gives the actor that is the state in which a place lies, -1 where the
// report does not name it.
func (r *reading) stateOfPlace(m *entities.Mention) int {
	if m.Actor >= 0 && r.cast.Actors[m.Actor].Kind == rapporteur.State {
		return m.Actor
	}
	for i := range r.cast.Actors {
		if a := &r.cast.Actors[i]; a.Kind == rapporteur.State && a.ID == string(m.Place.Country) {
			return i
		}
	}
	return -1
}

// talkers gives those who speak to one another in a clause, two sides or nobody:
// "at the meeting she told him", "both said after the meeting". The clause is that
// of its verb.
func (r *reading) talkers(verb int) []int {
	if verb < 0 || !frames.Any(r.said, func(a *frames.Frame) bool {
		return frames.Cue(a) == verb && (frames.Clausal(a) || a.Head(frames.Addressee) >= 0)
	}) {
		return nil
	}
	subject, _, _ := r.arguments(verb)
	heads := []int{subject}
	for c := range r.doc.Children(verb) {
		if t := r.doc.Tokens[c]; t.Has("iobj", "obj") || t.Has("obl") && syntax.HasPreposition(r.doc, c, "to", "with", "alongside", "beside") {
			heads = append(heads, c)
		}
	}
	var out []int
	sides := map[string]bool{}
	for _, h := range heads {
		for _, i := range r.attendees(h) {
			if a := &r.cast.Actors[i]; r.press(i) || a.For == "" && a.Kind != rapporteur.State || r.doc.Tokens[h].UPOS == "NOUN" && !r.personal(h) {
				continue
			}
			out = append(out, i)
			sides[r.side(i)] = true
		}
	}
	if len(sides) < 2 {
		return nil
	}
	return out
}

// saidAt gives the verb of the clause that is set at the time of a meeting: "after
// the talks she said", -1 for none.
func (r *reading) saidAt(noun int) int {
	t := r.doc.Tokens[noun]
	if !t.Has("obl") || t.Head < 0 || r.doc.Tokens[t.Head].UPOS != "VERB" || !syntax.HasPreposition(r.doc, noun, "at", "in", "during", "after", "following", "before") {
		return -1
	}
	return t.Head
}
