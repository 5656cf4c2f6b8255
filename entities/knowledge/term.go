package knowledge

import (
	"cmp"
	"slices"

	"rapporteur/table"
)

// Term is the time for which a person holds an office.
type Term struct {
	Person *Actor
	Office string
	// For is the id of the state or body.
	For string
	// From and To are days, months or years; an empty To is still running on
	// Until, the day until which the row is known, or else its table.
	From, To, Until string
	// Source says where the row comes from, empty where the table does not tell.
	Source string
	// About are the ids of the states or bodies that an envoy deals with.
	About []string
}

// post is an office of a state or body.
type post struct{ office, actor string }

func (a loader) addTerms(t *table.Table) error {
	for _, row := range t.Rows {
		person := a.actors[row.Get("person")]
		if person == nil {
			return row.Errorf("person %q is in no persons table; add it there first", row.Get("person"))
		}
		term := &Term{
			Person: person, Office: row.Get("office"), For: row.Get("actor"), From: row.Get("from"), To: row.Get("to"),
			Until: cmp.Or(row.Get("until"), t.Until), Source: row.Get("source"), About: row.List("about"),
		}
		if err := a.check(term, row); err != nil {
			return err
		}
		a.addTerm(term)
	}
	return nil
}

// check holds a term against the other tables.
func (a loader) check(t *Term, row table.Row) error {
	switch {
	case a.actors[t.For] == nil:
		return row.Errorf("actor %q is in no table of states or bodies; add it there first", t.For)
	case a.offices.Of(t.Office, t.For) == nil:
		return row.Errorf("office %q is in no table of offices for %s; add it there first", t.Office, t.For)
	case !isDate(t.From) || t.To != "" && !isDate(t.To):
		return row.Errorf("from %q to %q; write YYYY-MM-DD, YYYY-MM or YYYY", t.From, t.To)
	case t.To == "" && !isDate(t.Until):
		return row.Errorf("no last day, and nothing says until when the term is known; fill the column until, or write a line #until YYYY-MM-DD above the columns")
	}
	return nil
}

// isDate reports whether a date is a day, a month or a year.
func isDate(date string) bool {
	for i := range len(date) {
		if c := date[i]; (i == 4 || i == 7) != (c == '-') || c != '-' && (c < '0' || c > '9') {
			return false
		}
	}
	return len(date) == 4 || len(date) == 7 || len(date) == 10
}

// addTerm takes in a term.
func (a loader) addTerm(t *Term) {
	t.Person.Terms = append(t.Person.Terms, t)
	key := post{t.Office, t.For}
	a.terms.byPost[key] = append(a.terms.byPost[key], t)
	if len(t.About) > 0 {
		a.terms.bySender[t.For] = append(a.terms.bySender[t.For], t)
	}
}

// Holds reports whether the term covers a day, as far as the table knows: an
// office is held on its first and on its last day.
func (t *Term) Holds(day string) bool {
	return Covers(t.From, t.lastKnown(), day)
}

// Terms finds who holds an office on a day. It is read-only.
type Terms struct {
	offices *Offices
	// byPost finds terms by office and the state or body it is held for, bySender
	// those of envoys by who sent them.
	byPost   map[post][]*Term
	bySender map[string][]*Term
}

// Holders gives who holds an office on a day.
func (a *Terms) Holders(office, actor, day string) []*Actor {
	var out []*Actor
	for _, t := range a.byPost[post{office, actor}] {
		if t.Holds(day) {
			out = append(out, t.Person)
		}
	}
	return out
}

// Envoys gives the persons whom a state or body has sent, on a day, to deal with
// another one.
func (a *Terms) Envoys(sender, about, day string) []*Actor {
	var out []*Actor
	for _, t := range a.bySender[sender] {
		if a.offices.Of(t.Office, t.For).Sent && t.Holds(day) && slices.Contains(t.About, about) && !slices.Contains(out, t.Person) {
			out = append(out, t.Person)
		}
	}
	return out
}

// TermsOn gives the terms that a person serves on a day.
func (k *Actor) TermsOn(day string) []*Term {
	var out []*Term
	for _, t := range k.Terms {
		if t.Holds(day) {
			out = append(out, t)
		}
	}
	return out
}

// Serves reports whether a person holds any office on a day.
func (k *Actor) Serves(day string) bool {
	for _, t := range k.Terms {
		if t.Holds(day) {
			return true
		}
	}
	return false
}

// Covers reports whether a day lies between two dates that may be as coarse as
// a year, both included; an empty date is open. An unknown day lies nowhere.
func Covers(from, to, day string) bool {
	if day == "" {
		return false
	}
	return (from == "" || day[:min(len(day), len(from))] >= from) && (to == "" || day[:min(len(day), len(to))] <= to)
}
