package dataset

import (
	"bufio"
	"bytes"
	"fmt"
	"io"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/gazetteer"
	"rapporteur/record"
)

// geoFile writes meetings and events at their places (GeoJSON, RFC 7946), each a Point;
// what is at no place that the gazetteer knows is left out and counted.
type geoFile struct {
	to      io.WriteCloser
	out     *bufio.Writer
	places  *gazetteer.Gazetteer
	some    bool
	unknown int
}

// newGeoJSON opens an export of places.
func newGeoJSON(o Options) (Writer, error) {
	places, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	w, err := o.To.Main("rapporteur.geojson")
	if err != nil {
		return nil, err
	}
	g := &geoFile{to: w, out: bufio.NewWriterSize(w, 64<<10), places: places}
	fmt.Fprint(g.out, `{"type":"FeatureCollection","attribution":"Places: GeoNames (geonames.org), CC BY 4.0","provenance":`)
	if err := export.Line(g.out, o.Provenance); err != nil {
		return nil, err
	}
	_, err = g.out.WriteString(`,"features":[`)
	return g, err
}

// feature is an entry at a place.
type feature struct {
	Type       string         `json:"type"`
	ID         string         `json:"id"`
	Geometry   geometry       `json:"geometry"`
	Properties map[string]any `json:"properties"`
}

type geometry struct {
	Type string `json:"type"`
	// Coordinates are longitude and latitude.
	Coordinates [2]float64 `json:"coordinates"`
}

// Entry implements record.Sink.
func (g *geoFile) Entry(e *record.Entry) error {
	place, properties := placeOf(e)
	if place == nil {
		return nil
	}
	at, ok := g.places.Find(place.Name, string(place.Country))
	if !ok {
		g.unknown++
		return nil
	}
	properties["place"], properties["country"], properties["precision"] = place.Name, at.Country, at.Kind
	properties["geonames"] = at.GeoNames
	var line bytes.Buffer
	if err := export.Line(&line, feature{"Feature", e.ID, geometry{"Point", [2]float64{at.Longitude, at.Latitude}}, properties}); err != nil {
		return err
	}
	if g.some {
		fmt.Fprint(g.out, ",")
	}
	g.some = true
	_, err := g.out.WriteString("\n" + string(bytes.TrimSpace(line.Bytes())))
	return err
}

// placeOf gives where an entry was and what is said of it.
func placeOf(e *record.Entry) (*rapporteur.Place, map[string]any) {
	out := map[string]any{"kind": e.Kind, "what": export.Phrase(e), "sources": e.Sources, "first": e.First, "last": e.Last}
	var place *rapporteur.Place
	var basis *rapporteur.Basis
	switch {
	case e.Meeting != nil:
		place, basis = e.Meeting.Place, &e.Meeting.Basis
		out["date"], out["status"], out["claimed_by"] = e.Meeting.Date, e.Meeting.Status, e.Meeting.ClaimedBy
	case e.Event != nil:
		place, basis = e.Event.Place, &e.Event.Basis
		out["date"], out["status"], out["claimed_by"] = e.Event.Date, e.Event.Modality, e.Event.ClaimedBy
		out["plover"], out["cameo"] = e.Event.Plover.Type, e.Event.Cameo
	default:
		return nil, nil
	}
	out["confidence"] = basis.Confidence
	if len(basis.Evidence) > 0 {
		out["quote"], out["report"] = basis.Evidence[0].Text, basis.Evidence[0].Report
	}
	if len(e.Members) > 0 {
		out["url"] = e.Members[0].URL
	}
	return place, out
}

// Kinds implements record.Choosing.
func (*geoFile) Kinds() []record.Kind { return []record.Kind{record.Meeting, record.Event} }

// Wants implements record.Wanting.
func (*geoFile) Wants() record.Field { return record.ByPlace }

// Actor implements record.Sink; actors have no place.
func (*geoFile) Actor(*record.Party) error { return nil }

// Report implements record.Sink; reports have no place.
func (*geoFile) Report(*record.Report) error { return nil }

// Close ends the collection.
func (g *geoFile) Close() error {
	fmt.Fprintf(g.out, "\n],\"without_known_place\":%d}\n", g.unknown)
	if err := g.out.Flush(); err != nil {
		return err
	}
	return g.to.Close()
}
