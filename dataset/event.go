package dataset

import (
	"rapporteur"
	"rapporteur/gazetteer"
	"rapporteur/ontology"
	"rapporteur/record"
)

// maker makes rows of entries with what the codes and places in them mean.
type maker struct {
	codes  *ontology.Ontology
	places *gazetteer.Gazetteer
}

func (v vocabulary) event() []Column {
	var modes []string
	for _, t := range v.codes.Types() {
		for _, m := range t.Modes {
			modes = append(modes, m.Name)
		}
	}
	return join([]Column{{"id", String, "id of the entry on the record", nil}}, when("when it was"), []Column{
		{"type", String, "type of PLOVER", v.types("event")},
		{"mode", String, "mode of PLOVER", distinct(modes)},
		{"contexts", String, "contexts of PLOVER, with semicolons between", nil},
		{"cameo", String, "event code of CAMEO, with its leading zero", nil},
		{"goldstein", Number, "Goldstein's value of the CAMEO code, -10 conflict to 10 cooperation", nil},
		{"actors", String, "ids of who did it, with semicolons between", nil},
		{"actor_names", String, "their names", nil},
		{"actor_states", String, "the states or bodies that they belong to", nil},
		{"recipients", String, "ids of whom it was done to or is directed at", nil},
		{"recipient_names", String, "their names", nil},
		{"recipient_states", String, "the states or bodies that they belong to", nil},
		{"modality", String, "whether it happened", v.attribute("event", "modality")},
		{"claimed_by", String, "the actor on whose word alone it rests", nil},
		{"hedge", String, "words that weaken it", nil},
	}, placed())
}

// placed are the columns of a place.
func placed() []Column {
	return []Column{
		{"place", String, "where it was, by name", nil},
		{"place_country", String, "ISO 3166-1 alpha-3 code of the state in which that is", nil},
		{"latitude", Number, "latitude of the place, of its state's middle where the place is not known", nil},
		{"longitude", Number, "longitude of the same", nil},
		{"place_precision", String, "what the coordinates are of", []string{"town", "state"}},
	}
}

func (m maker) event(e *record.Entry) Row {
	v := e.Event
	row := append(Row{e.ID}, span(v.Date)...)
	var goldstein any
	if c, ok := m.codes.Code(string(v.Cameo)); ok {
		goldstein = c.Goldstein
	}
	row = append(row, text(v.Plover.Type), text(string(v.Plover.Mode)), list(v.Plover.Contexts), text(string(v.Cameo)), goldstein,
		list(v.Actors), named(e, v.Actors...), states(e, v.Actors...), list(v.Recipients), named(e, v.Recipients...), states(e, v.Recipients...),
		text(string(v.Modality)), text(string(v.ClaimedBy)), text(string(v.Hedge)))
	return append(append(row, m.placed(v.Place)...), support(e, v.Basis)...)
}

// placed gives the cells of a place.
func (m maker) placed(p *rapporteur.Place) Row {
	if p == nil {
		return Row{nil, nil, nil, nil, nil}
	}
	row := Row{text(p.Name), text(string(p.Country)), nil, nil, nil}
	if at, ok := m.places.Find(p.Name, string(p.Country)); ok {
		row[2], row[3], row[4] = at.Latitude, at.Longitude, string(at.Kind)
	}
	return row
}
