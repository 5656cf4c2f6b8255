package postgres_test

import (
	"testing"

	"rapporteur/record"
)

// TestRevision: the number of all is another one after a change, and of own after one of
// the same process.
func TestRevision(t *testing.T) {
	db := opened(t)
	own, all, err := db.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if again, same, err := db.Revision(t.Context()); err != nil || again != own {
		t.Errorf("nothing changed: %d %d, %d %d, %v", own, again, all, same, err)
	}
	if err := db.Update(t.Context(), func(u record.Update) error { return u.PutDossier(record.Dossier{Name: "Sound"}) }); err != nil {
		t.Fatal(err)
	}
	if own2, all2, err := db.Revision(t.Context()); err != nil || own2 != own+1 || all2 == all {
		t.Errorf("after a change: %d %d, %d %d, %v", own, own2, all, all2, err)
	}
}
