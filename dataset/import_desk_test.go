package dataset_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// deskRecord is a record of two reports with a correction of everybody's, at which a desk
// corrects otherwise, keeps a dossier, adds what was missed and has names of its own.
func deskRecord(t *testing.T) (*record.Record, *record.Record) {
	t.Helper()
	at := time.Date(2027, 3, 9, 12, 0, 0, 0, time.UTC)
	r := record.New(memory.New(), func() time.Time { return at })
	if _, err := r.Add(t.Context(), told("aaaa", "Coast Wire", "2027-03-02"), told("bbbb", "Lake Post", "2027-03-03")); err != nil {
		t.Fatal(err)
	}
	if err := r.AddNamespace(t.Context(), "north", record.Quota{Corrections: 9, Names: 5}); err != nil {
		t.Fatal(err)
	}
	desk := r.For("north")
	meetings, err := r.Entries(t.Context(), record.Filter{Kinds: []record.Kind{record.Meeting}, Statuses: []string{"held"}})
	if err != nil || len(meetings) == 0 {
		t.Fatalf("%d meetings, %v", len(meetings), err)
	}
	at = at.AddDate(0, 0, 1)
	for on, demand := range map[*record.Record]record.Demand{
		r:    {Entry: meetings[0].ID, Action: record.Set, Field: "date", Value: "2027-03-02", By: "test"},
		desk: {Entry: meetings[0].ID, Action: record.Set, Field: "status", Value: "postponed", By: "kim"},
	} {
		if _, err := on.Correct(t.Context(), demand); err != nil {
			t.Fatal(err)
		}
	}
	if err := desk.SaveDossier(t.Context(), record.Dossier{Name: "lake", States: []string{"KEN"}}); err != nil {
		t.Fatal(err)
	}
	table := record.Table{Kind: record.OutletNames, Rows: []record.Named{{ID: "Lake Post", Name: "The Lake"}}}
	if err := record.TablesOf(desk).Set(t.Context(), table); err != nil {
		t.Fatal(err)
	}
	return r, desk
}

// TestImportOfDesk makes of the export of a desk the shared record with that desk on it.
func TestImportOfDesk(t *testing.T) {
	r, desk := deskRecord(t)
	lines := func(r *record.Record) string { return exported(t, r, "jsonl", nil)["rapporteur.jsonl"].String() }
	copied := record.New(memory.New(), time.Now)
	done, err := service.Import(t.Context(), copied, "all", strings.NewReader(lines(desk)))
	if err != nil {
		t.Fatal(err)
	}
	if want := (service.Imported{Reports: 2, Corrections: 2, Dossiers: 1, Names: 1}); done != want {
		t.Errorf("%+v, want %+v", done, want)
	}
	for name, both := range map[string][2]*record.Record{"the shared record": {r, copied}, "the desk": {desk, copied.For("north")}} {
		if diff := cmp.Diff(strings.Split(lines(both[0]), "\n"), strings.Split(lines(both[1]), "\n")); diff != "" {
			t.Errorf("%s is another: %s", name, diff)
		}
	}
	if _, err := service.Import(t.Context(), copied.For("north"), "again", strings.NewReader(lines(desk))); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Error("imported twice:", err)
	}
}

// TestImportIntoDesk takes in for a desk what another one had, or everybody, and no more
// than it may have.
func TestImportIntoDesk(t *testing.T) {
	r, desk := deskRecord(t)
	lines := func(r *record.Record) string { return exported(t, r, "jsonl", nil)["rapporteur.jsonl"].String() }
	for name, q := range map[string]record.Quota{"south": {}, "east": {}, "few": {Names: 1, Corrections: 1}} {
		if err := r.AddNamespace(t.Context(), name, q); err != nil {
			t.Fatal(err)
		}
	}
	done, err := service.Import(t.Context(), r.For("south"), "north", strings.NewReader(lines(desk)))
	if want := (service.Imported{Corrections: 1, Dossiers: 1, Names: 1}); err != nil || done != want {
		t.Errorf("%+v, %v", done, err)
	}
	there, err := r.For("south").Entries(t.Context(), record.Filter{Statuses: []string{"postponed"}})
	if err != nil || len(there) != 1 || there[0].Corrected[len(there[0].Corrected)-1].Namespace != "south" {
		t.Errorf("%+v, %v", there, err)
	}
	if _, err := r.Correct(t.Context(), record.Demand{Entry: "aaaa", Action: record.Set, Field: "outlet", Value: "Coast Post", By: "test"}); err != nil {
		t.Fatal(err)
	}
	done, err = service.Import(t.Context(), r.For("east"), "shared", strings.NewReader(lines(r)))
	if want := (service.Imported{Corrections: 1, LeftOut: 1}); err != nil || done != want {
		t.Errorf("%+v, %v", done, err)
	}
	many := strings.ReplaceAll(lines(desk), `"rows":[`, `"rows":[{"id":"Echo","name":"The Echo"},`)
	for what, from := range map[string]string{"names": many, "west": lines(r)} {
		into := r.For("few")
		if what == "west" {
			into = r.For("west") // there is none
		}
		if _, err := service.Import(t.Context(), into, what, strings.NewReader(from)); err == nil {
			t.Errorf("%s is taken in", what)
		}
	}
	if h, err := r.Holding(t.Context(), "few"); err != nil || h.Corrections+h.Dossiers+h.Names > 0 {
		t.Errorf("a part of it is taken in: %+v, %v", h, err)
	}
}
