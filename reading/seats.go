package reading

import (
	"slices"

	"rapporteur/frames"
)

// seats are the roles of those who sit at a meeting.
var seats = []frames.Role{frames.Participant, frames.Host, frames.Mediator, frames.Observer}

// sureSeat is how likely the model must hold it that somebody sits at a meeting of rules.
// Chosen on the annotated reports of development: below it a meeting gets guests of
// others, which then are joined to it on the record.
const sureSeat = 0.6

// seated gives meetings in which rules find fewer than two sides those whom the model
// seats there as well, where these are of two: what rules say of such a meeting is more
// often right, but who met stands elsewhere in the sentence. Who sits at another meeting
// of the sentence is not added. It gives the words of such meetings as well.
func seated(l *links, ruled, found []frames.Frame) ([]frames.Frame, map[int]bool) {
	out, at := slices.Clone(ruled), map[int]bool{}
	for i := range out {
		f := &out[i]
		if f.Kind != frames.Meeting || len(sidesAt(l, f)) > 1 {
			continue
		}
		also := slices.IndexFunc(found, func(g frames.Frame) bool {
			away := f.Trigger - g.Trigger
			return g.Kind == frames.Meeting && away*away <= adjacent*adjacent
		})
		if also < 0 || len(sidesAt(l, &found[also])) < 2 {
			continue
		}
		f.Fillers, at[f.Trigger] = slices.Clone(f.Fillers), true
		other := elsewhere(l, f, ruled)
		for _, x := range found[also].Fillers {
			if slices.Contains(seats, x.Role) && x.Probability >= sureSeat && !other[l.filler(x)] {
				f.Fillers = append(f.Fillers, x)
			}
		}
	}
	return out, at
}

// elsewhere gives the actors that other meetings of its sentence seat.
func elsewhere(l *links, f *frames.Frame, ruled []frames.Frame) map[int]bool {
	out, at := map[int]bool{}, l.doc.SentenceOf(f.Trigger)
	for i := range ruled {
		if o := &ruled[i]; o.Trigger != f.Trigger && o.Kind == frames.Meeting && l.doc.SentenceOf(o.Trigger) == at {
			for _, x := range o.Fillers {
				if slices.Contains(seats, x.Role) {
					out[l.filler(x)] = true
				}
			}
		}
	}
	return out
}

// sidesAt gives the sides that a frame of a meeting seats.
func sidesAt(l *links, f *frames.Frame) map[string]bool {
	out := map[string]bool{}
	for _, x := range f.Fillers {
		if a := l.filler(x); a >= 0 && slices.Contains(seats, x.Role) {
			out[l.Actor(a).Side()] = true
		}
	}
	return out
}
