package pages

import (
	"math"
	"strconv"

	"rapporteur/service"
)

// The map: its width in pixels, the least degrees that it shows from west to east, the
// room around the outermost places as a share of what lies between them, and the units of
// the outline in a degree (outline/README.md).
const (
	mapWidth, mapHeight = 900, 480
	leastDegrees        = 24.0
	mapRoom             = 0.35
	outlineUnits        = 20.0
	// wholeWorld is the pixels of a degree below which the world is shown as a whole, of
	// which southmost and northmost are what people live in.
	wholeWorld           = 3.4
	southmost, northmost = -57.0, 84.0
)

// projection is plate carrée, true at the middle of what is shown.
type projection struct {
	// west and north are the degrees of the upper left corner, across and down the pixels
	// of a degree.
	west, north, across, down float64
	height                    int
}

func (p *projection) at(longitude, latitude float64) (x, y float64) {
	return (longitude - p.west) * p.across, (p.north - latitude) * p.down
}

// outline is the transform that puts the outline there.
func (p *projection) outline() string {
	x, y := p.at(-180, 90)
	n := func(f float64) string { return strconv.FormatFloat(f, 'f', 4, 64) }
	return "translate(" + n(x) + " " + n(y) + ") scale(" + n(p.across/outlineUnits) + " " + n(p.down/outlineUnits) + ")"
}

// around is the projection that shows all of some places.
func around(all []service.PlaceHeld) projection {
	world := projection{west: -180, north: northmost, across: mapWidth / 360.0, down: mapWidth / 360.0}
	world.height = int((northmost - southmost) * world.down)
	if len(all) == 0 {
		return world
	}
	west, east, south, north := 180.0, -180.0, 90.0, -90.0
	for i := range all {
		west, east = min(west, all[i].Longitude), max(east, all[i].Longitude)
		south, north = min(south, all[i].Latitude), max(north, all[i].Latitude)
	}
	middle := (south + north) / 2
	narrow := math.Cos(min(max(middle, -65), 65) * math.Pi / 180)
	room := 1 + mapRoom
	down := min(mapWidth/max((east-west)*room*narrow, leastDegrees), mapHeight/max((north-south)*room, leastDegrees*mapHeight/mapWidth))
	if down < wholeWorld {
		return world
	}
	across := down * narrow
	return projection{west: (west+east)/2 - mapWidth/2/across, north: middle + mapHeight/2/down, across: across, down: down, height: mapHeight}
}
