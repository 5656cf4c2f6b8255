package service

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"rapporteur"
	"rapporteur/gazetteer"
	"rapporteur/record"
)

// PlaceMap is where meetings and events were, or are to be.
type PlaceMap struct {
	// Places are those with most entries first; what the gazetteer does not know has no
	// coordinates.
	Places []PlaceHeld `json:"places"`
	// Looked counts the meetings and events that were looked at, the newest of each, and
	// Placeless those among them of which no place is told.
	Looked    int `json:"looked"`
	Placeless int `json:"placeless"`
}

// PlaceHeld is a place with what happened there.
type PlaceHeld struct {
	Name    string `json:"name"`
	Country string `json:"country,omitempty"`
	// State is the name of the country.
	State string `json:"state,omitempty"`
	// Precision is town or state, empty where the gazetteer does not know the place; for
	// a state the coordinates are those of its middle.
	Precision gazetteer.Kind `json:"precision,omitempty"`
	Latitude  float64        `json:"latitude,omitempty"`
	Longitude float64        `json:"longitude,omitempty"`
	// Meetings and Events count what was there; Last is the newest day of it that the
	// press told of.
	Meetings int             `json:"meetings"`
	Events   int             `json:"events"`
	Last     rapporteur.Date `json:"last"`
}

// Known reports whether the gazetteer knows where the place lies.
func (p *PlaceHeld) Known() bool { return p.Precision != "" }

// Entries counts what was there.
func (p *PlaceHeld) Entries() int { return p.Meetings + p.Events }

// Atlas knows where places lie. Its zero value is ready, and it may be shared; the table
// is read when it is first asked.
type Atlas struct {
	once  sync.Once
	where *gazetteer.Gazetteer
	err   error
}

func (a *Atlas) open() (*gazetteer.Gazetteer, error) {
	a.once.Do(func() { a.where, a.err = gazetteer.Load() })
	return a.where, a.err
}

// placesLooks is the number of meetings, and of events, the newest, that are looked at.
const placesLooks = 1000

// Places finds where meetings and events were. What is told by opinion pieces alone
// counts for nothing, as in a brief.
func (a *Atlas) Places(ctx context.Context, r *record.Record, q Question) (*PlaceMap, error) {
	where, err := a.open()
	if err != nil {
		return nil, err
	}
	out := &PlaceMap{Places: []PlaceHeld{}}
	q.About = Everything
	err = q.look(ctx, r, func(l *record.Look, f record.Filter) error {
		at := map[[2]string]int{}
		for _, kind := range []record.Kind{record.Meeting, record.Event} {
			f.Kinds, f.Limit, f.Offset = []record.Kind{kind}, placesLooks, 0
			all, err := l.Entries(f)
			if err != nil {
				return err
			}
			out.Looked += len(all)
			for i := range all {
				if !all[i].OpinionOnly() {
					out.add(&all[i], at)
				}
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range out.Places {
		p := &out.Places[i]
		if found, ok := where.Find(p.Name, p.Country); ok {
			p.Precision, p.Latitude, p.Longitude = found.Kind, found.Latitude, found.Longitude
		}
	}
	slices.SortFunc(out.Places, func(a, b PlaceHeld) int {
		return cmp.Or(cmp.Compare(b.Entries(), a.Entries()), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Country, b.Country))
	})
	return out, nil
}

// add counts an entry at its place; at says where that stands.
func (m *PlaceMap) add(e *record.Entry, at map[[2]string]int) {
	var place *rapporteur.Place
	if e.Meeting != nil {
		place = e.Meeting.Place
	} else {
		place = e.Event.Place
	}
	if place == nil || place.Name == "" {
		m.Placeless++
		return
	}
	key := [2]string{place.Name, string(place.Country)}
	if _, known := at[key]; !known {
		at[key] = len(m.Places)
		m.Places = append(m.Places, PlaceHeld{Name: place.Name, Country: key[1], State: e.Called(key[1])})
	}
	p := &m.Places[at[key]]
	if e.Meeting != nil {
		p.Meetings++
	} else {
		p.Events++
	}
	p.Last = max(p.Last, e.Last)
}
