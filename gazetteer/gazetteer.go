// Package gazetteer tells where places lie: the name of a town with the code of its
// state comes in, coordinates, FIPS codes and the number in GeoNames go out.
//
// The table holds the states and some 6,500 towns: all that reports of negotiations are
// likely to name, and all of a hundred thousand inhabitants. Where a town is not in it
// its state is given, and Place.Kind says so. Facts are GeoNames' (CC BY 4.0).
package gazetteer

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"rapporteur/table"
)

//go:embed tables/places.tsv
var places []byte

// Place is a state or a town.
type Place struct {
	Name string
	// Country is an ISO 3166-1 alpha-3 code, FIPS the FIPS 10-4 code of the state and
	// Admin the number of the first-order division by GeoNames.
	Country, FIPS, Admin string
	Kind                 Kind
	// Latitude and Longitude are degrees of WGS 84.
	Latitude, Longitude float64
	// GeoNames is the number of the place there.
	GeoNames int64
}

// Kind is what a place is.
type Kind string

// The kinds of places.
const (
	State Kind = "state"
	Town  Kind = "town"
)

// Gazetteer is the table, ready to be asked. It may be shared.
type Gazetteer struct {
	states map[string]Place
	// towns are by folded name, the largest first.
	towns map[string][]Place
}

// Load reads the table that is built in.
func Load() (*Gazetteer, error) { return parse(places) }

func parse(data []byte) (*Gazetteer, error) {
	parsed, err := table.Parse("places.tsv", data, "name", "aliases", "country", "fips", "admin", "kind", "latitude", "longitude", "geonames")
	if err != nil {
		return nil, err
	}
	g := &Gazetteer{states: map[string]Place{}, towns: map[string][]Place{}}
	for _, row := range parsed.Rows {
		p := Place{Name: row.Get("name"), Country: row.Get("country"), FIPS: row.Get("fips"), Admin: row.Get("admin"), Kind: Kind(row.Get("kind"))}
		for _, x := range []struct {
			to   *float64
			name string
		}{{&p.Latitude, "latitude"}, {&p.Longitude, "longitude"}} {
			if *x.to, err = strconv.ParseFloat(row.Get(x.name), 64); err != nil {
				return nil, row.Errorf("%s %q is no number", x.name, row.Get(x.name))
			}
		}
		if p.GeoNames, err = strconv.ParseInt(row.Get("geonames"), 10, 64); err != nil {
			return nil, row.Errorf("geonames %q is no number", row.Get("geonames"))
		}
		if p.Kind == State {
			g.states[p.Country] = p
			continue
		}
		for _, name := range append([]string{p.Name}, row.List("aliases")...) {
			g.towns[fold(name)] = append(g.towns[fold(name)], p)
		}
	}
	return g, nil
}

// Find gives the place of a name, in a state if that is known: the town, or where none
// is known the state. A town without a state is taken where one state alone has it.
func (g *Gazetteer) Find(name, country string) (Place, bool) {
	found := g.towns[fold(name)]
	for _, p := range found {
		if p.Country == country {
			return p, true
		}
	}
	if country == "" && len(found) == 1 {
		return found[0], true
	}
	return g.State(country)
}

// State gives the middle of a state by its code.
func (g *Gazetteer) State(code string) (Place, bool) {
	p, ok := g.states[code]
	return p, ok
}

// fold gives a name without case, accents and signs.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == '-' || r == '\'' || r == '’' || r == '.':
			return ' '
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(strings.TrimSpace(name)))
}
