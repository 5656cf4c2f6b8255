package service

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/frames/attribution"
	"rapporteur/frames/schema"
	"rapporteur/ontology"
	"rapporteur/record"
)

// Subject is what a question is about.
type Subject string

// What can be asked for.
const (
	Meetings   Subject = "meetings"
	Statements Subject = "statements"
	Events     Subject = "events"
	Positions  Subject = "positions"
	Notices    Subject = "notices"
	Actors     Subject = "actors"
	Shifts     Subject = "shifts"
	Reports    Subject = "reports"
	// Everything is all of it, as a brief has it.
	Everything Subject = "entries"
)

// kind is the kind of entries that a subject is, empty for none.
func (s Subject) kind() record.Kind { return kindOf[s] }

// kinds are those of the entries that a subject is, none for all.
func (s Subject) kinds() []record.Kind {
	if k := s.kind(); k != "" {
		return []record.Kind{k}
	}
	return nil
}

var kindOf = map[Subject]record.Kind{Meetings: record.Meeting, Statements: record.Statement, Events: record.Event,
	Positions: record.Position, Shifts: record.Position, Notices: record.Notice}

// fields are the filters that can choose something of a subject.
var fields = map[Subject][]record.Field{
	Meetings:   {record.ByOutlet, record.ByState, record.ByPlace, record.ByStatus, record.ByType},
	Statements: {record.ByOutlet, record.ByState, record.ByPlace, record.ByType},
	Events:     {record.ByOutlet, record.ByState, record.ByPlace, record.ByStatus, record.ByType},
	Positions:  {record.ByOutlet, record.ByState, record.ByIssue, record.ByStance},
	Notices:    {record.ByOutlet, record.ByState, record.ByType},
	Actors:     {record.ByState},
	Shifts:     {record.ByOutlet, record.ByState, record.ByIssue, record.ByStance},
	Reports:    {record.ByOutlet},
	Everything: {record.ByOutlet, record.ByState, record.ByIssue, record.ByPlace},
}

// noticeKinds are what can be odd in a report.
var noticeKinds = []string{"foreign-language", "inconsistent-name", "misspelt-name", "office-not-held", "read-in-translation", "weekday-mismatch"}

// Vocabulary gives the values that a field of a subject may have by the tables of the
// program, none where any may come.
func Vocabulary(of Subject, field record.Field) ([]string, error) {
	inventory, err := schema.Load()
	if err != nil {
		return nil, err
	}
	kind := inventory.Kind(string(of.kind()))
	attribute := func(name string) []string {
		if kind == nil || kind.Attribute(name) == nil {
			return nil
		}
		return kind.Attribute(name).Values
	}
	switch {
	case field == record.ByIssue:
		return issueIDs()
	case field == record.ByStance:
		return attribute("stance"), nil
	case field == record.ByStatus && of == Events:
		return attribute("modality"), nil
	case field == record.ByStatus:
		return attribute("status"), nil
	case field == record.ByType:
		return typesOf(of, kind)
	}
	return nil, nil
}

func typesOf(of Subject, kind *schema.Kind) ([]string, error) {
	switch of {
	case Statements:
		return attribution.Acts()
	case Notices:
		return noticeKinds, nil
	}
	var out []string
	for _, t := range kind.Types {
		out = append(out, t.Name)
	}
	return out, nil
}

func issueIDs() ([]string, error) {
	o, err := ontology.Load()
	if err != nil {
		return nil, err
	}
	var out []string
	for _, i := range o.Issues() {
		out = append(out, i.ID)
	}
	return out, nil
}

// checked puts the values of a filter as the record has them, or says which of them no
// entry can have.
func checked(l *record.Look, of Subject, f *record.Filter) error {
	wanted := []struct {
		field  record.Field
		values *[]string
	}{{record.ByState, &f.States}, {record.ByIssue, &f.Issues}, {record.ByOutlet, &f.Outlets}, {record.ByPlace, &f.Places},
		{record.ByStatus, &f.Statuses}, {record.ByStance, &f.Stances}, {record.ByType, &f.Types}}
	asked := false
	for _, w := range wanted {
		if len(*w.values) > 0 && !slices.Contains(fields[of], w.field) {
			return invalid("--"+string(w.field), fmt.Sprintf("%s have no %s; leave it out", of, w.field))
		}
		asked = asked || len(*w.values) > 0
	}
	if !asked {
		return nil
	}
	there, err := l.Having(*f)
	if err != nil {
		return err
	}
	for _, w := range wanted {
		var as []string
		for _, v := range *w.values {
			found, err := valued(l, of, w.field, v, there[w.field])
			if err != nil {
				return err
			}
			as = append(as, found)
		}
		*w.values = as
	}
	return nil
}

// valued gives one value as the record has it.
func valued(l *record.Look, of Subject, field record.Field, value string, there []string) (string, error) {
	known, err := Vocabulary(of, field)
	if err != nil {
		return "", err
	}
	// A status or type on the record may be of another kind of entry; what the tables
	// leave open, the record fills.
	open := known == nil || field == record.ByIssue || of == Statements || of == Notices
	if slices.Contains(known, value) || open && slices.Contains(there, value) {
		return value, nil
	}
	all := slices.Clone(known)
	if open {
		values, err := l.Values(field)
		if err != nil {
			return "", err
		}
		for _, v := range values[field] {
			all = append(all, v.Value)
		}
	}
	found, err := one(l, field, value, all)
	if err == nil && found == "" {
		err = invalid("--"+string(field)+" "+value, refusal(of, field, known)+hint(field, value, all))
	}
	return found, err
}

// refusal says that there is no such value: of the subject, or where the record alone
// decides of the record.
func refusal(of Subject, field record.Field, known []string) string {
	switch {
	case known == nil && field != record.ByState:
		return fmt.Sprintf("the record has no such %s", field)
	case known == nil || field == record.ByIssue:
		return fmt.Sprintf("there is no such %s", field)
	}
	return fmt.Sprintf("there is no such %s of %s", field, of)
}

// one gives a value as the record writes it, empty for one that nothing has.
func one(l *record.Look, field record.Field, value string, all []string) (string, error) {
	want := value
	if field == record.ByPlace {
		want = record.FoldPlace(value)
	}
	if slices.Contains(all, want) {
		return value, nil
	}
	for _, v := range all {
		if field != record.ByOutlet && strings.EqualFold(v, want) {
			return v, nil
		}
	}
	if field == record.ByOutlet {
		if found, err := l.Carried(value); err != nil || found {
			return value, err
		}
		return soleOutlet(value, all), nil
	}
	if field == record.ByState {
		base, err := knowledge.Load()
		if err != nil {
			return "", err
		}
		if a := base.Actor(strings.ToUpper(value)); a != nil && a.Kind == rapporteur.State {
			return a.ID, nil
		}
	}
	return "", nil
}

// soleOutlet gives the one outlet whose name differs from another one in its capitals,
// accents, points, blanks and article alone; empty where there is none, or several.
func soleOutlet(name string, outlets []string) string {
	bare := func(name string) string {
		return strings.ReplaceAll(strings.TrimPrefix(knowledge.Fold(name), "the "), " ", "")
	}
	found := ""
	for _, o := range outlets {
		if bare(o) != bare(name) {
			continue
		}
		if found != "" {
			return ""
		}
		found = o
	}
	return found
}

// hint names values that look like a wrong one, or says where to find them. For a
// state its name counts as well.
func hint(field record.Field, value string, all []string) string {
	switch field {
	case record.ByState:
		if id := stateCalled(value); id != "" {
			return "; is it " + id + "?"
		}
		return near(value, all, "; states are ISO 3166 alpha-3 codes, rapporteur actors --kind state lists them")
	case record.ByOutlet:
		return near(value, all, "; rapporteur show reports --format csv lists them")
	case record.ByIssue:
		return near(value, all, "; rapporteur issues lists them")
	case record.ByPlace:
		return near(value, all, "; rapporteur show meetings tells where they were")
	}
	return near(value, all, "; it is one of "+strings.Join(all, ", "))
}

// stateCalled gives the code of a state by its name.
func stateCalled(name string) string {
	base, err := knowledge.Load()
	if err != nil {
		return ""
	}
	for known, names := range base.Names() {
		if known.Kind == rapporteur.State && slices.ContainsFunc(names, func(n string) bool { return knowledge.Fold(n) == knowledge.Fold(name) }) {
			return known.ID
		}
	}
	return ""
}

func invalid(op, message string) error {
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: message}
}
