package dataset

import (
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/gazetteer"
	"rapporteur/ontology"
)

// polecat makes the rows of POLECAT (Halterman et al. 2023), whose coder is NGEC: forty
// columns with a head, tabs between.
type polecat struct {
	codes  *ontology.Ontology
	places *gazetteer.Gazetteer
	coder  string
}

// newPOLECAT opens an export of the events that happened, and of the meetings, as
// POLECAT has them.
func newPOLECAT(o Options) (Writer, error) {
	codes, err := ontology.Load()
	if err != nil {
		return nil, err
	}
	places, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	p := polecat{codes, places, strings.TrimSpace(o.Provenance.Program + " " + o.Provenance.Model)}
	return openEvents(o, "rapporteur.polecat.tsv", polecatColumns(), true, p.cells)
}

func polecatColumns() []Column {
	var out []Column
	add := func(t Type, meaning string, names ...string) {
		for _, n := range names {
			out = append(out, Column{Name: n, Type: t, Meaning: meaning})
		}
	}
	add(String, "id of the entry, with the number of the pair of sides", "Event ID")
	add(Date, "first day of the event, else of the first report", "Event Date")
	add(String, "PLOVER type, and mode where there is one", "Event Type", "Event Mode")
	add(Number, "PLOVER's place between conflict and cooperation, -10 to 10", "Intensity")
	add(String, "quad category", "Quad Code")
	add(String, "PLOVER contexts, with semicolons between", "Contexts")
	for _, n := range []string{"Actor", "Recipient"} {
		add(String, "name", n+" Name")
		add(String, "ISO 3166-1 alpha-3 code, IGO for a body between states", n+" Country")
		add(String, "empty: the record has no codes of the Correlates of War", n+" COW")
		add(String, "CAMEO code of the sector", "Primary "+n+" Sector", n+" Sectors")
		add(String, "office", n+" Title")
		add(String, "name as the record has it", n+" Name Raw")
		add(String, "empty: the record has no names of Wikipedia", "Wikipedia "+n+" ID")
	}
	add(String, "the place", "Placename", "City", "District", "Province", "Country")
	add(Number, "the place", "Latitude", "Longitude")
	add(Integer, "number of the place in GeoNames", "GeoNames ID")
	add(String, "name of the place in the report", "Raw Placename")
	add(String, "GeoNames' code of what it is: PCLI a state, PPL a town", "Feature Type")
	add(String, "outlet", "Source")
	add(Date, "day of the first report", "Publication Date")
	add(String, "who takes part, with semicolons between", "Story People", "Story Organizations", "Story Locations")
	add(String, "language of the report", "Language")
	add(String, "what made it", "Version")
	return out
}

// quadNames are the quad categories as POLECAT writes them.
var quadNames = map[ontology.Quad]string{ontology.VerbalCooperation: "VERBAL COOPERATION", ontology.MaterialCooperation: "MATERIAL COOPERATION",
	ontology.VerbalConflict: "VERBAL CONFLICT", ontology.MaterialConflict: "MATERIAL CONFLICT"}

func (p polecat) cells(i *interaction) []string {
	t, _ := p.codes.Type(i.plover.Type)
	score := t.Score
	if mode, ok := t.Mode(string(i.plover.Mode)); ok && mode.Score != 0 {
		score = mode.Score
	}
	out := []string{i.entry.ID + "-" + strconv.Itoa(i.number+1), i.firstDay(), i.plover.Type, string(i.plover.Mode), strconv.FormatFloat(score, 'f', -1, 64),
		quadNames[t.Quad], strings.Join(i.plover.Contexts, ";")}
	out = append(append(out, p.side(i, i.source)...), p.side(i, i.target)...)
	out = append(out, p.place(i)...)
	first := &i.entry.Members[0]
	return append(out, string(first.Outlet), string(i.entry.First), p.story(i, rapporteur.Person), p.story(i, rapporteur.Organisation, rapporteur.Group, rapporteur.State), placeName(i), "en", p.coder)
}

// side gives the eight cells of an actor or recipient.
func (p polecat) side(i *interaction, id string) []string {
	out := make([]string, 8)
	if id == "" {
		return out
	}
	country := stateOf(i.entry, id)
	if _, ok := p.places.State(country); !ok && country != "" {
		country = "IGO"
	}
	sector := cameoCodes()[[2]string{"sector", i.sector(id)}]
	title := ""
	if a := i.entry.Cast[id]; len(a.Roles) > 0 {
		title = a.Roles[0].Office
	}
	name := nameOf(i.entry, id)
	return []string{name, country, "", sector, sector, title, name, ""}
}

// place gives the ten cells of where it was.
func (p polecat) place(i *interaction) []string {
	out := make([]string, 10)
	if i.place == nil {
		return out
	}
	out[8] = i.place.Name
	at, ok := p.places.Find(i.place.Name, string(i.place.Country))
	if !ok {
		return out
	}
	out[0], out[4], out[9] = at.Name, at.Country, "PCLI"
	if at.Kind == gazetteer.Town {
		out[1], out[9] = at.Name, "PPL"
	}
	out[5], out[6], out[7] = strconv.FormatFloat(at.Latitude, 'f', -1, 64), strconv.FormatFloat(at.Longitude, 'f', -1, 64), strconv.FormatInt(at.GeoNames, 10)
	return out
}

// story gives the names of those of some kinds.
func (p polecat) story(i *interaction, kinds ...rapporteur.ActorKind) string {
	var out []string
	for _, id := range sortedKeys(i.entry.Names) {
		for _, k := range kinds {
			if i.kind(id) == k {
				out = append(out, i.entry.Names[id])
			}
		}
	}
	return strings.Join(out, ";")
}

func placeName(i *interaction) string {
	if i.place == nil {
		return ""
	}
	return i.place.Name
}
