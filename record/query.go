package record

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"rapporteur"
)

// query translates a filter.
func (l entryLook) query(f Filter) (Query, error) {
	f, err := l.withDossier(f)
	if err != nil {
		return Query{}, err
	}
	q := Query{From: math.MinInt, To: math.MaxInt, Reports: f.Reports, Text: f.Text, Minted: f.Arrived,
		AsOf: l.at, Limit: f.Limit, Offset: f.Offset, Oldest: f.Oldest}
	q.All = append(q.All, kindTerms(f.Kinds))
	q.all(termActor, f.Actors)
	q.all(termState, f.States)
	q.all(termIssue, f.Issues)
	q.all(termOutlet, f.Outlets)
	q.all(termPlace, f.Places, FoldPlace)
	q.all(termStatus, f.Statuses)
	q.all(termStance, f.Stances)
	q.all(termType, f.Types)
	q.All = append(q.All, f.either...)
	if f.Disputed {
		q.all(termDisputed, []string{yes})
	}
	if f.Corrected {
		q.all(termCorrected, []string{yes})
	}
	if err := q.during(f.Since, f.Until); err != nil {
		return q, err
	}
	if f.Text != "" && strings.IndexFunc(f.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return q, invalid("search", "give at least one word")
	}
	return q, nil
}

// all adds the condition that one of some values of a term must hold.
func (q *Query) all(name string, values []string, change ...func(string) string) {
	if len(values) == 0 {
		return
	}
	var terms []Term
	for _, v := range values {
		for _, c := range change {
			v = c(v)
		}
		terms = append(terms, Term{name, v})
	}
	q.All = append(q.All, terms)
}

// FoldPlace gives a place in the form in which it is found; it leaves codes of states as they are.
func FoldPlace(v string) string {
	if len(v) == 3 && strings.ToUpper(v) == v {
		return v
	}
	return fold(v)
}

// during bounds a query by days.
func (q *Query) during(since, until rapporteur.Date) error {
	if since != "" {
		d, ok := daysOf(since)
		if !ok {
			return invalid("since "+string(since), "give a day as YYYY-MM-DD")
		}
		q.From = d.from
	}
	if until != "" {
		d, ok := daysOf(until)
		if !ok {
			return invalid("until "+string(until), "give a day as YYYY-MM-DD")
		}
		q.To = d.to
	}
	return nil
}

// withDossier adds the conditions of the filter's dossier. A field that both have
// keeps what both allow.
func (l entryLook) withDossier(f Filter) (Filter, error) {
	if f.Dossier == "" {
		return f, nil
	}
	all, err := l.Dossiers()
	if err != nil {
		return f, err
	}
	at := slices.IndexFunc(all, func(d Dossier) bool { return d.Name == f.Dossier })
	if at < 0 {
		return f, unknown("find dossier", "dossier", f.Dossier)
	}
	d := all[at]
	sided := len(d.Issues) > 0 && len(d.Actors)+len(d.States) > 0
	switch positions := slices.Contains(f.Kinds, Position); {
	case sided && positions && len(f.Kinds) == 1:
		f.Issues = within(f.Issues, d.Issues)
	case sided && !positions && len(f.Kinds) > 0:
		f.Actors, f.States = within(f.Actors, d.Actors), within(f.States, d.States)
	case sided:
		f.either = append(slices.Clone(f.either), bothSides(&d)...)
	default:
		f.Actors, f.States, f.Issues = within(f.Actors, d.Actors), within(f.States, d.States), within(f.Issues, d.Issues)
	}
	f.Places, f.Reports = within(f.Places, d.Places), within(f.Reports, d.Reports)
	f.Text = strings.TrimSpace(f.Text + " " + d.Text)
	f.Since = max(f.Since, d.Since)
	if d.Until != "" && (f.Until == "" || d.Until < f.Until) {
		f.Until = d.Until
	}
	return f, nil
}

// bothSides are the conditions of a dossier of actors or states and issues where several
// kinds are asked for: positions on the issues, of whomever, and the rest of whoever is
// named.
func bothSides(d *Dossier) [][]Term {
	var issues []Term
	for _, id := range d.Issues {
		issues = append(issues, Term{termIssue, id})
	}
	clause := func(name string, values []string) []Term {
		out := slices.Clone(issues)
		for _, v := range values {
			out = append(out, Term{name, v})
		}
		return out
	}
	out := [][]Term{clause(termKind, []string{string(Meeting), string(Statement), string(Event), string(Notice)})}
	if len(d.Actors) > 0 {
		out = append(out, clause(termActor, d.Actors))
	}
	if len(d.States) > 0 {
		out = append(out, clause(termState, d.States))
	}
	return out
}

// within gives what two lists both allow; the empty list allows everything.
func within(a, b []string) []string {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0:
		return a
	}
	if both := shared(a, b); len(both) > 0 {
		return both
	}
	return []string{""} // nothing has the empty value
}

// term is the term by which entries of a value are found.
func (f Field) term(value string) Term {
	if f == ByPlace {
		value = FoldPlace(value)
	}
	return Term{string(f), value}
}

// kindTerms are those of kinds, of all where there is none.
func kindTerms(kinds []Kind) []Term {
	if len(kinds) == 0 {
		kinds = Kinds()
	}
	var out []Term
	for _, k := range kinds {
		out = append(out, Term{termKind, string(k)})
	}
	return out
}

// Dossiers gives the saved filters by name.
func (l entryLook) Dossiers() ([]Dossier, error) {
	if l.dossiers != nil {
		return l.dossiers, nil
	}
	all, err := l.store.Dossiers()
	l.dossiers = all
	return all, err
}
