package service_test

import (
	"testing"

	"rapporteur"
	"rapporteur/gazetteer"
	"rapporteur/service"
)

// TestPlaces counts what was at a place, and tells what the gazetteer does not know from
// what it does.
func TestPlaces(t *testing.T) {
	var atlas service.Atlas
	at := func(id, day, name, country string) *rapporteur.Reading {
		return meets(id, day, func(m *rapporteur.Meeting) {
			if m.Place = nil; name != "" {
				m.Place = &rapporteur.Place{Name: name, Country: rapporteur.Text(country)}
			}
		})
	}
	opinion := at("o", "2027-03-30", "Nairobi", "KEN")
	opinion.Report.Genre = rapporteur.Opinion
	attack := at("e", "2027-03-25", "Nairobi", "KEN")
	attack.Events = []rapporteur.Event{{Basis: attack.Meetings[0].Basis, Plover: rapporteur.Plover{Type: "ASSAULT"}, Actors: []string{"KEN"}, Modality: rapporteur.Happened, Date: "2027-03-25", Place: attack.Meetings[0].Place}}
	attack.Meetings = nil
	r := recorded(t, at("a", "2027-03-01", "Nairobi", "KEN"), at("b", "2027-03-15", "Kilindi Rocks", "KEN"), at("c", "2027-03-20", "Eskel", "VLD"), at("d", "2027-03-22", "", ""), opinion, attack)
	m, err := atlas.Places(t.Context(), r, service.Question{})
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Places) != 3 || m.Looked != 6 || m.Placeless != 1 {
		t.Fatalf("%+v", m)
	}
	nairobi, eskel, rocks := m.Places[0], m.Places[1], m.Places[2]
	if nairobi.Name != "Nairobi" || nairobi.Meetings != 1 || nairobi.Events != 1 || nairobi.Entries() != 2 || nairobi.Last != "2027-03-25" || nairobi.Precision != gazetteer.Town || nairobi.Latitude > 0 || nairobi.Longitude < 30 {
		t.Errorf("%+v", nairobi)
	}
	if eskel.Known() || eskel.Name != "Eskel" || !rocks.Known() || rocks.Precision != gazetteer.State {
		t.Errorf("%+v, %+v", eskel, rocks)
	}
	if _, err := atlas.Places(t.Context(), r, service.Question{Since: "soon"}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Error(err)
	}
}
