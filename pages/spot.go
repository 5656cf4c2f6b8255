package pages

import (
	"math"
	"net/url"
	"unicode/utf8"

	"rapporteur/service"
)

// Sizes of what is drawn, in pixels.
const (
	letterWidth, letterHeight = 6.6, 14.0
	smallestSpot, largestSpot = 5.0, 18.0
)

// mapDrawn is places on an outline of the world, or of the part of it where they lie.
type mapDrawn struct {
	Width, Height int
	// Outline places the outline: a transform of SVG.
	Outline string
	Spots   []spot
}

// spot is a place on the map, or several that lie where one is known.
type spot struct {
	X, Y, R              int
	Look, Title, Address string
	// Name is written at TextX and TextY from its Anchor, empty where there is no room.
	Name, Anchor string
	TextX, TextY int
}

// drawnOn draws places, those with most entries first, so that smaller ones lie above.
func drawnOn(all []service.PlaceHeld, q url.Values) mapDrawn {
	p := around(all)
	d := mapDrawn{Width: mapWidth, Height: p.height, Outline: p.outline()}
	at := map[[2]float64]int{}
	var written []box
	for i := range all {
		one := &all[i]
		where := [2]float64{one.Longitude, one.Latitude}
		if k, there := at[where]; there {
			d.Spots[k].join(one)
			continue
		}
		at[where] = len(d.Spots)
		s := spotOf(one, q)
		x, y := p.at(one.Longitude, one.Latitude)
		s.X, s.Y = int(math.Round(x)), int(math.Round(y))
		written = append(written, box{x - float64(s.R), y - float64(s.R), x + float64(s.R), y + float64(s.R)})
		d.Spots = append(d.Spots, s)
	}
	for i := range d.Spots {
		written = d.Spots[i].write(written)
	}
	return d
}

// spotOf is a place that is not put anywhere yet.
func spotOf(p *service.PlaceHeld, q url.Values) spot {
	s := spot{R: int(min(largestSpot, smallestSpot+1.6*math.Sqrt(float64(p.Entries()-1)))), Look: string(p.Precision) + " met", Name: p.Name, Title: heldAt(p)}
	path := "/meetings"
	if p.Meetings == 0 {
		path, s.Look = "/events", string(p.Precision)+" happened"
	}
	s.Address = listAt(path, p.Name, q)
	return s
}

// join adds a place to the spot of another: nobody knows which of the two lies there.
func (s *spot) join(p *service.PlaceHeld) {
	s.Title += "; " + heldAt(p)
	s.Address = "#places"
}

// heldAt says what was at a place.
func heldAt(p *service.PlaceHeld) string {
	out := p.Name
	for _, n := range []struct {
		n         int
		one, many string
	}{{p.Meetings, "meeting", "meetings"}, {p.Events, "event", "events"}} {
		if n.n > 0 {
			out += ", " + plural(n.n, n.one, n.many)
		}
	}
	return out
}

// box is a rectangle that is taken.
type box struct{ left, top, right, bottom float64 }

func (b box) meets(all []box) bool {
	for _, o := range all {
		if b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom {
			return true
		}
	}
	return false
}

// write puts the name beside the spot where there is room, and takes it away where there
// is none; the spot's title has it still.
func (s *spot) write(taken []box) []box {
	wide, x, y := letterWidth*float64(utf8.RuneCountInString(s.Name)), float64(s.X), float64(s.Y)
	gap := float64(s.R) + 4
	for _, side := range []struct {
		anchor string
		box
	}{{"start", box{x + gap, y - letterHeight/2, x + gap + wide, y + letterHeight/2}}, {"end", box{x - gap - wide, y - letterHeight/2, x - gap, y + letterHeight/2}}} {
		if side.left < 0 || side.right > mapWidth || side.meets(taken) {
			continue
		}
		s.Anchor, s.TextX, s.TextY = side.anchor, int(side.left), s.Y+4
		if side.anchor == "end" {
			s.TextX = int(side.right)
		}
		return append(taken, side.box)
	}
	s.Name = ""
	return taken
}
