package store_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/store"
	"rapporteur/store/postgres/pgtest"

	"github.com/google/go-cmp/cmp"
)

func TestMain(m *testing.M) { os.Exit(pgtest.Main(m)) }

// places are one of each kind; a file is always there.
func places(t *testing.T) map[string]string {
	out := map[string]string{"a file": filepath.Join(t.TempDir(), "record.db")}
	t.Run("PostgreSQL", func(t *testing.T) { out["PostgreSQL"] = pgtest.Database(t) })
	return out
}

// TestOpen opens a record by its place, keeps something of everybody's in it, checks and
// repairs it.
func TestOpen(t *testing.T) {
	for kind, place := range places(t) {
		t.Run(kind, func(t *testing.T) {
			ctx := context.Background()
			if _, err := store.Open(ctx, place, store.Read); rapporteur.CodeOf(err) != rapporteur.NotFound {
				t.Errorf("no record: %v", err)
			}
			if _, err := store.Repair(ctx, place, time.Now); rapporteur.CodeOf(err) != rapporteur.NotFound {
				t.Errorf("no record to repair: %v", err)
			}
			db, err := store.Open(ctx, place, store.Create)
			if err != nil {
				t.Fatal(err)
			}
			err = errors.Join(
				db.Update(ctx, func(u record.Update) error { return u.PutDossier(record.Dossier{Name: "Strait"}) }),
				db.Access().Update(ctx, func(u access.Update) error { return u.PutUser(access.User{Name: "kim", Role: access.Reader}) }),
				db.Alerts().Update(ctx, func(u alert.Update) error { return u.PutRule(alert.Rule{Name: "plans"}) }),
				db.Follows().Update(ctx, func(u follow.Update) error { return u.PutHost(follow.Host{Name: "https://quay.example"}) }),
				db.Check(ctx, func(p record.Problem) bool { t.Error(p); return true }), db.Close())
			if err != nil {
				t.Fatal(err)
			}
			info, err := store.Inspect(ctx, place)
			if err != nil || !strings.HasPrefix(info.String(), "0 reports, 0 entries, schema ") {
				t.Errorf("it has %v %v", info, err)
			}
			lines, err := store.Repair(ctx, place, time.Now)
			if err != nil || len(lines) == 0 || !strings.HasPrefix(lines[0], "repaired ") {
				t.Errorf("repair says %q %v", lines, err)
			}
			dossiers(t, place)
		})
	}
}

// dossiers checks that what was kept is there.
func dossiers(t *testing.T, place string) {
	t.Helper()
	db, err := store.Open(t.Context(), place, store.Read)
	if err != nil {
		t.Fatal(err)
	}
	err = db.View(t.Context(), func(v record.View) error {
		all, err := v.Dossiers()
		if diff := cmp.Diff([]record.Dossier{{Name: "Strait"}}, all); diff != "" {
			t.Error(diff)
		}
		return err
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Error(err)
	}
}

// TestName shows no password.
func TestName(t *testing.T) {
	for place, want := range map[string]string{
		"news.db": "news.db",
		"postgres://kim:sesame@db.example:5433/news?sslmode=disable":  "postgres://kim@db.example:5433/news",
		"postgresql:///news?host=/run/x&password=sesame":              "postgres:///news?host=/run/x",
		"postgres://kim:sesame@db.example:port/news":                  "postgres://…",
		"postgres://kim:se same%@/":                                   "postgres://…",
		"postgres://db.example/news?user=kim&password=sesame&host=10": "postgres://db.example/news",
	} {
		if got := store.Name(place); got != want {
			t.Errorf("%s is shown as %s, want %s", place, got, want)
		}
	}
}

// TestOnlyFiles refuses what PostgreSQL does itself.
func TestOnlyFiles(t *testing.T) {
	if err := store.OnlyFiles("backup", "news.db", "no"); err != nil {
		t.Error(err)
	}
	if err := store.OnlyFiles("backup", "postgres:///news", "no"); rapporteur.CodeOf(err) != rapporteur.Unsupported {
		t.Error(err)
	}
}
