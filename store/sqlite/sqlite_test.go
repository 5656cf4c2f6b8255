package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"rapporteur/record"
	"rapporteur/store/sqlite"
	"rapporteur/store/storetest"
)

func open(t *testing.T, path string) *sqlite.DB {
	t.Helper()
	db, err := openOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

func openOnly(path string) (*sqlite.DB, error) {
	return sqlite.Open(context.Background(), path, sqlite.Create)
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) record.Store { return open(t, filepath.Join(t.TempDir(), "a record.db")) })
}

// TestStoreOfMany holds that the store answers the same where nearly nothing is few.
func TestStoreOfMany(t *testing.T) {
	storetest.Run(t, func(t *testing.T) record.Store {
		db := open(t, filepath.Join(t.TempDir(), "a record.db"))
		db.LookAtFewest(1)
		return db
	})
}

func TestDesks(t *testing.T) {
	storetest.RunDesks(t, func(t *testing.T) record.Store { return open(t, filepath.Join(t.TempDir(), "a record.db")) })
}
