package postgres_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/postgres"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/storetest"

	"github.com/jackc/pgx/v5"
)

// filled is a record of some reports, with its address.
func filled(t *testing.T) (*postgres.DB, string) {
	t.Helper()
	address := pgtest.Database(t)
	db, err := postgres.Open(t.Context(), address, postgres.Create)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if _, err := record.New(db, time.Now).Add(t.Context(), storetest.Readings(3, 25)...); err != nil {
		t.Fatal(err)
	}
	err = db.Update(t.Context(), func(u record.Update) error {
		_, err := u.PutCorrection(record.Correction{At: time.Now(), By: "kim", Entry: "m1", Kind: record.Meeting, Action: record.Accept, Targets: []record.Address{{Report: "a", Member: "x"}}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return db, address
}

func do(t *testing.T, address, statement string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	_, err = conn.Exec(t.Context(), statement)
	if err := errors.Join(err, conn.Close(context.Background())); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
}

// problems are those that the store and the record tell.
func problems(t *testing.T, db *postgres.DB) []string {
	t.Helper()
	var out []string
	tell := func(p record.Problem) bool {
		out = append(out, p.Of+": "+p.What)
		return true
	}
	if err := errors.Join(db.Check(t.Context(), tell), record.New(db, time.Now).Verify(t.Context(), tell)); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestRepair damages what can be made anew, and what cannot: it is noticed, and repaired.
func TestRepair(t *testing.T) {
	db, address := filled(t)
	if found := problems(t, db); len(found) > 0 {
		t.Fatalf("a new record: %q", found)
	}
	for _, c := range []struct{ damage, told string }{
		{"UPDATE sentences SET words = $$'otherwise':1$$ WHERE place = (SELECT min(place) FROM sentences)", "does not have the words"},
		{"DELETE FROM sentences WHERE place = (SELECT max(place) FROM sentences)", "does not have the words"},
		{"INSERT INTO sentences VALUES (4096 * 9000, $$'stray':1$$)", "there is no text"},
		{"DELETE FROM found WHERE term = 1", "cannot be found by its terms"},
		{"UPDATE terms SET entries = entries + 1 WHERE n = 2", "are counted"},
		{"UPDATE numbers SET last = 1 WHERE name = 'members'", "given out again"},
		{"DELETE FROM about", "what it is about"},
		{"INSERT INTO about VALUES ('z', 9, 9)", "is not on the record"},
		{"DELETE FROM member_keys WHERE owner = (SELECT min(owner) FROM member_keys)", "cannot be found by its keys"},
		{"INSERT INTO further VALUES (9000, 1)", "of nothing"},
		{"INSERT INTO due VALUES (9000)", "is not on the record"},
		{"UPDATE members SET entry = 9000 WHERE n = (SELECT n FROM members WHERE entry <> 0 LIMIT 1)", "not on the record"},
		{"DELETE FROM entries WHERE n = (SELECT n FROM entries WHERE members > 1 LIMIT 1)", "of no entry"},
		{"DELETE FROM terms WHERE n = 3", "of no entry"},
		{"UPDATE bodies SET body = 'no text' WHERE report = (SELECT min(report) + 1 FROM bodies)", "not as it was written"},
		{"DELETE FROM bodies WHERE report = (SELECT max(report) FROM bodies)", "its text is missing"},
	} {
		do(t, address, c.damage)
		if found := strings.Join(problems(t, db), "\n"); !strings.Contains(found, c.told) {
			t.Errorf("%s: noticed is %q", c.damage, found)
		}
		done, err := db.Repair(t.Context(), time.Now)
		if err != nil {
			t.Fatalf("%s: %v", c.damage, err)
		}
		if found := problems(t, db); len(found) > 0 {
			t.Fatalf("%s: after repair (%q): %q", c.damage, done.Lost, found)
		}
	}
	if info, err := db.Inspect(t.Context()); err != nil || info.Reports != 23 {
		t.Errorf("%v are left: %v", info, err)
	}
}

// TestOpen says what is wrong with a place.
func TestOpen(t *testing.T) {
	empty, foreign, future := pgtest.Database(t), pgtest.Database(t), pgtest.Database(t)
	do(t, foreign, "CREATE TABLE reports (n int)")
	db, err := postgres.Open(t.Context(), future, postgres.Create)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	do(t, future, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, true); CREATE ROLE guest LOGIN")
	guest := strings.Replace(empty, "user=tester", "user=guest", 1)
	do(t, empty, "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
	for _, c := range []struct {
		what, address string
		mode          postgres.Mode
		code          rapporteur.Code
	}{
		{"an empty database to read", empty, postgres.Read, rapporteur.NotFound},
		{"an empty database to write", empty, postgres.Write, rapporteur.NotFound},
		{"no rights", guest, postgres.Create, rapporteur.Forbidden},
		{"tables of others", foreign, postgres.Create, rapporteur.Unsupported},
		{"a newer version", future, postgres.Write, rapporteur.Invalid},
		{"no such database", strings.Replace(empty, "/test", "/none", 1), postgres.Create, rapporteur.NotFound},
		{"nobody there", "postgres://kim:sesame@127.0.0.1:1/x?connect_timeout=2", postgres.Create, rapporteur.Unreadable},
		{"no address", "postgres://kim:sesame@127.0.0.1:x/x", postgres.Create, rapporteur.Invalid},
		{"no user", strings.Replace(empty, "user=tester", "user=stranger", 1), postgres.Create, rapporteur.Forbidden},
	} {
		_, err := postgres.Open(t.Context(), c.address, c.mode)
		if rapporteur.CodeOf(err) != c.code || strings.Contains(err.Error(), "sesame") {
			t.Errorf("%s: %v (%s)", c.what, err, rapporteur.CodeOf(err))
		}
	}
	do(t, future, "DELETE FROM goose_db_version WHERE version_id > 1")
	if _, err := postgres.Open(t.Context(), future, postgres.Read); rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), "older") {
		t.Errorf("an older version: %v", err)
	}
}

// TestReadOnly changes nothing where it was opened to be read.
func TestReadOnly(t *testing.T) {
	_, address := filled(t)
	db, err := postgres.Open(t.Context(), address, postgres.Read)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{db.Update(t.Context(), func(record.Update) error { return nil }), db.Receive(t.Context(), nil)} {
		if rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Error(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}
