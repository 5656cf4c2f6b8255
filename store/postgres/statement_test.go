package postgres_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/store/postgres"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/rows"
	"rapporteur/store/storetest"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
)

// stopwatch is when things are done where only their order matters.
func stopwatch() func() time.Time {
	at := time.Date(2031, 5, 1, 0, 0, 0, 0, time.UTC)
	return func() time.Time { at = at.Add(time.Second); return at }
}

// work is something that is done with a record, which may be done again when it failed.
type work struct {
	name string
	// beside does not wait until nobody else writes.
	beside bool
	do     func(ctx context.Context, db *postgres.DB, r *record.Record) error
}

// works change the record in all the ways there are, and read it.
var works = []work{
	{"add", true, func(ctx context.Context, _ *postgres.DB, r *record.Record) error {
		_, err := r.Add(ctx, storetest.Readings(3, 37)[25:]...)
		return err
	}},
	{"correct", false, func(ctx context.Context, _ *postgres.DB, r *record.Record) error {
		entries, err := r.Entries(ctx, record.Filter{Kinds: []record.Kind{record.Meeting}, Limit: 2, Oldest: true})
		if err != nil {
			return err
		}
		if len(entries) < 2 {
			return errors.New("no meetings to correct")
		}
		_, err = r.Correct(ctx, record.Demand{Entry: entries[0].ID, Action: record.Set, Field: "status", Value: "postponed", By: "kim"},
			record.Demand{Entry: entries[1].ID, Action: record.Reject, By: "kim"})
		return err
	}},
	{"remove", false, func(ctx context.Context, _ *postgres.DB, r *record.Record) error {
		reports, err := r.Reports(ctx, record.Filter{Limit: 1, Oldest: true})
		if err == nil && len(reports) == 1 {
			_, err = r.Remove(ctx, record.Removal{Reports: []string{reports[0].ID}, By: "kim"})
		}
		return err
	}},
	{"ask", true, func(ctx context.Context, db *postgres.DB, r *record.Record) error {
		_, err := r.Search(ctx, record.Filter{Text: `"herring tide" OR lantern`})
		_, party := r.Parties(ctx, record.Filter{Limit: 5})
		_, past := r.Entries(ctx, record.Filter{AsOf: time.Date(2031, 5, 1, 0, 0, 3, 0, time.UTC), Actors: []string{"ARD"}})
		_, corrected := r.Corrections(ctx, record.CorrectionFilter{})
		_, _, revision := db.Revision(ctx)
		return errors.Join(err, party, past, corrected, revision)
	}},
	{"verify", false, func(ctx context.Context, db *postgres.DB, _ *record.Record) (err error) {
		checked := db.Check(ctx, func(p record.Problem) bool { err = errors.New(p.Of + ": " + p.What); return false })
		return errors.Join(err, checked)
	}},
	{"a dossier", false, func(ctx context.Context, _ *postgres.DB, r *record.Record) error {
		return errors.Join(r.SaveDossier(ctx, record.Dossier{Name: "Sound", Actors: []string{"ARD"}}), r.DropDossier(ctx, "Sound"))
	}},
	{"access", true, func(ctx context.Context, db *postgres.DB, _ *record.Record) error {
		return db.Access().Update(ctx, func(u access.Update) error {
			return errors.Join(u.PutUser(access.User{Name: "kim", Role: access.Reader}), u.PutLine(access.Line{Who: "kim"}), u.PutSession(access.Session{Hash: "h", User: "kim"}))
		})
	}},
	{"alerts", true, func(ctx context.Context, db *postgres.DB, _ *record.Record) error {
		return db.Alerts().Update(ctx, func(u alert.Update) error {
			_, err := u.PutNotice(alert.Notice{Rule: "plans"})
			return errors.Join(err, u.PutRule(alert.Rule{Name: "plans"}), u.PutLetter(alert.Letter{ID: "l", Rule: "plans"}), u.DropRule("none"))
		})
	}},
	{"follow", true, func(ctx context.Context, db *postgres.DB, _ *record.Record) error {
		return db.Follows().Update(ctx, func(u follow.Update) error {
			_, err := u.PutSource(follow.Source{Address: "https://quay.example/feed"})
			return errors.Join(err, u.PutHost(follow.Host{Name: "https://quay.example"}), u.DropSource(9000))
		})
	}},
	{"repair", false, func(ctx context.Context, db *postgres.DB, _ *record.Record) error {
		_, err := db.Repair(ctx, stopwatch())
		return err
	}},
}

// says is all that a record says, for comparing.
func says(t *testing.T, r *record.Record) string {
	t.Helper()
	entries, err := r.Entries(t.Context(), record.Filter{})
	reports, lost := r.Reports(t.Context(), record.Filter{})
	corrections, wrong := r.Corrections(t.Context(), record.CorrectionFilter{})
	if err := errors.Join(err, lost, wrong); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal([]any{entries, reports, corrections})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// everyStatement has each statement of some work fail in turn, a few of the many, until
// it is done, and gives how many failed. What failed is told and left nothing behind.
func everyStatement(t *testing.T, db *postgres.DB, w work) (failed int) {
	t.Helper()
	r, refused := record.New(db, stopwatch()), errors.New("the server does not want to")
	before := says(t, r)
	for at := 1; ; at += 1 + at/16 {
		n := 0
		db.Before(func(string) error {
			if n++; n == at {
				return refused
			}
			return nil
		})
		err := w.do(t.Context(), db, r)
		db.Before(nil)
		if n < at {
			if err != nil {
				t.Fatalf("%s at last: %v", w.name, err)
			}
			return failed
		}
		failed++
		if !errors.Is(err, refused) {
			t.Fatalf("%s, statement %d: %v", w.name, at, err)
		}
		if w.name != "repair" && w.name != "a dossier" && says(t, r) != before { // they are several changes
			t.Fatalf("%s, statement %d: something of it was kept", w.name, at)
		}
	}
}

// TestStatements lets statements of everything that is done with a record fail: it says
// what it said before, is whole, and the same can be done again. So it is beside another
// who writes.
func TestStatements(t *testing.T) {
	for _, beside := range []bool{false, true} {
		t.Run(fmt.Sprintf("beside=%v", beside), func(t *testing.T) {
			db, address := filled(t)
			if beside {
				conn, err := pgx.Connect(t.Context(), address)
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { _ = conn.Close(context.Background()) })
				if _, err := conn.Exec(t.Context(), "SELECT pg_advisory_lock_shared($1)", postgres.Writing); err != nil {
					t.Fatal(err)
				}
			}
			for _, w := range works {
				if beside && !w.beside {
					continue
				}
				failed := everyStatement(t, db, w)
				t.Logf("%s: %d statements failed", w.name, failed)
				if found := problems(t, db); len(found) > 0 {
					t.Fatalf("after %s: %q", w.name, found)
				}
			}
		})
	}
}

// moved moves the rows of a record into an empty database, as from a place.
func moved(ctx context.Context, from *postgres.DB, place, to string, before func(string) error) error {
	db, err := postgres.Open(ctx, to, postgres.Move)
	if err != nil {
		return err
	}
	from.Before(before)
	db.Before(before)
	err = db.Begin(ctx, place)
	if err == nil {
		err = from.Copy(ctx, func(f rows.From) error { return rows.Move(ctx, f, db, func(rows.Step) {}) })
	}
	if err == nil {
		err = db.Finish(ctx)
	}
	from.Before(nil)
	return errors.Join(err, db.Close())
}

// TestMove moves a record while its statements fail: until it is done nobody may use what
// is there, then it says the same, and gives out no number again. Nothing is moved over it.
func TestMove(t *testing.T) {
	from, _ := filled(t)
	want, to, refused := says(t, record.New(from, stopwatch())), pgtest.Database(t), errors.New("the server does not want to")
	for at := 1; ; at += 1 + at/3 {
		n := 0
		err := moved(t.Context(), from, "here", to, func(string) error {
			if n++; n == at {
				return refused
			}
			return nil
		})
		if n < at {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
		if !errors.Is(err, refused) {
			t.Fatalf("statement %d: %v", at, err)
		}
		if half, err := postgres.Open(t.Context(), to, postgres.Read); err == nil {
			info, err := half.Inspect(t.Context())
			if err := errors.Join(err, half.Close()); err != nil || info.Reports > 0 {
				t.Fatalf("statement %d: half a record is opened: %v %v", at, info, err)
			}
		}
	}
	db, err := postgres.Open(t.Context(), to, postgres.Write)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	r := record.New(db, stopwatch())
	if diff := cmp.Diff(want, says(t, r)); diff != "" {
		t.Errorf("it says something else where it was moved to: %s", diff)
	}
	if _, err := r.Add(t.Context(), storetest.Readings(3, 31)[25:]...); err != nil {
		t.Error(err)
	}
	if found := problems(t, db); len(found) > 0 {
		t.Errorf("%q", found)
	}
	for _, place := range []string{"here", "there"} {
		if err := moved(t.Context(), from, place, to, nil); err == nil {
			t.Errorf("a record is moved from %s over another", place)
		}
	}
}
