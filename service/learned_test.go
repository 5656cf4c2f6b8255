package service_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
)

// TestLearned adds a report that names the holder of an office behind one that asks for
// it: the first is read again, and who holds the office is listed.
func TestLearned(t *testing.T) {
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := record.New(memory.New(), func() time.Time { return time.Date(2041, 6, 1, 0, 0, 0, 0, time.UTC) })
	ingest := service.Ingest{Record: r, Read: reader.Read, Knowing: reader.ReadKnowing}
	lines := `{"text": "The prime minister of Iceland said on Sunday that the harbour would be dredged. Fishermen were glad of it.", "published": "2041-05-20", "outlet": "Post"}
{"text": "Icelandic Prime Minister Una Vale opened a lighthouse near Akureyri on Monday.", "published": "2041-05-14", "outlet": "Wire"}
`
	if err := ingest.Add(t.Context(), linesOf(lines).All([]string{"-"}), func(a service.Arrival) error { return a.Err }); err != nil {
		t.Fatal(err)
	}
	if n, err := ingest.Relearn(t.Context(), func(a service.Arrival) error { return a.Err }); err != nil || n != 0 {
		t.Errorf("%d reports are left to be read again: %v", n, err)
	}
	held, err := service.LearnedOn(t.Context(), r, "2041-05-17")
	if err != nil || len(held) != 1 || held[0].Name != "Una Vale" || held[0].Post.For != "ISL" {
		t.Fatalf("%+v, %v", held, err)
	}
	base, err := service.Tables{}.Knowledge()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name  string
		who   service.Who
		found bool
	}{
		{"on a day", service.Who{On: "2041-05-17", Office: "head-of-government", State: "ISL"}, true},
		{"at any time", service.Who{Office: "head-of-government", State: "ISL"}, true},
		{"by name", service.Who{Name: "vale", On: "2041-05-17"}, true},
		{"another office", service.Who{On: "2041-05-17", Office: "foreign-minister", State: "ISL"}, false},
		{"another state", service.Who{On: "2041-05-17", Office: "head-of-government", State: "DNK"}, false},
		{"a state is no person", service.Who{On: "2041-05-17", Kind: "state"}, false},
	} {
		test.who.Learned = held
		found, err := test.who.Find(base)
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		if got := slices.ContainsFunc(found, func(a service.KnownActor) bool { return a.Name == "Una Vale" }); got != test.found {
			t.Errorf("%s: found %v", test.name, got)
		}
	}
}

// TestUpdateActors shows what a source changes, writes it once, and refuses mistakes.
func TestUpdateActors(t *testing.T) {
	dir := t.TempDir()
	source, mine := filepath.Join(dir, "holders.tsv"), filepath.Join(dir, "mine")
	write := func(rows string) {
		if err := os.WriteFile(source, []byte("state\toffice\tname\tfrom\tto\tsource\tas_of\n"+rows), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("ISL\thead-of-government\tUna Vale\t2041-05-03\t\tAlmanac\t2041-06-01\n")
	for _, dry := range []bool{true, false} {
		changes, err := service.UpdateActors(source, mine, dry)
		if err != nil || len(changes) == 0 {
			t.Fatalf("dry %v: %v, %v", dry, changes, err)
		}
		if _, err := os.Stat(mine); os.IsNotExist(err) != dry {
			t.Errorf("dry %v: the folder is there: %v", dry, err == nil)
		}
	}
	base, err := service.Tables{Actors: []string{mine}}.Knowledge()
	if err != nil {
		t.Fatal(err)
	}
	found, err := (&service.Who{Office: "head-of-government", State: "ISL", On: "2041-05-20"}).Find(base)
	if err != nil || len(found) != 1 || found[0].Name != "Una Vale" {
		t.Errorf("%+v, %v", found, err)
	}
	if _, err := service.UpdateActors(source, mine, false); err != nil {
		t.Errorf("a second time: %v", err)
	}
	write("ISL\tbaker\tUna Vale\t2041-05-03\t\tAlmanac\t2041-06-01\n")
	if _, err := service.UpdateActors(source, mine, false); err == nil {
		t.Error("there is no office of bakers")
	}
	if _, err := service.UpdateActors(source, source, false); rapporteur.CodeOf(err) != rapporteur.Unreadable {
		t.Errorf("a file for a folder: %v", err)
	}
}
