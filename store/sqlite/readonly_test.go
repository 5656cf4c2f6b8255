package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/store/sqlite"

	"github.com/google/go-cmp/cmp"
)

// TestReadOnlyMedium asks a record in a folder that nobody can write to: it says what
// it said, nothing is made beside it, and whoever wants to write is told.
func TestReadOnlyMedium(t *testing.T) {
	for _, medium := range []struct {
		name string
		lock func(*testing.T, string)
	}{{"file and folder without write permission", unwritable}, {"a medium mounted to be read", mountedReadOnly}} {
		t.Run(medium.name, func(t *testing.T) {
			path := filled(t)
			want := answers(path)
			medium.lock(t, filepath.Dir(path))
			before := listing(t, filepath.Dir(path))
			if diff := cmp.Diff(want, answers(path)); diff != "" {
				t.Error(diff)
			}
			if found := problems(path); len(found) > 0 {
				t.Error(found)
			}
			if _, err := sqlite.Inspect(context.Background(), path); err != nil {
				t.Error(err)
			}
			checkRefused(t, path)
			if diff := cmp.Diff(before, listing(t, filepath.Dir(path))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// checkRefused opens a record to write that cannot be written to.
func checkRefused(t *testing.T, path string) {
	t.Helper()
	db, err := sqlite.Open(context.Background(), path, sqlite.Write)
	if err == nil {
		t.Error("it was opened to write")
		_ = db.Close()
		return
	}
	if code := rapporteur.CodeOf(err); code != rapporteur.Unreadable || !strings.Contains(err.Error(), "cannot be written to") {
		t.Errorf("opened to write: %v", err)
	}
}

// TestReadOnlyLog asks a record on a read-only medium beside which a log stands that was
// not folded in: without it the record would say what it said before.
func TestReadOnlyLog(t *testing.T) {
	source := filepath.Join(t.TempDir(), "record.db")
	if err := open(t, source).Close(); err != nil {
		t.Fatal(err)
	}
	killedAtWork(t, source, 2, 0)
	if data, err := os.ReadFile(source + "-wal"); err != nil || len(data) == 0 {
		t.Skip("the process left no log")
	}
	want := copyWithLog(t, source)
	wanted := answers(want)
	locked := copyWithLog(t, source)
	mountedReadOnly(t, filepath.Dir(locked))
	got := answers(locked)
	if cmp.Equal(wanted, got) {
		return
	}
	if len(got) != 1 || !strings.Contains(got[0].(string), "copy it") {
		t.Errorf("it says something else and gives no hint: %v", got[:1])
	}
}

// copyWithLog copies a record with the log beside it.
func copyWithLog(t *testing.T, path string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "record.db")
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + end)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to+end, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return to
}

// unwritable takes the permission to write from a folder and its files.
func unwritable(t *testing.T, dir string) {
	t.Helper()
	if os.Geteuid() == 0 {
		t.Skip("root may write whatever the mode says")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if err := os.Chmod(f, 0o400); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.Chmod(dir, 0o700); err != nil {
			t.Error(err)
		}
	})
}
