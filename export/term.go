package export

import "rapporteur/service"

// Terms lists issues of negotiation and acts of statements.
func Terms(terms []service.Term) *Listing {
	l := &Listing{Columns: []string{"kind", "id", "group", "label"}, None: "No issue is known."}
	for _, t := range terms {
		l.Values = append(l.Values, t)
		l.Rows = append(l.Rows, []string{t.Kind, t.ID, t.Group, t.Label})
		l.Items = append(l.Items, Item{Entry: t.ID, Head: facts(t.Kind, t.Group, t.Label)})
	}
	return l
}
