package record_test

import (
	"testing"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// named gives the river to a desk with names of its own.
func named(t *testing.T) (shared, desk *record.Record) {
	t.Helper()
	shared = river(t)
	if err := shared.AddNamespace(t.Context(), "north", record.Quota{Names: 5}); err != nil {
		t.Fatal(err)
	}
	desk = shared.For("north")
	for _, table := range []record.Table{
		{Kind: record.ActorNames, Rows: []record.Named{{ID: "CCC", Name: "Zee Republic"}}},
		{Kind: record.IssueNames, Rows: []record.Named{{ID: "blockade", Name: "The Strait"}}},
		{Kind: record.OutletNames, Rows: []record.Named{{ID: "Courier", Name: "The Couriers"}, {ID: "Echo", Name: "The Couriers"}}},
	} {
		if err := record.TablesOf(desk).Set(t.Context(), table); err != nil {
			t.Fatal(err)
		}
	}
	return shared, desk
}

// TestNamesOfDesks shows a desk the names of its tables, finds by them and by the others,
// and shows nobody else anything.
func TestNamesOfDesks(t *testing.T) {
	shared, desk := named(t)
	ctx := t.Context()
	for _, c := range []struct {
		name          string
		f             record.Filter
		there, there2 int // at the desk, and on the shared record
	}{
		{"its name of outlets", record.Filter{Outlets: []string{"The Couriers"}}, 2, 0},
		{"a name of the record", record.Filter{Outlets: []string{"Courier"}}, 2, 2},
		{"another name", record.Filter{Outlets: []string{"Echo"}}, 1, 1},
	} {
		for r, want := range map[*record.Record]int{desk: c.there, shared: c.there2} {
			n, err := r.Count(ctx, c.f, 0)
			found, asked := r.Entries(ctx, c.f)
			if err != nil || asked != nil || n.N != want || len(found) != want {
				t.Errorf("%s: %v and %d entries, %v %v; want %d", c.name, n, len(found), err, asked, want)
			}
		}
	}
	reports, err := desk.Reports(ctx, record.Filter{Outlets: []string{"The Couriers"}})
	n, counted := desk.CountReports(ctx, record.Filter{Outlets: []string{"The Couriers"}})
	if err != nil || counted != nil || n != 3 || len(reports) != 3 || reports[0].Outlet != "The Couriers" || reports[0].Appearances[0].Outlet != "The Couriers" {
		t.Errorf("%d reports, %+v, %v %v", n, reports, err, counted)
	}
	one, err := desk.Report(ctx, "a")
	if err != nil || one.Outlet != "The Couriers" {
		t.Errorf("%+v, %v", one, err)
	}
	values, err := desk.Values(ctx, record.ByOutlet)
	if diff := cmp.Diff([]record.Value{{Value: "The Couriers", Entries: 2}}, values[:1]); diff != "" || err != nil {
		t.Error(diff, err)
	}
	meetings, err := desk.Entries(ctx, record.Filter{Kinds: []record.Kind{record.Meeting}, States: []string{"BBB"}})
	if err != nil || len(meetings) != 1 || meetings[0].Sources != 1 || meetings[0].Outlets[0] != "The Couriers" || meetings[0].Members[0].Outlet != "The Couriers" {
		t.Errorf("%+v, %v", meetings, err)
	}
}

// TestActorsAndIssuesOfDesks calls actors and issues as a desk does: where they are
// listed, named in entries, and drawn as lines.
func TestActorsAndIssuesOfDesks(t *testing.T) {
	shared, desk := named(t)
	ctx := t.Context()
	for r, want := range map[*record.Record]string{desk: "Zee Republic", shared: "Ceeland"} {
		for _, text := range []string{"", "zee", "the ccc"} {
			found, err := r.Parties(ctx, record.Filter{Text: text, Actors: []string{"CCC"}})
			if hidden := r == shared && text == "zee"; err != nil || len(found) == 1 == hidden {
				t.Errorf("%q finds %+v, %v", text, found, err)
			} else if !hidden && (found[0].Name == "Zee Republic") != (r == desk) {
				t.Errorf("%q finds %s", text, found[0].Name)
			}
		}
		said, err := r.Entries(ctx, record.Filter{Kinds: []record.Kind{record.Statement}})
		if err != nil || said[0].Names["CCC"] != want || said[0].Cast["CCC"].Name != want {
			t.Errorf("%v %v, %v", said[0].Names, said[0].Cast, err)
		}
	}
	before, err := shared.Lines(ctx, record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	lines, err := desk.Lines(ctx, record.Filter{Issues: []string{"blockade"}})
	if err != nil || len(lines) != 1 || lines[0].Issue.Label != "The Strait" {
		t.Fatalf("%+v, %v", lines, err)
	}
	for i, p := range lines[0].Positions {
		if d := record.DirectionOf(p.Position); d == "" || d != record.DirectionOf(before[0].Positions[i].Position) || p.Members[0].Position.Issue.Label == "The Strait" {
			t.Errorf("%+v", p)
		}
	}
	if len(lines[0].Shifts) != len(before[0].Shifts) || lines[0].Shifts[0].Issue.Label != "The Strait" {
		t.Errorf("%+v", lines[0].Shifts)
	}
}

// TestTablesOfDesks are set, counted towards a quota, and taken away.
func TestTablesOfDesks(t *testing.T) {
	shared, desk := named(t)
	ctx := t.Context()
	office := record.Table{Kind: record.OfficeNames, Rows: []record.Named{{ID: "Envoy", Name: "Messenger"}}}
	if err := record.TablesOf(desk).Set(ctx, office); err != nil {
		t.Fatal(err)
	}
	office.Rows = append(office.Rows, record.Named{ID: "Consul", Name: "Agent"})
	if err := record.TablesOf(desk).Set(ctx, office); rapporteur.CodeOf(err) != rapporteur.OverQuota {
		t.Error("more than it may have:", err)
	}
	if h, err := shared.Holding(ctx, "north"); err != nil || h.Names != 5 {
		t.Errorf("%+v, %v", h, err)
	}
	for _, r := range []*record.Record{shared, shared.For("east")} {
		if err := record.TablesOf(r).Set(ctx, office); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Error(err)
		}
	}
	for i, want := range []rapporteur.Code{"", rapporteur.Invalid} {
		if err := record.TablesOf(desk).Drop(ctx, record.ActorNames); err == nil != (want == "") || err != nil && rapporteur.CodeOf(err) != want {
			t.Errorf("%d: %v", i, err)
		}
	}
	all, err := record.TablesOf(desk).List(ctx)
	if err != nil || len(all) != 3 || all[1].Kind != record.OfficeNames || len(all[1].Rows) != 1 {
		t.Errorf("%+v, %v", all, err)
	}
	if none, err := record.TablesOf(shared).List(ctx); err != nil || none != nil {
		t.Errorf("%+v, %v", none, err)
	}
	if _, err := record.TablesOf(shared.For("east")).List(ctx); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Error(err)
	}
	if found, err := desk.Parties(ctx, record.Filter{Text: "the ccc"}); err != nil || len(found) != 1 || found[0].Name != "The CCC" {
		t.Errorf("%+v, %v", found, err)
	}
}
