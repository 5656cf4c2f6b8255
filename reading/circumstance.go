package reading

import (
	"rapporteur"
	"rapporteur/language"
)

// where finds the place of a deed: a name of a place in its clause with a
// preposition of place, or as an adjective of it: "the Geneva talks".
func (r *reading) where(trigger int) *rapporteur.Place {
	for at, hops := trigger, 0; at >= 0 && hops < 3; hops++ {
		if p := r.placeUnder(at, trigger); p != nil {
			return p
		}
		t := r.doc.Tokens[at]
		if t.Has("root", "ccomp", "parataxis", "acl:relcl") || t.Has("conj") && t.UPOS == "VERB" {
			break
		}
		at = t.Head
	}
	return nil
}

func (r *reading) placeUnder(at, trigger int) *rapporteur.Place {
	var best *rapporteur.Place
	for c := range r.doc.Children(at) {
		m := r.cast.At(c)
		t := r.doc.Tokens[c]
		if m == nil || m.Place == nil || m.Head != c {
			continue
		}
		switch {
		case t.Has("obl", "nmod") && r.cased(c, "in", "at", "on", "to", "near", "outside"):
		case t.Has("compound") && at == trigger && m.Actor < 0:
		default:
			continue
		}
		if best == nil || finer(m.Place, best) {
			best = m.Place
		}
	}
	return best
}

// finer prefers a town to its state.
func finer(a, b *rapporteur.Place) bool {
	return len(b.Country) > 0 && b.Country == a.Country && a.Name != b.Name
}

// when finds the date of a deed: the nearest one that its clause governs.
func (r *reading) when(trigger int) rapporteur.Date {
	sentence := r.sentence(trigger)
	best, distance := rapporteur.Date(""), 1<<30
	at := r.doc.Tokens[trigger].Range
	for _, d := range r.doc.Dates {
		if !sentence.Contains(d.Range) || d.Value == "" || !r.sameDeed(trigger, d.Range) {
			continue
		}
		if n := gap(at, d.Range); n < distance {
			best, distance = d.Value, n
		}
	}
	return best
}

// sameDeed reports whether a date hangs on the trigger or on the verb that
// governs it, not on another clause.
func (r *reading) sameDeed(trigger int, date language.Range) bool {
	for _, t := range r.doc.Tokens {
		if !date.Contains(t.Range) {
			continue
		}
		h := t.Head
		for h >= 0 && date.Contains(r.doc.Tokens[h].Range) {
			h = r.doc.Tokens[h].Head
		}
		if h < 0 {
			return true
		}
		for at, hops := trigger, 0; at >= 0 && hops < 4; hops++ {
			if h == at || r.nounUnder(h, at) {
				return true
			}
			if r.doc.Tokens[at].Has("acl:relcl", "ccomp", "parataxis", "root") {
				return false
			}
			at = r.doc.Tokens[at].Head
		}
		return false
	}
	return false
}

// nounUnder reports whether a date's governor is a noun that the deed's verb
// governs directly: "in Riyadh on Tuesday" with the day hung on the town.
func (r *reading) nounUnder(h, verb int) bool {
	return r.doc.Tokens[h].Head == verb && r.doc.Tokens[h].UPOS != "VERB"
}

func gap(a, b language.Range) int {
	if a.Start > b.Start {
		a, b = b, a
	}
	return max(0, b.Start-a.End)
}

// about gives what a meeting is about: "on the future of Ukraine".
func (r *reading) about(n int) string {
	for c := range r.doc.Children(n) {
		if r.doc.Tokens[c].Has("nmod", "acl", "obl") && r.cased(c, "on", "about", "over", "regarding", "concerning") && r.cast.ActorAt(c) < 0 {
			first, last := r.doc.Yield(c)
			for first < last && r.doc.Tokens[first].Has("case") {
				first++
			}
			if last-first <= 15 && r.when(c) == "" {
				return r.doc.Words(r.doc.Bytes(first, last))
			}
		}
	}
	return ""
}

// status gives what a modality means for a meeting; a denied or conditional
// one is no meeting.
func (r *reading) status(m rapporteur.Modality) rapporteur.Status {
	switch m {
	case rapporteur.Happened:
		return rapporteur.Held
	case rapporteur.UnderWay:
		return rapporteur.UnderWayMeeting
	case rapporteur.Planned:
		return rapporteur.PlannedMeeting
	case proposed:
		return rapporteur.Proposed
	case rapporteur.Refused:
		return rapporteur.RefusedMeeting
	}
	return ""
}
