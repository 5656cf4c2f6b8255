package record

import "slices"

// Field is something that entries are chosen by, with a value of its own on the
// record.
type Field string

// The fields of a Filter whose values can be listed.
const (
	ByOutlet Field = termOutlet
	ByState  Field = termState
	ByIssue  Field = termIssue
	ByPlace  Field = termPlace
	ByStatus Field = termStatus
	ByStance Field = termStance
	ByType   Field = termType
)

// Values gives the values of some fields that entries have or have had, those with most
// entries first.
func (l entryLook) Values(of ...Field) (map[Field][]Value, error) {
	var names []string
	for _, f := range of {
		names = append(names, string(f))
	}
	found, err := l.store.Values(names...)
	out := map[Field][]Value{}
	for name, values := range found {
		out[Field(name)] = values
	}
	return out, err
}

// Having gives those of the values that a filter asks for that entries have now, by
// field. What it looks up need not be looked up again for the filter.
func (l entryLook) Having(f Filter) (map[Field][]string, error) {
	q, err := l.query(f)
	if err != nil {
		return nil, err
	}
	q.all(termShift, []string{yes})
	having, err := l.store.Having(slices.Concat(q.All...)...)
	out := map[Field][]string{}
	for field, values := range f.values() {
		for _, v := range values {
			if having[field.term(v)] > 0 {
				out[field] = append(out[field], v)
			}
		}
	}
	return out, err
}

// values are those that a filter asks for, by field.
func (f *Filter) values() map[Field][]string {
	return map[Field][]string{ByOutlet: f.Outlets, ByState: f.States, ByIssue: f.Issues, ByPlace: f.Places, ByStatus: f.Statuses, ByStance: f.Stances, ByType: f.Types}
}

// Carried reports whether an outlet carried a report of the record.
func (l entryLook) Carried(outlet string) (bool, error) {
	rows, err := l.store.Carried(outlet)
	return len(rows) > 0, err
}

// Parties gives the actors that a filter chooses; see Reader.Parties.
func (l entryLook) Parties(f Filter) ([]Party, error) {
	if f.Dossier != "" {
		return l.heldParties(f)
	}
	return l.store.Parties(PartyQuery{IDs: f.Actors, States: f.States, Text: f.Text, Limit: f.Limit, Offset: f.Offset})
}
