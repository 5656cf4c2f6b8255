package reading

import (
	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/rules"
)

// addAbsent adds who is left out in a sentence of its own: "The ministers met in
// Arusha. Chad was not invited." It speaks of the last meeting before it.
func addAbsent(l *links, all []cluster, absent []frames.Frame) {
	told := meetingsBySentence(l, all)
	for i := range absent {
		f := &absent[i]
		if f.Head(frames.MissedMeeting) >= 0 {
			continue
		}
		g := lastBefore(l, all, told, l.doc.SentenceOf(f.Trigger))
		if g == nil {
			continue
		}
		for _, a := range l.fillers(f, frames.Party) {
			if !g.has(a) && !g.sides(l)[l.Actor(a).Side()] {
				g.lead.sides = nil
				g.lead.attendees = append(g.lead.attendees, attendee{actor: a, presence: rapporteur.Presence(f.Type), evidence: around(l.doc, f.Trigger)})
			}
		}
	}
}

// meetingsBySentence gives the meetings that each sentence mentions.
func meetingsBySentence(l *links, all []cluster) map[int][]int {
	out := map[int][]int{}
	for i := range all {
		for k := range all[i].mentions {
			n := l.doc.SentenceOf(all[i].mentions[k].trigger)
			if told := out[n]; len(told) == 0 || told[len(told)-1] != i {
				out[n] = append(told, i)
			}
		}
	}
	return out
}

// lastBefore gives the meeting that is told last in the few sentences before one, nil
// if two are told in the same one or there is none.
func lastBefore(l *links, all []cluster, told map[int][]int, sentence int) *cluster {
	for n := sentence - 1; n >= sentence-rules.SentencesBehind; n-- {
		switch in := told[n]; {
		case len(in) == 0:
			continue
		case len(in) == 1 && len(all[in[0]].sides(l)) > 1:
			return &all[in[0]]
		}
		return nil
	}
	return nil
}
