package dataset

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"

	"rapporteur/gazetteer"
	"rapporteur/ontology"
	"rapporteur/record"
)

// gdelt makes the rows of GDELT 2.0's table of events (GDELT 2.0 Event Database Codebook,
// V2.0, 2015): 61 columns, no head, tabs between.
type gdelt struct {
	codes  *ontology.Ontology
	places *gazetteer.Gazetteer
}

// newGDELT opens an export of the events that happened, and of the meetings, as GDELT
// has them.
func newGDELT(o Options) (Writer, error) {
	codes, err := ontology.Load()
	if err != nil {
		return nil, err
	}
	places, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	g := gdelt{codes, places}
	return openEvents(o, "rapporteur.export.CSV", gdeltColumns(), false, g.cells)
}

// gdeltColumns are the names of the columns.
func gdeltColumns() []Column {
	var out []Column
	add := func(t Type, meaning string, names ...string) {
		for _, n := range names {
			out = append(out, Column{Name: n, Type: t, Meaning: meaning})
		}
	}
	add(Integer, "number made of the entry's id and of the pair of sides", "GLOBALEVENTID")
	add(Integer, "first day of the event, else of the first report", "SQLDATE", "MonthYear", "Year")
	add(Number, "the day as a fraction of the year", "FractionDate")
	for _, n := range []string{"Actor1", "Actor2"} {
		add(String, "CAMEO codes of the side; empty where the record does not tell", n+"Code")
		add(String, "name of the side, in capitals", n+"Name")
		add(String, "CAMEO codes of the side; empty where the record does not tell", n+"CountryCode", n+"KnownGroupCode", n+"EthnicCode", n+"Religion1Code", n+"Religion2Code", n+"Type1Code", n+"Type2Code", n+"Type3Code")
	}
	add(Integer, "1 where the words stand at the beginning of a report", "IsRootEvent")
	add(String, "CAMEO code", "EventCode", "EventBaseCode", "EventRootCode")
	add(Integer, "class of the code, 1 to 4", "QuadClass")
	add(Number, "Goldstein's value of the code", "GoldsteinScale")
	add(Integer, "pieces of text, independent sources and reports that tell of it", "NumMentions", "NumSources", "NumArticles")
	add(Number, "empty: the record measures no tone", "AvgTone")
	for _, n := range []string{"Actor1Geo", "Actor2Geo", "ActionGeo"} {
		add(Integer, "what the place is: 0 none, 1 state, 3 town of the USA, 4 other town; of the sides none is told", n+"_Type")
		add(String, "the place", n+"_FullName", n+"_CountryCode", n+"_ADM1Code", n+"_ADM2Code")
		add(Number, "the place", n+"_Lat", n+"_Long")
		add(String, "FIPS code of a state, empty for a town", n+"_FeatureID")
	}
	add(Integer, "day of the first report", "DATEADDED")
	add(String, "address of the first report that has one, else its id", "SOURCEURL")
	return out
}

// cells gives the 61 cells of an interaction.
func (g gdelt) cells(i *interaction) []string {
	day := i.firstDay()
	year, month, date := day[:4], day[5:7], day[8:]
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(date)
	y, _ := strconv.Atoi(year)
	out := []string{globalID(i), year + month + date, year + month, year, fmt.Sprintf("%.4f", float64(y)+float64((m-1)*30+d)/365)}
	out = append(append(out, cameoActor(i, i.source)...), cameoActor(i, i.target)...)
	code, _ := g.codes.Code(i.cameo)
	out = append(out, rootEvent(i), i.cameo, i.cameo[:min(3, len(i.cameo))], i.cameo[:2], strconv.Itoa(int(code.Quad)), tenths(code.Goldstein),
		strconv.Itoa(evidence(i.entry)), strconv.Itoa(max(1, i.entry.Sources)), strconv.Itoa(max(1, reports(i.entry))), "")
	none := []string{"0", "", "", "", "", "", "", ""}
	out = append(append(append(out, none...), none...), g.place(i)...)
	return append(out, added(i.entry), firstOf(i.address(), i.entry.Members[0].Report))
}

// globalID is the same for the same entry and pair of sides.
func globalID(i *interaction) string {
	h := fnv.New64a()
	fmt.Fprint(h, i.entry.ID, " ", i.number)
	return strconv.FormatUint(h.Sum64()>>2, 10)
}

// beginning is the number of code points in which the lead of a report stands.
const beginning = 600

// rootEvent is 1 for what a report tells at its beginning, as GDELT has it.
func rootEvent(i *interaction) string {
	for k := range i.entry.Members {
		for _, s := range i.entry.Members[k].Evidence() {
			if s.Start < beginning {
				return "1"
			}
		}
	}
	return "0"
}

func tenths(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

// reports counts those that tell of an entry.
func reports(e *record.Entry) int {
	seen := map[string]bool{}
	for i := range e.Members {
		seen[e.Members[i].Report] = true
	}
	return len(seen)
}

// added is when the record may have known of an entry: at midnight of the day of the first report.
func added(e *record.Entry) string {
	if day(e.First) == nil {
		return "19700101000000"
	}
	return strings.ReplaceAll(string(e.First), "-", "") + "000000"
}

// place gives the eight cells of where it was.
func (g gdelt) place(i *interaction) []string {
	if i.place == nil {
		return []string{"0", "", "", "", "", "", "", ""}
	}
	at, ok := g.places.Find(i.place.Name, string(i.place.Country))
	if !ok || at.FIPS == "" {
		return []string{"0", "", "", "", "", "", "", ""}
	}
	state, _ := g.places.State(at.Country)
	lat, lon := strconv.FormatFloat(at.Latitude, 'f', -1, 64), strconv.FormatFloat(at.Longitude, 'f', -1, 64)
	switch {
	case at.Kind == gazetteer.State:
		return []string{"1", at.Name, at.FIPS, at.FIPS, "", lat, lon, at.FIPS}
	case at.Country == "USA":
		return []string{"3", at.Name + ", " + at.Admin + ", United States", at.FIPS, at.FIPS + at.Admin, "", lat, lon, ""}
	}
	return []string{"4", at.Name + ", " + firstOf(state.Name, at.Country), at.FIPS, at.FIPS + at.Admin, "", lat, lon, ""}
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
