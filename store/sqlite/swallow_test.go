package sqlite_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"rapporteur/record"
)

// TestSwallowed has a statement fail in an update that goes on all the same: nothing of
// it is kept, and the next update finds a record that can be written to.
func TestSwallowed(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "record.db"))
	full := errors.New("full")
	db.Before(func(query string) error {
		if query == "SELECT body FROM dossiers ORDER BY name" {
			return full
		}
		return nil
	})
	err := db.Update(context.Background(), func(u record.Update) error {
		if err := u.PutDossier(record.Dossier{Name: "one", Actors: []string{"A"}}); err != nil {
			return err
		}
		_, _ = u.Dossiers() // whoever asks does not mind
		if err := u.PutDossier(record.Dossier{Name: "two", Actors: []string{"A"}}); !errors.Is(err, full) {
			t.Errorf("the update goes on after a statement that failed: %v", err)
		}
		return nil
	})
	if !errors.Is(err, full) {
		t.Errorf("the update gives %v", err)
	}
	db.Before(nil)
	if err := record.New(db, noon).SaveDossier(context.Background(), record.Dossier{Name: "three", Actors: []string{"A"}}); err != nil {
		t.Error(err)
	}
	all, err := record.New(db, noon).Dossiers(context.Background())
	if err != nil || len(all) != 1 || all[0].Name != "three" {
		t.Errorf("%+v, %v", all, err)
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}
