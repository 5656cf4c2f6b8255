package record

import "rapporteur"

// told chooses the pieces that have a status, all if none has.
func told(pieces []*piece, s rapporteur.Status) []*piece {
	var out []*piece
	for _, p := range pieces {
		if p.fixed.Meeting.Status == s {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return pieces
	}
	return out
}

// dateOf is a date that is exact enough to be counted.
func dateOf(p *piece) string {
	if d, ok := daysOf(p.fixed.Meeting.Date); !ok || d.width() > near {
		return ""
	}
	return string(p.fixed.Meeting.Date)
}

func anyDate(p *piece) string { return string(p.fixed.Meeting.Date) }

// placeName names a place; a town says more than its state.
func placeName(p *piece) string {
	place := p.fixed.place()
	if place == nil || place.Vague() {
		return ""
	}
	return place.Name
}

// placeOf gives the place of a name as the pieces have it; without a name, any.
func placeOf(pieces []*piece, name string) *rapporteur.Place {
	var out *rapporteur.Place
	for _, p := range pieces {
		place := p.fixed.place()
		if place == nil || name != "" && place.Name != name {
			continue
		}
		if out == nil || out.Country == "" {
			out = place
		}
	}
	return out
}

// presence gives what a piece says of an actor's seat.
func presence(actor string) func(*piece) string {
	return func(p *piece) string {
		for _, a := range p.fixed.Meeting.Attendance {
			if a.Actor == actor {
				return string(a.Presence)
			}
		}
		return ""
	}
}
