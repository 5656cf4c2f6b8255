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
	to     io.WriteCloser
	out    *bufio.Writer
	places *gazetteer.Gazetteer
	// line is the feature that is written.
	line    bytes.Buffer
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
	Type       string      `json:"type"`
	ID         string      `json:"id"`
	Geometry   geometry    `json:"geometry"`
	Properties *properties `json:"properties"`
}

type geometry struct {
	Type string `json:"type"`
	// Coordinates are longitude and latitude.
	Coordinates [2]float64 `json:"coordinates"`
}

// properties are what is said of an entry at a place, by their names. Codes are those of
// events; where there is no evidence and no report, what is of them is left out.
type properties struct {
	Cameo      *rapporteur.Text `json:"cameo,omitempty"`
	ClaimedBy  rapporteur.Text  `json:"claimed_by"`
	Confidence float64          `json:"confidence"`
	Country    string           `json:"country"`
	Date       rapporteur.Date  `json:"date"`
	First      rapporteur.Date  `json:"first"`
	GeoNames   int64            `json:"geonames"`
	Kind       record.Kind      `json:"kind"`
	Last       rapporteur.Date  `json:"last"`
	Place      string           `json:"place"`
	Plover     *string          `json:"plover,omitempty"`
	Precision  gazetteer.Kind   `json:"precision"`
	Quote      *string          `json:"quote,omitempty"`
	Report     *string          `json:"report,omitempty"`
	Sources    int              `json:"sources"`
	Status     string           `json:"status"`
	URL        *rapporteur.Text `json:"url,omitempty"`
	What       string           `json:"what"`
}

// Entry implements record.Sink.
func (g *geoFile) Entry(e *record.Entry) error {
	var place *rapporteur.Place
	switch {
	case e.Meeting != nil:
		place = e.Meeting.Place
	case e.Event != nil:
		place = e.Event.Place
	}
	if place == nil {
		return nil
	}
	at, ok := g.places.Find(place.Name, string(place.Country))
	if !ok {
		g.unknown++
		return nil
	}
	p := propertiesOf(e)
	p.Place, p.Country, p.Precision, p.GeoNames = place.Name, at.Country, at.Kind, at.GeoNames
	g.line.Reset()
	if err := export.Line(&g.line, feature{"Feature", e.ID, geometry{"Point", [2]float64{at.Longitude, at.Latitude}}, p}); err != nil {
		return err
	}
	if g.some {
		_ = g.out.WriteByte(',')
	}
	g.some = true
	_ = g.out.WriteByte('\n')
	_, err := g.out.Write(bytes.TrimSpace(g.line.Bytes()))
	return err
}

// propertiesOf is what is said of a meeting or an event, but for its place.
func propertiesOf(e *record.Entry) *properties {
	out := &properties{Kind: e.Kind, What: export.Phrase(e), Sources: e.Sources, First: e.First, Last: e.Last}
	basis := e.Basis()
	if m := e.Meeting; m != nil {
		out.Date, out.Status, out.ClaimedBy = m.Date, string(m.Status), m.ClaimedBy
	} else {
		v := e.Event
		out.Date, out.Status, out.ClaimedBy = v.Date, string(v.Modality), v.ClaimedBy
		out.Plover, out.Cameo = &v.Plover.Type, &v.Cameo
	}
	out.Confidence = basis.Confidence
	if len(basis.Evidence) > 0 {
		out.Quote, out.Report = &basis.Evidence[0].Text, &basis.Evidence[0].Report
	}
	if len(e.Members) > 0 {
		out.URL = &e.Members[0].URL
	}
	return out
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
