package service_test

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// TestTableOfDesk reads tables of a desk, those of --actors and --issues too, and refuses
// what is none.
func TestTableOfDesk(t *testing.T) {
	r := kept(t)
	if err := service.AddDesk(t.Context(), r, "north", record.Quota{}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ kind, table, wrong string }{
		{"actors", "id\tname\tkind\tstate\nKEN\tKenia\t\t\nwater-board\tWater Board\torganisation\tKEN\n", ""},
		{"issues", "id\tgroup\tlabel\twords\nceasefire\tsecurity\tSilence of the guns\tguns\n", ""},
		{"outlets", "# ours\nid\tname\nLake Wire\tThe Lake\n", ""},
		{"offices", "id\ttitle\tkind\nPresident\tHead of state\tcivil\n", ""},
		{"outlets", "name\nLake Wire\n", "its columns are id and name"},
		{"outlets", "id\twords\nLake Wire\tx\n", "its columns are id and name"},
		{"outlets", "id\tname\nLake Wire\n", "row 1 lacks a name"},
		{"outlets", "id\tname\n\tX\n", "row 1 lacks an id"},
		{"outlets", "id\tname\nA\tX\nA\tY\n", "it has A twice"},
		{"outlets", "id\tname\n", "it has no rows"},
		{"actors", "id\tname\tkind\nA\tX\tship\n", "A is of the kind ship"},
		{"places", "id\tname\nA\tX\n", "a desk has tables of actors, issues, offices and outlets"},
	} {
		got, err := service.SetTable(atDesk(t, "north"), r, c.kind, "own.tsv", []byte(c.table))
		if c.wrong == "" && (err != nil || len(got.Rows) == 0) || c.wrong != "" && (rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), c.wrong)) {
			t.Errorf("%q: %+v, %v", c.table, got, err)
		}
	}
	all, err := record.TablesOf(r).List(atDesk(t, "north"))
	if err != nil || len(all) != 4 || all[0].Rows[1].State != "KEN" || all[2].Rows[0].Actor != "" {
		t.Errorf("%+v, %v", all, err)
	}
}

// TestActorsOfDesk lets a desk name in a correction whom its table alone knows, and ask
// for actors by its names.
func TestActorsOfDesk(t *testing.T) {
	r := kept(t, "2027-03-01")
	if err := service.AddDesk(t.Context(), r, "north", record.Quota{}); err != nil {
		t.Fatal(err)
	}
	north := atDesk(t, "north")
	if _, err := service.SetTable(north, r, "actors", "own.tsv", []byte("id\tname\tkind\nUGA\tThe Pearl\t\nwater-board\tWater Board\torganisation\n")); err != nil {
		t.Fatal(err)
	}
	a, err := service.Ask(north, r, service.Question{About: service.Meetings, Actors: []string{"the pearl"}})
	if err != nil || a.Len() != 1 || a.Entries[0].Names["UGA"] != "The Pearl" {
		t.Fatalf("%+v, %v", a, err)
	}
	c := service.Correction{Entry: a.Entries[0].ID, Actor: "UGA=water-board", By: "kim"}
	if _, err := service.Correct(t.Context(), r, c); err == nil || !strings.Contains(err.Error(), `knows an actor "water-board"`) {
		t.Error("it is known to everybody:", err)
	}
	if _, err := service.Correct(north, r, c); err != nil {
		t.Fatal(err)
	}
	a, err = service.Ask(north, r, service.Question{About: service.Meetings, Actors: []string{"water board"}})
	if err != nil || a.Len() != 1 {
		t.Fatalf("%+v, %v", a, err)
	}
	if _, err := service.Correct(north, r, service.Correction{Entry: a.Entries[0].ID, Actor: "water-board=UGA", By: "kim"}); err != nil {
		t.Fatal(err)
	}
	there, err := r.Parties(t.Context(), record.Filter{Actors: []string{"UGA"}})
	if err != nil || there[0].Name == "The Pearl" {
		t.Errorf("the name of one desk is everybody's: %+v, %v", there, err)
	}
}
