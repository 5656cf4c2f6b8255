package reading

import (
	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
	"slices"
	"strings"
)

// deed gives the tokens that make up a deed: the trigger, the verbs that it
// depends on within its clause, and the infinitives that these lead to: "talks
// are set to resume".
func (r *reading) deed(trigger int) []int {
	var out []int
	for at, hops := trigger, 0; at >= 0 && hops < governed; hops++ {
		out = append(out, at)
		for c := range r.doc.Children(at) {
			if r.doc.Tokens[c].Has("xcomp") && c != trigger && at != trigger {
				out = append(out, c)
			}
		}
		t := r.doc.Tokens[at]
		if t.Has("root", "ccomp", "parataxis", "acl:relcl") || t.Has("conj") && t.UPOS == "VERB" {
			break
		}
		if _, apart := r.measured(at); apart {
			break // three days after they met
		}
		at = t.Head
	}
	return out
}

// placeOf finds the place of a deed: a name of a place in its clause with a
// preposition of place, or as an adjective of it: "the Geneva talks".
func (r *reading) placeOf(trigger int) *rapporteur.Place {
	for _, at := range r.deed(trigger) {
		if p := r.placeUnder(at, trigger); p != nil {
			return p
		}
		if o := r.doc.Child(at, "obj"); o > at && r.doc.Tokens[o].Lemma == "place" {
			if p := r.placeUnder(o, trigger); p != nil {
				return p // took place in Muscat
			}
		}
	}
	if p := r.whither(trigger); p != nil {
		return p
	}
	if first := syntax.SharedSubjectVerb(r.doc, trigger); first >= 0 && r.tables.verbs[r.doc.Tokens[first].Lemma].to != "" {
		if m := r.cast.At(max(r.doc.Child(first, "obj"), 0)); m != nil && m.Place != nil && m.Head > first {
			return m.Place // visited Delhi and met
		}
	}
	return r.placeBehind(trigger)
}

// whither gives the place that "where" stands for in the clause of a deed: "made
// a stop in Baghdad on Tuesday, where he met". Nil for none.
func (r *reading) whither(trigger int) *rapporteur.Place {
	at := trigger
	for t := r.doc.Tokens[at]; t.Head >= 0 && t.Has("conj", "xcomp"); t = r.doc.Tokens[at] {
		at = t.Head
	}
	for c := range r.doc.Children(at) {
		if r.doc.Tokens[c].Lemma != "where" || c > at {
			continue
		}
		first := syntax.Sentence(r.doc, c).First
		for i := c - 1; i >= max(first, c-stepsBack); i-- {
			if m := r.cast.At(i); m != nil && m.Place != nil && syntax.HasPreposition(r.doc, m.Head, "in", "to", "at", "for") {
				return m.Place
			}
		}
	}
	return nil
}

// stepsBack is how far before "where" the place stands that it means.
const stepsBack = 6

// placeBehind finds a place with "in" behind the trigger, before the next
// verb, where the parser hung it on a noun between: "a meeting of leaders in
// Paris".
func (r *reading) placeBehind(trigger int) *rapporteur.Place {
	s := syntax.Sentence(r.doc, trigger)
	for i := trigger + 1; i < s.Last && r.doc.Tokens[i].UPOS != "VERB" && r.doc.Tokens[i].UPOS != "AUX"; i++ {
		if m := r.cast.At(i); m != nil && m.Place != nil && syntax.HasPreposition(r.doc, i, "in", "at") && !r.behindMatter(i, trigger, trigger) {
			return m.Place
		}
	}
	return nil
}

func (r *reading) placeUnder(at, trigger int) *rapporteur.Place {
	var best *rapporteur.Place
	for c := range r.doc.Children(at) {
		m := r.cast.At(c)
		t := r.doc.Tokens[c]
		if m == nil || m.Place == nil || c < m.First || c >= m.Last {
			continue
		}
		switch {
		case t.Has("obl") && r.behindMatter(c, at, trigger):
			continue
		case t.Has("obl", "nmod") && (syntax.HasPreposition(r.doc, c, "in", "at", "to", "near", "outside") || !m.Place.State && syntax.HasPreposition(r.doc, c, "on")):
		case t.Has("compound") && at == trigger && m.Actor < 0:
		default:
			continue
		}
		if best == nil || best.Country == "" && m.Place.Country != "" || finer(m.Place, best) {
			best = m.Place
		}
	}
	return best
}

// behindMatter reports whether a place stands right behind the thing that a
// verb is about, which is where that thing is: "to discuss the war in Ukraine".
// Behind a person or a meeting it is where they meet.
func (r *reading) behindMatter(place, verb, trigger int) bool {
	first, _ := r.doc.Yield(place)
	o := r.doc.Child(verb, "obj")
	if o < 0 || o != first-1 || o == trigger || r.doc.Tokens[o].UPOS != "NOUN" || r.cast.At(o) != nil {
		return false
	}
	_, meeting := r.tables.nouns[r.doc.Tokens[o].Lemma]
	return !meeting
}

// finer prefers a town to its state.
func finer(a, b *rapporteur.Place) bool {
	return len(b.Country) > 0 && b.Country == a.Country && a.Name != b.Name
}

// when finds the date of a deed: the nearest one that its clause governs.
func (r *reading) when(trigger int) rapporteur.Date {
	sentence := syntax.SentenceRange(r.doc, trigger)
	deed := r.deed(trigger)
	best, distance := rapporteur.Date(""), 1<<30
	at := r.doc.Tokens[trigger].Range
	dates := datesIn(r.doc, sentence)
	for _, d := range dates {
		if d.Value == "" || r.sinceThen(d.Range) || r.frequency(d.Range) || !r.hangsOn(d.Range, deed) {
			continue
		}
		n := gap(at, d.Range)
		if r.doc.Bytes(r.doc.Yield(trigger)).Contains(d.Range) {
			n -= len(r.doc.Text) // its own date before one of what governs it
		}
		if n < distance {
			best, distance = d.Value, n
		}
	}
	if best == "" {
		best = r.reckoned(deed)
	}
	if first := syntax.SharedSubjectVerb(r.doc, trigger); best == "" && first >= 0 {
		for _, d := range dates {
			if d.End <= r.doc.Tokens[first].Start && d.Value != "" && !r.sinceThen(d.Range) && r.hangsOn(d.Range, []int{first}) {
				return d.Value
			}
		}
	}
	return best
}

// frequency reports whether a date only says how often: "for the second time this
// month".
func (r *reading) frequency(date language.Range) bool {
	i := tokenFrom(r.doc, date.Start)
	return i > 0 && i < len(r.doc.Tokens) && (r.doc.Tokens[i-1].Lemma == "time" || r.doc.Tokens[i-1].Lemma == "times")
}

// reckoned finds the date of a deed from that of another one: "on Friday, three
// days after they met".
func (r *reading) reckoned(deed []int) rapporteur.Date {
	at := deed[len(deed)-1]
	d, ok := r.measured(at)
	for ok {
		if at = r.doc.Tokens[at].Head; at < 0 {
			return ""
		}
		if _, ok = r.measured(at); !ok && d.known { // the phrase begins the clause above as well
			return shifted(r.when(at), d.days)
		}
	}
	return ""
}

// sinceThen reports whether a date is only where something begins.
func (r *reading) sinceThen(date language.Range) bool {
	return strings.HasSuffix(strings.ToLower(strings.TrimSpace(r.doc.Text[max(0, date.Start-12):date.Start])), "since")
}

// hangsOn reports whether a date depends on one of the words of a deed, or on
// a noun that does: "in Riyadh on Tuesday" with the day hung on the town.
func (r *reading) hangsOn(date language.Range, deed []int) bool {
	s := syntax.Sentence(r.doc, deed[0])
	for i := s.First; i < s.Last; i++ {
		if !date.Contains(r.doc.Tokens[i].Range) {
			continue
		}
		h := r.doc.Tokens[i].Head
		for h >= 0 && date.Contains(r.doc.Tokens[h].Range) {
			h = r.doc.Tokens[h].Head
		}
		if h < 0 {
			return true
		}
		for hops := 0; h >= 0 && hops < 3; hops++ {
			if slices.Contains(deed, h) {
				return true
			}
			if r.doc.Tokens[h].UPOS == "VERB" {
				return false
			}
			h = r.doc.Tokens[h].Head
		}
		return false
	}
	return false
}

func gap(a, b language.Range) int {
	if a.Start > b.Start {
		a, b = b, a
	}
	return max(0, b.Start-a.End)
}

// matterOf gives what a meeting is about: "on the future of Ukraine".
func (r *reading) matterOf(n int) string {
	for c := range r.doc.Children(n) {
		if r.doc.Tokens[c].Has("nmod", "acl", "obl") && syntax.HasPreposition(r.doc, c, "on", "about", "over", "regarding", "concerning") && r.cast.ActorAt(c) < 0 {
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
