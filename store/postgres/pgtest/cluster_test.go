package pgtest_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"rapporteur/store/postgres/pgtest"

	"github.com/jackc/pgx/v5"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

// TestDatabase gives each test a database of its own.
func TestDatabase(t *testing.T) {
	one, other := pgtest.Database(t), pgtest.Database(t)
	if one == other {
		t.Error("two tests have one database")
	}
	conn, err := pgx.Connect(t.Context(), other)
	if err != nil {
		t.Fatal(err)
	}
	var name string
	if err := conn.QueryRow(t.Context(), "SELECT current_database()").Scan(&name); err != nil || name == "" || !strings.Contains(other, "/"+name+"?") {
		t.Errorf("the second database is %q %v", name, err)
	}
	if err := conn.Close(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestKill kills a server and starts it again: what was committed is there.
func TestKill(t *testing.T) {
	var dir string
	t.Run("a server of its own", func(t *testing.T) {
		c := pgtest.Own(t, "fsync=on")
		dir = c.Dir
		steps := []func() error{
			func() error { return c.Do(t.Context(), "postgres", "CREATE TABLE kept (n int)") },
			c.Kill,
			func() error {
				if c.Do(t.Context(), "postgres", "SELECT 1") == nil {
					return errors.New("a killed server answers")
				}
				return nil
			},
			c.Run,
			func() error { return c.Do(t.Context(), "postgres", "INSERT INTO kept VALUES ($1)", 1) },
			c.Kill,
		}
		for i, step := range steps {
			if err := step(); err != nil {
				t.Fatalf("step %d: %v", i, err)
			}
		}
	})
	if _, err := os.Stat(dir); err == nil {
		t.Error("its folder is left")
	}
}

// TestMissing: where the settings are wrong the server's words are told.
func TestMissing(t *testing.T) {
	if _, err := pgtest.Start("no_such_setting=1"); err == nil {
		t.Error("a server with an unknown setting starts")
	}
}
