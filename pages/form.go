package pages

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"rapporteur/record"
	"rapporteur/service"
)

// form is the form of the conditions of a list.
type form struct {
	Path   string
	Fields []field
	// Chips are the conditions that hold, each with the address without it.
	Chips []chip
	// Kept are conditions that the form passes on without showing them.
	Kept []pair
	// Open says that the less frequent fields are shown.
	Open bool
	// Clear is the address without any.
	Clear string
}

// field is a condition that may be set.
type field struct {
	Name, Label, Value string
	// Kind is text, day, choice or tick.
	Kind    string
	Options []option
	// Hint stands in an empty field; Rare keeps it behind "more".
	Hint string
	Rare bool
}

type option struct {
	Value, Label string
	Chosen       bool
}

type chip struct{ Label, Value, Address string }

type pair struct{ Name, Value string }

// labels name conditions to people.
var labels = map[string]string{"q": "Words", "actor": "Actor", "state": "State", "issue": "Issue", "outlet": "Outlet", "place": "Place", "status": "Status",
	"stance": "Stance", "type": "Type", "since": "From", "until": "To", "disputed": "Disputed", "oldest": "Oldest first", "dossier": "Dossier", "as_of": "As of"}

// choices are the conditions whose values are few enough to choose from, with the
// fields of the record that have them.
var choices = map[string]record.Field{"status": record.ByStatus, "stance": record.ByStance, "type": record.ByType, "issue": record.ByIssue, "outlet": record.ByOutlet}

// mostOptions is the number of values that a choice offers; the address takes any.
const mostOptions = 60

// formOf makes the form of some conditions about a subject, as an address has them set.
func (s *site) formOf(ctx context.Context, about service.Subject, path string, q url.Values, names ...string) (*form, error) {
	f := &form{Path: path, Clear: addressOf(path, stickyOf(q).values())}
	q = asked(q)
	for i, name := range names {
		one := field{Name: name, Label: labels[name], Value: q.Get(name), Kind: "text", Rare: i > 3}
		switch {
		case name == "since" || name == "until":
			one.Kind = "day"
		case name == "disputed" || name == "oldest":
			one.Kind = "tick"
		case choices[name] != "":
			one.Kind = "choice"
			values, err := s.valuesOf(ctx, about, choices[name])
			if err != nil {
				return nil, err
			}
			one.Options = optionsOf(values, one.Value)
		case name == "q":
			one.Hint = `words, or a "phrase"`
		case name == "actor" || name == "place":
			one.Hint = "a name"
		}
		f.Open = f.Open || one.Rare && one.Value != ""
		f.Fields = append(f.Fields, one)
	}
	f.keep(q, names)
	return f, nil
}

// keep makes chips of what holds, and passes on what no field shows.
func (f *form) keep(q url.Values, names []string) {
	for _, name := range slices.Concat(single, conditions) {
		for i, v := range q[name] {
			shown := v
			if v == "true" {
				shown = ""
			}
			f.Chips = append(f.Chips, chip{labels[name], shown, without(f.Path, q, name, v)})
			if i > 0 || !slices.Contains(names, name) {
				f.Kept = append(f.Kept, pair{name, v})
			}
		}
	}
}

// valuesOf are the values that a condition may have: those of the program's tables, or
// those of the record where it decides, the most frequent first.
func (s *site) valuesOf(ctx context.Context, about service.Subject, of record.Field) ([]string, error) {
	if of != record.ByIssue && of != record.ByOutlet && about != service.Statements {
		return service.Vocabulary(about, of)
	}
	values, err := s.values.of(ctx, s.Record, of, s.Now())
	if err != nil {
		return nil, err
	}
	var known []string
	if about == service.Statements && of == record.ByType {
		if known, err = service.Vocabulary(about, of); err != nil {
			return nil, err
		}
	}
	var out []string
	for _, v := range values {
		if len(out) < mostOptions && (known == nil || slices.Contains(known, v.Value)) {
			out = append(out, v.Value)
		}
	}
	return out, nil
}

func optionsOf(values []string, chosen string) []option {
	if chosen != "" && !slices.Contains(values, chosen) {
		values = append([]string{chosen}, values...)
	}
	var out []option
	for _, v := range values {
		out = append(out, option{v, worded(v), v == chosen})
	}
	return out
}

// worded is a value of the contract in words: "walked out" for walked-out.
func worded(v string) string {
	if strings.ToUpper(v) == v && len(v) > 3 {
		v = v[:1] + strings.ToLower(v[1:])
	}
	return strings.ReplaceAll(v, "-", " ")
}
