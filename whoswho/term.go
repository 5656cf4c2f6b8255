package whoswho

import (
	"rapporteur/table"
)

// Term is the time for which a person holds an office.
type Term struct {
	Person *Known
	Office string
	// For is the id of the state or body.
	For string
	// From and To are days, months or years; an empty To is still running on
	// Until, the day until which the table is known.
	From, To, Until string
}

// post is an office of a state or body.
type post struct{ office, actor string }

func (a *Almanac) addTerms(t *table.Table) error {
	for _, row := range t.Rows {
		person := a.actors[row.Get("person")]
		if person == nil {
			return row.Errorf("person %q is in no persons table; add it there first", row.Get("person"))
		}
		term := &Term{Person: person, Office: row.Get("office"), For: row.Get("actor"), From: row.Get("from"), To: row.Get("to"), Until: t.Until}
		person.Terms = append(person.Terms, term)
		key := post{term.Office, term.For}
		a.holders[key] = append(a.holders[key], term)
	}
	return nil
}

// Holds reports whether the term covers a day, as far as the table knows: an
// office is held on its first and on its last day.
func (t *Term) Holds(day string) bool {
	to := t.To
	if to == "" {
		to = t.Until
	}
	return covers(t.From, to, day)
}

// Holders gives who holds an office on a day.
func (a *Almanac) Holders(office, actor, day string) []*Known {
	var out []*Known
	for _, t := range a.holders[post{office, actor}] {
		if t.Holds(day) {
			out = append(out, t.Person)
		}
	}
	return out
}

// TermsOn gives the terms that a person serves on a day.
func (k *Known) TermsOn(day string) []*Term {
	var out []*Term
	for _, t := range k.Terms {
		if t.Holds(day) {
			out = append(out, t)
		}
	}
	return out
}

// Serves reports whether a person holds any office on a day.
func (k *Known) Serves(day string) bool {
	for _, t := range k.Terms {
		if t.Holds(day) {
			return true
		}
	}
	return false
}

// covers reports whether a day lies between two dates that may be as coarse as
// a year, both included; an empty date is open. An unknown day lies nowhere.
func covers(from, to, day string) bool {
	if day == "" {
		return false
	}
	return (from == "" || day[:min(len(day), len(from))] >= from) && (to == "" || day[:min(len(day), len(to))] <= to)
}
