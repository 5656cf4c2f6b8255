package reading

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// deed is a frame of an event with who its fillers are.
type deed struct {
	*frames.Frame
	agents, patients []int
	claimant         int
	// sure is how likely it is, 0 where nobody weighed it.
	sure float64
	// supposed says that whom it is done to is not told with it.
	supposed bool
}

// modality is whether it happened.
func (d *deed) modality() rapporteur.Modality {
	if m := d.Attribute(frames.Modality); m != "" {
		return rapporteur.Modality(m)
	}
	return rapporteur.Happened
}

// events writes down who did what to whom, each deed once.
func (r *reading) events(found []frames.Frame) {
	kept := deeds{l: r.links, of: map[deedKind][]int{}}
	p := r.precedence[frames.Event]
	weighing := p == Weighed || p == ModelAlone
	all := candidates(r.links, found, weighing)
	if weighing {
		all = weighed(r.links, r.weights, all)
	}
	for i := range all {
		if !kept.tellsAgain(&all[i]) {
			kept.add(all[i])
		}
	}
	for i := range kept.all {
		r.out.Events = append(r.out.Events, r.event(&kept.all[i]))
	}
}

// deeds are the deeds of a report, each once.
type deeds struct {
	l   *links
	all []deed
	// of are those of a type and a side, in the order of the text.
	of map[deedKind][]int
}

// deedKind is what two mentions of one deed have in common at least.
type deedKind struct{ typ, side string }

// deedsBack is how many deeds of one type and side a mention looks back over: far more
// than a report tells of, so that a list of thousands is not compared each with each.
const deedsBack = 100

func (s *deeds) add(d deed) {
	for _, side := range s.sides(&d) {
		s.of[deedKind{d.Type, side}] = append(s.of[deedKind{d.Type, side}], len(s.all))
	}
	s.all = append(s.all, d)
}

// sides gives the sides that do a deed.
func (s *deeds) sides(d *deed) []string {
	var out []string
	for _, a := range d.agents {
		if side := s.l.Actor(a).Side(); !slices.Contains(out, side) {
			out = append(out, side)
		}
	}
	return out
}

// tellsAgain reports whether a deed is another mention of one told before, the first
// that it can be, and lets the latter have what only the former knows.
func (s *deeds) tellsAgain(d *deed) bool {
	best := -1
	for _, side := range s.sides(d) {
		before := s.of[deedKind{d.Type, side}]
		for _, k := range before[max(0, len(before)-deedsBack):] {
			if best >= 0 && k >= best {
				break
			}
			if sameDeed(s.l, &s.all[k], d) {
				best = k
			}
		}
	}
	if best >= 0 && len(s.all[best].patients) == 0 {
		s.all[best].patients = d.patients
	}
	return best >= 0
}

// sameDeed reports whether two mentions of a type and side can be one deed.
func sameDeed(l *links, o, d *deed) bool {
	near := l.doc.SentenceOf(o.Trigger) == l.doc.SentenceOf(d.Trigger)
	same := l.doc.Tokens[o.Trigger].Lemma == l.doc.Tokens[d.Trigger].Lemma && !otherContent(o, d)
	return (same || near) && (shareSide(l, o.patients, d.patients) || len(d.patients) == 0 || len(o.patients) == 0) &&
		(near || o.modality() == d.modality() || d.modality() == rapporteur.Happened)
}

// otherContent reports whether two words of speaking are about different deeds: urged
// them to sign, urged them to pay.
func otherContent(a, b *deed) bool {
	x, y := a.Attribute(frames.About), b.Attribute(frames.About)
	return a.Trigger != b.Trigger && x != "" && y != "" && x != y
}

// shareSide reports whether two lists have an actor, or a side, in common.
func shareSide(l *links, a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if l.sameSide(x, y) {
				return true
			}
		}
	}
	return len(a) == 0 && len(b) == 0
}

// eventCertainty is how likely a deed is right, by what shows it: shares of right ones
// in the samples of eval/checked, events.tsv and again/events.tsv.
func eventCertainty(l *links, c calibration, d *deed) float64 {
	if d.sure > 0 {
		return c.of(frames.Event, d.sure)
	}
	sure := 0.85
	if len(d.patients) == 0 {
		sure = 0.75
	}
	if !slices.ContainsFunc(d.agents, func(a int) bool { return l.Actor(a).Identified() }) {
		sure -= 0.07
	}
	if d.Maker == "frame of adj" || d.claimant >= 0 {
		sure -= 0.04
	}
	return sure
}

// event writes a deed down.
func (r *reading) event(d *deed) rapporteur.Event {
	e := rapporteur.Event{
		Plover: rapporteur.Plover{Type: d.Type, Mode: rapporteur.Text(d.Attribute(frames.EventMode)), Contexts: []string{}},
		Cameo:  rapporteur.Text(d.Attribute(frames.Cameo)), Actors: r.links.ids(d.agents), Recipients: r.links.ids(d.patients),
		Modality: d.modality(), Hedge: rapporteur.Text(d.Attribute(frames.Hedge)), Date: frames.When(r.doc, d.Frame, frames.Date), Place: r.links.place(d.Frame),
	}
	if contexts := d.Attribute(frames.Contexts); contexts != "" {
		e.Plover.Contexts = strings.Split(contexts, ",")
	}
	if d.claimant >= 0 {
		e.ClaimedBy = rapporteur.Text(r.links.Actor(d.claimant).ID)
	}
	e.Basis = r.basis("event", d.Maker, eventCertainty(r.links, r.calibration, d), []language.Range{around(r.doc, d.Trigger)}, r.doc.Tokens[d.Trigger].Range)
	confirm(&e.Basis, agreeing(r, d))
	e.Told = toldBy(r, d.Frame)
	return e
}
