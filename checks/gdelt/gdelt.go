// Package gdelt checks rows of GDELT 2.0's table of events against its codebook (GDELT
// Event Database Data Format Codebook, V2.0, 19 February 2015): 61 columns with tabs
// between, their types and ranges, and what must agree within a row.
package gdelt

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Columns is the number of columns of a row.
const Columns = 61

// cell is what a column may hold.
type cell struct {
	name  string
	form  *regexp.Regexp
	blank bool
}

var (
	integer = regexp.MustCompile(`^-?[0-9]+$`)
	decimal = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?(E-?[0-9]+)?$`)
	words   = regexp.MustCompile(`^[^\t\n\r]+$`)
	country = regexp.MustCompile(`^[A-Z]{3}$`)
	lower   = regexp.MustCompile(`^[a-z0-9]{3}$`)
	kind    = regexp.MustCompile(`^[A-Z]{3}$`)
	actor   = regexp.MustCompile(`^([A-Za-z0-9]{3})+$`)
	fips    = regexp.MustCompile(`^[A-Z0-9]{2}$`)
	adm1    = regexp.MustCompile(`^[A-Z0-9]{2,10}$`)
	yes     = regexp.MustCompile(`^[01]$`)
	code    = regexp.MustCompile(`^(0[1-9]|1[0-9]|20)[0-9]{0,2}$`)
)

// cells are the columns in the codebook's order.
func cells() []cell {
	out := []cell{{"GLOBALEVENTID", regexp.MustCompile(`^[0-9]{1,19}$`), false}, {"SQLDATE", regexp.MustCompile(`^[0-9]{8}$`), false},
		{"MonthYear", regexp.MustCompile(`^[0-9]{6}$`), false}, {"Year", regexp.MustCompile(`^[0-9]{4}$`), false}, {"FractionDate", decimal, false}}
	for _, n := range []string{"Actor1", "Actor2"} {
		out = append(out, cell{n + "Code", actor, true}, cell{n + "Name", words, true}, cell{n + "CountryCode", country, true}, cell{n + "KnownGroupCode", kind, true},
			cell{n + "EthnicCode", lower, true}, cell{n + "Religion1Code", kind, true}, cell{n + "Religion2Code", kind, true},
			cell{n + "Type1Code", kind, true}, cell{n + "Type2Code", kind, true}, cell{n + "Type3Code", kind, true})
	}
	out = append(out, cell{"IsRootEvent", yes, false}, cell{"EventCode", code, false}, cell{"EventBaseCode", code, false}, cell{"EventRootCode", code, false},
		cell{"QuadClass", regexp.MustCompile(`^[1-4]$`), false}, cell{"GoldsteinScale", decimal, true}, cell{"NumMentions", integer, false},
		cell{"NumSources", integer, false}, cell{"NumArticles", integer, false}, cell{"AvgTone", decimal, true})
	for _, n := range []string{"Actor1Geo", "Actor2Geo", "ActionGeo"} {
		out = append(out, cell{n + "_Type", regexp.MustCompile(`^[0-5]$`), false}, cell{n + "_FullName", words, true}, cell{n + "_CountryCode", fips, true},
			cell{n + "_ADM1Code", adm1, true}, cell{n + "_ADM2Code", words, true}, cell{n + "_Lat", decimal, true}, cell{n + "_Long", decimal, true}, cell{n + "_FeatureID", words, true})
	}
	return append(out, cell{"DATEADDED", regexp.MustCompile(`^[0-9]{14}$`), false}, cell{"SOURCEURL", words, false})
}

// Check gives what is wrong in a row, nothing for one that is right.
func Check(row string) []string {
	values := strings.Split(row, "\t")
	all := cells()
	if len(values) != len(all) || len(all) != Columns {
		return []string{fmt.Sprintf("%d columns, want %d", len(values), Columns)}
	}
	r := checked{at: map[string]string{}}
	for i, c := range all {
		r.at[c.name] = values[i]
		switch {
		case values[i] == "" && !c.blank:
			r.wrong("%s is empty", c.name)
		case values[i] != "" && !c.form.MatchString(values[i]):
			r.wrong("%s %q has not the form %s", c.name, values[i], c.form)
		}
	}
	if len(r.found) > 0 {
		return r.found
	}
	r.dates()
	r.event()
	for _, n := range []string{"Actor1", "Actor2"} {
		r.actor(n)
	}
	for _, n := range []string{"Actor1Geo", "Actor2Geo", "ActionGeo"} {
		r.place(n)
	}
	if r.at["Actor1Code"]+r.at["Actor2Code"]+r.at["Actor1Name"]+r.at["Actor2Name"] == "" {
		r.wrong("neither side is named")
	}
	return r.found
}

// checked is a row with what is wrong in it.
type checked struct {
	at    map[string]string
	found []string
}

func (r *checked) wrong(format string, args ...any) {
	r.found = append(r.found, fmt.Sprintf(format, args...))
}

func (r *checked) number(name string) float64 {
	v, _ := strconv.ParseFloat(r.at[name], 64)
	return v
}

// dates holds the four forms of the day to one another: the fraction is the share of
// the year, a month counted as thirty days.
func (r *checked) dates() {
	day, err := time.Parse("20060102", r.at["SQLDATE"])
	if err != nil {
		r.wrong("SQLDATE %s is no day", r.at["SQLDATE"])
		return
	}
	if r.at["MonthYear"] != day.Format("200601") || r.at["Year"] != day.Format("2006") {
		r.wrong("MonthYear %s and Year %s are not of SQLDATE %s", r.at["MonthYear"], r.at["Year"], r.at["SQLDATE"])
	}
	want := float64(day.Year()) + float64((int(day.Month())-1)*30+day.Day())/365
	if math.Abs(r.number("FractionDate")-want) > 0.0011 {
		r.wrong("FractionDate %s, want %.4f", r.at["FractionDate"], want)
	}
	if _, err := time.Parse("20060102150405", r.at["DATEADDED"]); err != nil {
		r.wrong("DATEADDED %s is no time", r.at["DATEADDED"])
	}
}

// event holds the codes of the event to one another.
func (r *checked) event() {
	event := r.at["EventCode"]
	if root := event[:2]; r.at["EventRootCode"] != root {
		r.wrong("EventRootCode %s of %s", r.at["EventRootCode"], event)
	}
	if base := event[:min(3, len(event))]; r.at["EventBaseCode"] != base {
		r.wrong("EventBaseCode %s of %s", r.at["EventBaseCode"], event)
	}
	root, _ := strconv.Atoi(event[:2])
	quad := 1
	switch {
	case root >= 15:
		quad = 4
	case root >= 10:
		quad = 3
	case root >= 6:
		quad = 2
	}
	if r.at["QuadClass"] != strconv.Itoa(quad) {
		r.wrong("QuadClass %s of %s, want %d", r.at["QuadClass"], event, quad)
	}
	if g := r.number("GoldsteinScale"); g < -10 || g > 10 {
		r.wrong("GoldsteinScale %v", g)
	}
	for _, n := range []string{"NumMentions", "NumSources", "NumArticles"} {
		if r.number(n) < 1 {
			r.wrong("%s is %s", n, r.at[n])
		}
	}
	if r.number("NumArticles") < r.number("NumSources") || r.number("NumMentions") < r.number("NumArticles") {
		r.wrong("%s mentions in %s articles of %s sources", r.at["NumMentions"], r.at["NumArticles"], r.at["NumSources"])
	}
}

// actor holds the code of a side to what it is made of.
func (r *checked) actor(n string) {
	parts := []string{n + "CountryCode", n + "KnownGroupCode", n + "EthnicCode", n + "Religion1Code", n + "Religion2Code", n + "Type1Code", n + "Type2Code", n + "Type3Code"}
	var have []string
	for _, p := range parts {
		if r.at[p] != "" {
			have = append(have, r.at[p])
		}
	}
	if r.at[n+"Code"] == "" && len(have) > 0 {
		r.wrong("%sCode is empty beside %v", n, have)
	}
	for i := 0; i+3 <= len(r.at[n+"Code"]); i += 3 {
		if some := r.at[n+"Code"][i : i+3]; len(have) > 0 && i == 0 && !slices.Contains(have, some) {
			r.wrong("%sCode begins with %s, which none of %v is", n, some, have)
		}
	}
	if r.at[n+"Type2Code"] != "" && r.at[n+"Type1Code"] == "" || r.at[n+"Type3Code"] != "" && r.at[n+"Type2Code"] == "" {
		r.wrong("types of %s begin behind the first", n)
	}
}

// place holds the cells of a place to its type.
func (r *checked) place(n string) {
	empty := r.at[n+"_FullName"] + r.at[n+"_CountryCode"] + r.at[n+"_ADM1Code"] + r.at[n+"_Lat"] + r.at[n+"_Long"]
	if r.at[n+"_Type"] == "0" {
		if empty != "" {
			r.wrong("%s is of no type and has cells", n)
		}
		return
	}
	if r.at[n+"_FullName"] == "" || r.at[n+"_CountryCode"] == "" || r.at[n+"_ADM1Code"] == "" {
		r.wrong("%s has a type and no name or codes", n)
	}
	if lat, lon := r.number(n+"_Lat"), r.number(n+"_Long"); math.Abs(lat) > 90 || math.Abs(lon) > 180 {
		r.wrong("%s lies at %v, %v", n, lat, lon)
	}
	if !strings.HasPrefix(r.at[n+"_ADM1Code"], r.at[n+"_CountryCode"]) {
		r.wrong("%s_ADM1Code %s is not of %s", n, r.at[n+"_ADM1Code"], r.at[n+"_CountryCode"])
	}
	if r.at[n+"_Type"] == "1" && r.at[n+"_FeatureID"] != r.at[n+"_CountryCode"] {
		r.wrong("%s_FeatureID %s of the state %s", n, r.at[n+"_FeatureID"], r.at[n+"_CountryCode"])
	}
}
