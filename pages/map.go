package pages

import (
	"net/http"
	"net/url"

	"rapporteur/export"
	"rapporteur/service"
)

// mostPlaces is the number of places that the table of the map lists.
const mostPlaces = 150

// mapPage is what the page of the map shows: a drawing, and the same as a table.
type mapPage struct {
	conditioned
	mapDrawn
	Table table
	// Unknown counts the places of which it is not known where they lie, Left those that
	// the table has no room for.
	Unknown, Left     int
	Looked, Placeless int
}

// places is the screen of where meetings and events were.
func (s composer) places(r *http.Request) (*view, error) {
	const path = "/map"
	form, to, err := s.conditions(r, service.Everything, path, []string{"since", "until", "actor", "place"})
	if to != nil || err != nil {
		return to, err
	}
	q := r.URL.Query()
	body := &mapPage{conditioned: form}
	v := &view{Title: "Map", Place: path, Template: "map", Body: body, Data: addressOf("/places", asked(q))}
	asks, _ := question(service.Everything, q)
	m, err := s.atlas.Places(r.Context(), s.Record, asks)
	if body.refused(v, err) {
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	body.Looked, body.Placeless = m.Looked, m.Placeless
	var known []service.PlaceHeld
	for i := range m.Places {
		if m.Places[i].Known() {
			known = append(known, m.Places[i])
		}
	}
	body.Unknown = len(m.Places) - len(known)
	body.mapDrawn = drawnOn(known, q)
	body.Left = max(0, len(m.Places)-mostPlaces)
	body.Table = placesTable(m.Places[:len(m.Places)-body.Left], q)
	return v, nil
}

// placesTable lists places with what was there.
func placesTable(all []service.PlaceHeld, q url.Values) table {
	out := table{Caption: "Places, those with most meetings and events first", None: "No meeting or event with a place is on the record.",
		Columns: []column{{"Place", "main"}, {"State", ""}, {"Meetings", "count"}, {"Events", "count"}, {"Last told of", "day"}, {"On the map", ""}}}
	for i := range all {
		p := &all[i]
		link := func(path string, n int) cell {
			if n == 0 {
				return words("")
			}
			return cell{{Text: number(n), To: listAt(path, p.Name, q)}}
		}
		out.Rows = append(out.Rows, row{Cells: []cell{words(p.Name), words(p.State), link("/meetings", p.Meetings), link("/events", p.Events), words(export.Day(p.Last)), words(precisions[string(p.Precision)])}})
	}
	return out
}

// precisions say how exactly it is known where a place lies.
var precisions = map[string]string{"town": "yes", "state": "the middle of the state", "": "not known where"}

// listAt is the address of a list of what was at a place, under the same conditions.
func listAt(path, place string, q url.Values) string {
	to := asked(q)
	to.Set("place", place)
	return addressOf(path, to)
}
