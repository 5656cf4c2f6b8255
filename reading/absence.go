package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/rules"
)

// addAbsent adds who is left out in a sentence of its own: "The ministers met in
// Arusha. Chad was not invited." It speaks of the last meeting before it.
func addAbsent(l *links, all []cluster, absent []frames.Frame) {
	for i := range absent {
		f := &absent[i]
		if f.Head(frames.MissedMeeting) >= 0 {
			continue
		}
		g := lastBefore(l, all, l.doc.SentenceOf(f.Trigger))
		if g == nil {
			continue
		}
		for _, a := range l.fillers(f, frames.Party) {
			if !g.has(a) && !g.sides(l)[l.Actor(a).Side()] {
				g.lead.attendees = append(g.lead.attendees, attendee{actor: a, presence: rapporteur.Presence(f.Type), evidence: around(l.doc, f.Trigger)})
			}
		}
	}
}

// lastBefore gives the meeting that is told last in the few sentences before one, nil
// if two are told in the same one or there is none.
func lastBefore(l *links, all []cluster, sentence int) *cluster {
	var last *cluster
	at := -1
	for i := range all {
		for k := range all[i].mentions {
			n := l.doc.SentenceOf(all[i].mentions[k].trigger)
			switch {
			case n >= sentence || n < sentence-rules.SentencesBehind || n < at:
			case n == at && last != &all[i]:
				last = nil
			default:
				last, at = &all[i], n
			}
		}
	}
	if last == nil || len(last.sides(l)) < 2 {
		return nil
	}
	return last
}
