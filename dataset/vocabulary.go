package dataset

import (
	"rapporteur/frames/schema"
	"rapporteur/ontology"
)

// The names of the tables.
const (
	eventTable       = "events"
	meetingTable     = "meetings"
	participantTable = "participants"
	statementTable   = "statements"
	positionTable    = "positions"
	sourceTable      = "sources"
	actorTable       = "actors"
	reportTable      = "reports"
)

// join puts columns one behind the other.
func join(some ...[]Column) []Column {
	var out []Column
	for _, s := range some {
		out = append(out, s...)
	}
	return out
}

// vocabulary gives the values that columns may have, from the program's tables.
type vocabulary struct {
	inventory *schema.Schema
	codes     *ontology.Ontology
}

func (v vocabulary) attribute(kind, name string) []string {
	k := v.inventory.Kind(kind)
	if k == nil || k.Attribute(name) == nil {
		return nil
	}
	var out []string
	for _, value := range k.Attribute(name).Values {
		if value != "" {
			out = append(out, value)
		}
	}
	return out
}

func (v vocabulary) types(kind string) []string {
	var out []string
	for _, t := range v.inventory.Kind(kind).Types {
		out = append(out, t.Name)
	}
	return out
}

// distinct gives values once each, in their order.
func distinct(values []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, v := range values {
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}
