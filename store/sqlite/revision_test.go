package sqlite_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/store/sqlite"
)

// TestRevision holds that a process sees its own changes and those of another one, and
// that looking is no change.
func TestRevision(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	open := func() *sqlite.DB {
		db, err := sqlite.Open(t.Context(), path, sqlite.Create)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = db.Close() })
		return db
	}
	db, other := open(), open()
	at := func() [2]int64 {
		own, all, err := db.Revision(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return [2]int64{own, all}
	}
	keep := func(db *sqlite.DB, name string) {
		if err := record.New(db, time.Now).SaveDossier(t.Context(), record.Dossier{Name: name, States: []string{"KEN"}}); err != nil {
			t.Fatal(err)
		}
	}
	first := at()
	if _, err := record.New(db, time.Now).CountReports(t.Context(), record.Filter{}); err != nil || at() != first {
		t.Error(err, first, at())
	}
	keep(db, "one")
	mine := at()
	if mine[0] == first[0] || mine[1] == first[1] {
		t.Error(first, mine)
	}
	keep(other, "two")
	theirs := at()
	if theirs[0] != mine[0] || theirs[1] == mine[1] {
		t.Error(mine, theirs)
	}
	// Who logs in changes nothing of what is told.
	if err := db.Access().Update(t.Context(), func(u access.Update) error { return nil }); err != nil || at()[0] != mine[0] {
		t.Error(err, at())
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := db.Revision(over); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
