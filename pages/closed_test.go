package pages_test

import (
	"path/filepath"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/store/sqlite"
)

// closed is a record whose store has been closed.
func closed(t *testing.T) *record.Record {
	t.Helper()
	db, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "closed.db"), sqlite.Create)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return record.New(db, func() time.Time { return noon })
}
