package sqlite_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/store/sqlite"

	"github.com/google/go-cmp/cmp"
)

// TestRepairWhole repairs a record that nothing is wrong with: it says what it said.
func TestRepairWhole(t *testing.T) {
	path := filled(t)
	want := answers(path)
	done, err := sqlite.Repair(context.Background(), path, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if done.Lost != 0 || done.Reports != 2*portion {
		t.Errorf("repair says %+v", done)
	}
	if diff := cmp.Diff(want, answers(path)); diff != "" {
		t.Error(diff)
	}
	if found := problems(path); len(found) > 0 {
		t.Error(found)
	}
}

// TestRepair deletes rows and changes bytes: what repair leaves is clean, or it
// says that nothing can be saved.
func TestRepair(t *testing.T) {
	whole := filled(t)
	data, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewPCG(5, 6))
	for n := range times(t, 120, 30) {
		broken := filepath.Join(t.TempDir(), "broken.db")
		flipped := append([]byte(nil), data...)
		for range 1 + n%3 {
			flipped[100+chance.IntN(len(data)-100)] ^= byte(1) << chance.IntN(8)
		}
		if err := os.WriteFile(broken, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		checkRepair(t, broken)
	}
	for _, table := range append(rows, "sentences", "about") {
		broken := copied(t, whole)
		deleted(t, broken, table, "LIMIT 1")
		checkRepair(t, broken)
	}
}

// checkRepair repairs a damaged record and checks what is left.
func checkRepair(t *testing.T, path string) {
	t.Helper()
	done, err := sqlite.Repair(context.Background(), path, time.Now)
	if err != nil {
		if code := rapporteur.CodeOf(err); code == rapporteur.Internal || code == rapporteur.Busy {
			t.Errorf("repair: %v", err)
		}
		return
	}
	if found := problems(path); len(found) > 0 {
		t.Errorf("after repair (%+v): %v", done, found)
	}
	if _, err := os.Stat(done.Kept); err != nil {
		t.Errorf("the damaged record was not kept: %v", err)
	}
}
