package service

import (
	"rapporteur/frames/attribution"
	"rapporteur/ontology"
)

// Term is a word that filters and corrections take: an issue of negotiation, or what
// is done by saying something.
type Term struct {
	Kind  string `json:"kind"`
	ID    string `json:"id"`
	Group string `json:"group,omitempty"`
	Label string `json:"label,omitempty"`
}

// Issues lists the issues of an ontology in its order, then the acts of statements.
func Issues(o *ontology.Ontology) ([]Term, error) {
	var out []Term
	for _, i := range o.Issues() {
		out = append(out, Term{Kind: "issue", ID: i.ID, Group: o.GroupOf(i.ID), Label: i.Label})
	}
	acts, err := attribution.Acts()
	for _, a := range acts {
		out = append(out, Term{Kind: "act", ID: a})
	}
	return out, err
}
