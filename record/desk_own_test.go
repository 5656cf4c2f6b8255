package record_test

import (
	"context"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// moved is a sink that keeps what is a desk's own.
type moved struct {
	basket
	reports, dossiers, corrections int
	own                            *record.Own
}

func (m *moved) Told(*record.Told) error            { m.reports++; return nil }
func (m *moved) Dossier(record.Dossier) error       { m.dossiers++; return nil }
func (m *moved) Correction(record.Correction) error { m.corrections++; return nil }
func (m *moved) Own(own *record.Own) error          { m.own = own; return nil }

// ownOf takes along what a desk has of its own, besides what is everybody's.
func ownOf(t *testing.T, desk *record.Record) *moved {
	t.Helper()
	got := &moved{}
	if err := desk.Look(t.Context(), time.Time{}, func(l *record.Look) error { return l.Extract(record.Filter{}, true, got) }); err != nil {
		t.Fatal(err)
	}
	return got
}

// TestRestoreOwn takes what a desk has of its own to another record, where it sees what it
// saw.
func TestRestoreOwn(t *testing.T) {
	shared, desk := named(t)
	ctx := t.Context()
	if err := desk.SaveDossier(ctx, record.Dossier{Name: "sea", States: []string{"CCC"}}); err != nil {
		t.Fatal(err)
	}
	correct(t, desk, record.Demand{Entry: meetings(t, desk, record.Filter{States: []string{"CCC"}})[0].ID, Action: record.Set, Field: "status", Value: "postponed"})
	got := ownOf(t, desk)
	if got.own == nil || got.reports != 6 || len(got.own.Dossiers) != 1 || len(got.own.Corrections) != 1 || len(got.own.Tables) != 3 || got.corrections != 0 || got.dossiers != 0 {
		t.Fatalf("%d reports, own %+v", got.reports, got.own)
	}
	if nobodys := ownOf(t, shared); nobodys.own != nil {
		t.Errorf("the shared record has something of its own: %+v", nobodys.own)
	}
	other := river(t)
	if left, err := other.RestoreOwn(ctx, *got.own); err != nil || left != 0 {
		t.Fatal(left, err)
	}
	there := other.For("north")
	if diff := cmp.Diff(states(t, desk), states(t, there)); diff != "" {
		t.Error(diff)
	}
	if dossiers, err := there.Dossiers(ctx); err != nil || len(dossiers) != 1 {
		t.Errorf("%+v, %v", dossiers, err)
	}
	if _, err := other.RestoreOwn(ctx, *got.own); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("a desk of that name was made twice: %v", err)
	}
	if _, err := there.RestoreOwn(ctx, *got.own); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("corrections were put over others: %v", err)
	}
	if err := there.DropDossier(ctx, "sea"); err != nil {
		t.Error(err)
	}
	if err := there.DropDossier(ctx, "sea"); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("a dossier was dropped twice: %v", err)
	}
}

// TestRestoreOwnWithinQuotas takes nothing in that a desk may not have, and none of it.
func TestRestoreOwnWithinQuotas(t *testing.T) {
	_, from := named(t)
	for _, m := range meetings(t, from, record.Filter{})[:2] {
		correct(t, from, record.Demand{Entry: m.ID, Action: record.Reject})
	}
	own := *ownOf(t, from).own
	for name, quota := range map[string]record.Quota{"corrections": {Corrections: 1}, "names": {Names: 2}} {
		r := river(t)
		if err := r.AddNamespace(t.Context(), "south", quota); err != nil {
			t.Fatal(err)
		}
		if _, err := r.For("south").RestoreOwn(t.Context(), own); rapporteur.CodeOf(err) != rapporteur.OverQuota {
			t.Errorf("more %s than it may have: %v", name, err)
		}
		if got := ownOf(t, r.For("south")); len(got.own.Corrections)+len(got.own.Tables) != 0 {
			t.Errorf("a part was taken in: %+v", got.own)
		}
	}
}

// TestDeskBringsReports counts the reports that a desk brings in towards its day.
func TestDeskBringsReports(t *testing.T) {
	r := newRecord()
	ctx := context.Background()
	if err := r.AddNamespace(ctx, "north", record.Quota{ReportsADay: 2}); err != nil {
		t.Fatal(err)
	}
	desk, all := r.For("north"), three()
	add(t, desk, all[:2]...)
	if _, err := desk.Add(ctx, all[2]); rapporteur.CodeOf(err) != rapporteur.OverQuota {
		t.Error("a desk brought in more than it may in a day")
	}
	add(t, r, all[2])
}
