package pages

import (
	"strings"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// disputeShown is a field on which reports disagree.
type disputeShown struct {
	Field    string
	Versions []versionShown
}

// versionShown is one of the things that they say.
type versionShown struct {
	Value   string
	Sources int
	Outlets string
	Quote   string
}

// disputesOf shows what the reports of an entry disagree on.
func disputesOf(e *record.Entry) []disputeShown {
	var out []disputeShown
	outlets := map[string]string{}
	for i := range e.Members {
		outlets[e.Members[i].Report] = string(e.Members[i].Outlet)
	}
	for i := range e.Disputes {
		d := &e.Disputes[i]
		one := disputeShown{Field: fieldNamed(e, d.Field)}
		for _, v := range d.Versions {
			shown := versionShown{Value: valueOf(e, d.Field, v.Value), Sources: v.Sources, Quote: firstWords(v.Evidence)}
			var by []string
			for _, id := range v.Reports {
				if o := outlets[id]; o != "" && !strings.Contains(strings.Join(by, "\n"), o) {
					by = append(by, o)
				}
			}
			shown.Outlets = strings.Join(by, ", ")
			one.Versions = append(one.Versions, shown)
		}
		out = append(out, one)
	}
	return out
}

// fieldNamed names a field of an entry: "presence of Kenya".
func fieldNamed(e *record.Entry, field string) string {
	name, id, of := strings.Cut(field, ":")
	if of {
		return worded(name) + " of " + e.Called(id)
	}
	return worded(name)
}

// valueOf is a value of a field in words.
func valueOf(e *record.Entry, field, value string) string {
	name, _, _ := strings.Cut(field, ":")
	switch {
	case value == "":
		return "not said"
	case name == "date":
		return export.Day(rapporteur.Date(value))
	case record.IsActor(name):
		return e.Called(value)
	case name == "presence" || name == "status" || name == "modality" || name == "type":
		return worded(value)
	}
	return value
}
