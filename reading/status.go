package reading

import (
	"slices"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/learned"
	"rapporteur/frames/rules"
)

// statuses weighs how far the meetings of a report have come: by how each mention of one
// is told and by what the readers of frames say of it, and by all meetings of the report.
func statuses(r *reading, all []cluster) {
	w := r.attributes.statuses
	here := make([][]float64, len(all))
	var whole []float64
	traits := newFactuality(r)
	for i := range all {
		var hints [][]float64
		for k := range all[i].mentions {
			hint := w.hint(traits.ofMeeting(&all[i].mentions[k]))
			hints, whole = append(hints, hint), highest(whole, hint)
		}
		here[i] = logs(hints...)
	}
	for i := range all {
		if lead := &all[i].lead; here[i] != nil && !ended(lead.status) && !goingOn(r.links, &all[i]) {
			lead.status = rapporteur.Status(w.reread(string(lead.status), here[i], whole))
		}
	}
}

// goingOn reports whether a meeting is under way in so many words: a verb over one of its
// mentions says in the present progressive that it is held. The weights know little of it, as
// such mentions are few.
func goingOn(l *links, g *cluster) bool {
	if g.lead.status != rapporteur.UnderWayMeeting {
		return false
	}
	return slices.ContainsFunc(g.mentions, func(m meetingMention) bool {
		return m.rule != learned.Maker && m.status == rapporteur.UnderWayMeeting && rules.GoingOn(l.doc, m.trigger)
	})
}

// ended reports whether a meeting is said to come to nothing, or not yet: by words of their
// own, which are too rare to be weighed.
func ended(s rapporteur.Status) bool { return overrides(s) || s == rapporteur.RefusedMeeting }

// ofMeeting gives what a mention of a meeting tells of how far it has come.
func (x *factuality) ofMeeting(m *meetingMention) []string {
	when := "date " + beforeOrAfter(m.date, x.links.published)
	out := append(x.tellings.Of(m.trigger), "rule "+m.rule, "kind "+m.kind, when, when+" "+orNone(string(m.status)))
	if m.rule != learned.Maker {
		out = append(out, "ruled "+orNone(string(m.status)))
	}
	if f := x.modelled(m.trigger); f != nil {
		out = append(out, surely(string(statusOf(f)), f.Likely[frames.Status])...)
	} else {
		out = append(out, "model none")
	}
	if len(x.saying[m.trigger]) > 0 {
		out = append(out, "told")
	}
	if m.past {
		out = append(out, "past")
	}
	return sortedNames(out)
}

// modelled gives the likeliest meeting that the model finds by a word or one beside it,
// nil for none.
func (x *factuality) modelled(trigger int) *frames.Frame {
	var best *frames.Frame
	for i := range x.found {
		f := &x.found[i]
		away := f.Trigger - trigger
		if f.Kind == frames.Meeting && away*away <= adjacent*adjacent && (best == nil || f.Probability > best.Probability) {
			best = f
		}
	}
	return best
}

// beforeOrAfter tells a date from that of a report.
func beforeOrAfter(d, published rapporteur.Date) string {
	n := min(len(d), len(published))
	switch {
	case d == "":
		return none
	case over(d, published):
		return "before"
	case d[:n] > published[:n]:
		return "after"
	case n == len("2006-01-02"):
		return "same day"
	}
	return "same"
}
