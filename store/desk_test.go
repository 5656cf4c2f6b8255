package store_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/store"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/sqlite"

	"github.com/google/go-cmp/cmp"
)

// desksAt has two desks on a record correct one entry otherwise, and keep all that is a
// desk's own.
func desksAt(t *testing.T, db store.Store, r *record.Record) {
	t.Helper()
	ctx := t.Context()
	all, err := r.Entries(ctx, record.Filter{Kinds: []record.Kind{record.Meeting}, Limit: 1})
	if err != nil || len(all) == 0 {
		t.Fatal(all, err)
	}
	for name, status := range map[string]string{"north": "refused", "south": "postponed"} {
		if err := r.AddNamespace(ctx, name, record.Quota{Corrections: 9, Follows: 3, Names: 3}); err != nil {
			t.Fatal(err)
		}
		desk := r.For(name)
		_, err := desk.Correct(ctx, record.Demand{Entry: all[0].ID, Action: record.Set, Field: "status", Value: status, By: "kim"})
		_, followed := follow.New(follow.Options{Store: db.Follows(), Desk: follow.Desk{Name: name}}).AddAll(ctx, []follow.Source{{Address: "https://quay.example/feed", Title: name}})
		err = errors.Join(err, followed, desk.SaveDossier(ctx, record.Dossier{Name: name, States: []string{"AAA"}}),
			record.TablesOf(desk).Set(ctx, record.Table{Kind: record.ActorNames, Rows: []record.Named{{ID: "AAA", Name: "The " + name}}}))
		if err != nil {
			t.Fatal(err)
		}
	}
	err = db.Access().Update(ctx, func(u access.Update) error {
		return u.PutGrant(access.Grant{Holder: "kim", Namespace: "north", Role: access.Editor})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// deskAnswers are what two desks and everybody are told of a record.
func deskAnswers(t *testing.T, db store.Store, r *record.Record) any {
	t.Helper()
	ctx := t.Context()
	out := map[string][]any{}
	for _, name := range []string{"north", "south"} {
		desk := r.For(name)
		entries, err := desk.Entries(ctx, record.Filter{})
		corrections, wrong := desk.Corrections(ctx, record.CorrectionFilter{})
		dossiers, lost := desk.Dossiers(ctx)
		tables, late := record.TablesOf(desk).List(ctx)
		sources, bad := follow.List(ctx, db.Follows(), name)
		held, off := r.Holding(ctx, name)
		if err := errors.Join(err, wrong, lost, late, bad, off); err != nil {
			t.Fatal(err)
		}
		out[name] = []any{entries, corrections, dossiers, tables, sources, held}
	}
	err := db.Access().View(ctx, func(v access.View) error {
		grants, err := v.Grants("")
		out["roles"] = []any{grants}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestDesksSurvive repairs a record with desks on it, in a file and in a database, backs the
// file up and restores it: the desks have what they had.
func TestDesksSurvive(t *testing.T) {
	file := filepath.Join(t.TempDir(), "record.db")
	for _, place := range []string{file, pgtest.Database(t)} {
		filled(t, place)
		want := dump(t, place)
		if _, err := store.Repair(t.Context(), place, time.Now); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, dump(t, place)); diff != "" {
			t.Errorf("%s repaired: %s", store.Name(place), diff)
		}
	}
	db, err := sqlite.Open(t.Context(), file, sqlite.Read)
	if err != nil {
		t.Fatal(err)
	}
	backup, again := filepath.Join(t.TempDir(), "backup.db"), filepath.Join(t.TempDir(), "again.db")
	_, err = db.Backup(t.Context(), backup)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Restore(t.Context(), backup, again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(dump(t, file), dump(t, again)); diff != "" {
		t.Error("restored:", diff)
	}
}
