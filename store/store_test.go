package store_test

import (
	"context"
	"encoding/json"
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
	"rapporteur/store/rows"
	"rapporteur/store/storetest"

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

// filled puts a record with some of everything at a place.
func filled(t *testing.T, place string) {
	t.Helper()
	ctx := t.Context()
	db, err := store.Open(ctx, place, store.Create)
	if err != nil {
		t.Fatal(err)
	}
	r := record.New(db, time.Now)
	readings := storetest.Readings(7, 60)
	if _, err := r.Add(ctx, readings...); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Remove(ctx, record.Removal{Reports: []string{readings[3].Report.ID}}); err != nil {
		t.Fatal(err)
	}
	desksAt(t, db, r)
	at := time.Date(2032, 1, 2, 3, 4, 5, 0, time.UTC)
	err = errors.Join(
		db.Update(ctx, func(u record.Update) error {
			_, err := u.PutCorrection(record.Correction{At: at, By: "kim", Entry: "m1", Kind: record.Meeting, Action: record.Accept, Targets: []record.Address{{Report: "a@1", Member: "x"}}})
			return errors.Join(err, u.PutDossier(record.Dossier{Name: "Sound"}), u.Postpone(1))
		}),
		db.Access().Update(ctx, func(u access.Update) error {
			return errors.Join(u.PutUser(access.User{Name: "kim", Role: access.Reader, Made: at}), u.PutLine(access.Line{At: at, Who: "kim"}), u.PutSession(access.Session{Hash: "h", User: "kim", Began: at, Ends: at}))
		}),
		db.Alerts().Update(ctx, func(u alert.Update) error {
			_, err := u.PutNotice(alert.Notice{Rule: "plans", At: at})
			return errors.Join(err, u.PutRule(alert.Rule{Name: "plans"}))
		}), db.Close())
	if err != nil {
		t.Fatal(err)
	}
}

// dump gives all that a record at a place answers, for comparing.
func dump(t *testing.T, place string) string {
	t.Helper()
	db, err := store.Open(t.Context(), place, store.Write)
	if err != nil {
		t.Fatal(err)
	}
	tell := func(p record.Problem) bool { t.Errorf("%s: %v", store.Name(place), p); return true }
	r := record.New(db, time.Now)
	if err := errors.Join(r.Verify(t.Context(), tell), db.Check(t.Context(), tell)); err != nil {
		t.Error(err)
	}
	entries, err := r.Entries(t.Context(), record.Filter{})
	reports, wrong := r.Reports(t.Context(), record.Filter{})
	then, late := r.Entries(t.Context(), record.Filter{AsOf: time.Date(2032, 1, 1, 0, 0, 0, 0, time.UTC)})
	found, lost := r.Search(t.Context(), record.Filter{Text: `"herring tide" OR lanterns`})
	corrections, bad := r.Corrections(t.Context(), record.CorrectionFilter{})
	desks := deskAnswers(t, db, r)
	if err := errors.Join(err, wrong, late, lost, bad, db.Close()); err != nil {
		t.Fatal(err)
	}
	data, err := json.MarshalIndent([]any{entries, reports, then, found, corrections, desks}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestMove moves a record from a file to a database, to another one and back to a file:
// it answers as before, and its rows are the same.
func TestMove(t *testing.T) {
	file := filepath.Join(t.TempDir(), "record.db")
	stations := []string{pgtest.Database(t), pgtest.Database(t), filepath.Join(t.TempDir(), "back.db"), filepath.Join(t.TempDir(), "copy.db")}
	filled(t, file)
	want, from := dump(t, file), file
	for _, to := range stations {
		if err := store.Move(t.Context(), from, to, func(rows.Step) {}); err != nil {
			t.Fatalf("to %s: %v", store.Name(to), err)
		}
		if diff := cmp.Diff(want, dump(t, to)); diff != "" {
			t.Fatalf("at %s: %s", store.Name(to), diff)
		}
		if err := store.Move(t.Context(), file, to, func(rows.Step) {}); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("a record is moved over another: %v", err)
		}
		from = to
	}
	if err := store.Move(t.Context(), file, file, func(rows.Step) {}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("to itself: %v", err)
	}
}

// TestMoveGoesOn stops a move after each table: nobody may use what is not whole, and it
// goes on from where it stopped, also where rows are others by now.
func TestMoveGoesOn(t *testing.T) {
	file := filepath.Join(t.TempDir(), "record.db")
	filled(t, file)
	want := dump(t, file)
	for _, to := range []string{filepath.Join(t.TempDir(), "other.db"), pgtest.Database(t)} {
		for at := 3; ; at += 6 {
			ctx, stop := context.WithCancel(t.Context())
			steps, before := 0, int64(0)
			err := store.Move(ctx, file, to, func(s rows.Step) {
				before += s.Before
				if steps++; steps == at {
					stop()
				}
			})
			stop()
			if err == nil {
				if before == 0 {
					t.Error("nothing was there already")
				}
				break
			}
			if !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
			code := rapporteur.Busy
			if store.IsFile(to) {
				code = rapporteur.NotFound
			}
			if _, err := store.Open(t.Context(), to, store.Read); rapporteur.CodeOf(err) != code {
				t.Errorf("half a record is opened: %v", err)
			}
		}
		if diff := cmp.Diff(want, dump(t, to)); diff != "" {
			t.Errorf("at %s: %s", store.Name(to), diff)
		}
	}
}
