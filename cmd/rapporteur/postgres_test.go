package main

import (
	"path/filepath"
	"testing"

	"rapporteur/cmd/internal/script"
	"rapporteur/store/postgres/pgtest"
)

// TestScriptsPostgres runs scripts with a record in PostgreSQL: DATABASE_URL is all that
// it takes, and every line that is printed is the same.
func TestScriptsPostgres(t *testing.T) {
	if testing.Short() {
		t.Skip("the scripts run with a file already")
	}
	_ = pgtest.Database(t) // or the test is skipped
	script.RunWith(t, func(setenv func(name, value string)) {
		address, err := pgtest.Another()
		if err != nil {
			t.Error(err)
		}
		setenv("DATABASE_URL", address)
	}, "testdata/correct.txt", "testdata/dossier.txt", "testdata/missed.txt", "testdata/remove.txt",
		"testdata/revise.txt", "testdata/what_changed.txt", "testdata/postgres/refused.txt")
}

// TestBeside: what goes with a record lies beside its file, or among the user's own where
// it is in a database.
func TestBeside(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	if got := place("/x/news.db").beside(".resume"); got != "/x/news.db.resume" {
		t.Error(got)
	}
	one, other := place("postgres://db.example/news").beside(".resume"), place("postgres://db.example/olds").beside(".resume")
	if one == other || filepath.Ext(one) != ".resume" || filepath.Dir(one) != filepath.Dir(other) {
		t.Error(one, other)
	}
	if again := place("postgres://kim:sesame@db.example/news").beside(".resume"); again == one {
		t.Error("two users of a database have one bookmark")
	}
}
