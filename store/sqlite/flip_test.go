package sqlite_test

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/store/sqlite"

	"github.com/google/go-cmp/cmp"
)

// TestFlip changes single bytes of a record: verify notices all that change any
// answer.
func TestFlip(t *testing.T) {
	flips := times(t, 120, 30)
	path := filled(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, chance, noticed, changed := answers(path), rand.New(rand.NewPCG(3, 4)), 0, 0
	for range flips {
		at, bit := 100+chance.IntN(len(whole)-100), byte(1)<<chance.IntN(8) // behind the header, which opening checks
		broken := filepath.Join(t.TempDir(), "broken.db")
		data := append([]byte(nil), whole...)
		data[at] ^= bit
		if err := os.WriteFile(broken, data, 0o600); err != nil {
			t.Fatal(err)
		}
		found := problems(broken)
		if len(found) > 0 {
			noticed++
		}
		if diff := cmp.Diff(want, answers(broken)); diff != "" {
			changed++
			if len(found) == 0 {
				t.Errorf("byte %d: an answer changed and nothing was noticed: %s", at, diff)
			}
		}
	}
	t.Logf("%d flips, %d noticed, %d changed an answer", flips, noticed, changed)
}

// TestDeletedRows deletes a row, or all, of every table: verify notices.
func TestDeletedRows(t *testing.T) {
	whole := filled(t)
	for _, table := range append(rows, "sentences", "about") {
		for _, which := range []string{"LIMIT 1", "LIMIT -1"} {
			t.Run(table+" "+which, func(t *testing.T) {
				broken := copied(t, whole)
				if !deleted(t, broken, table, which) {
					t.Skip("the record has no such row")
				}
				if found := problems(broken); len(found) == 0 {
					t.Error("nothing was noticed")
				}
			})
		}
	}
}

// deleted deletes rows as a fault would, without the triggers; it says whether
// there were any.
func deleted(t *testing.T, path, table, which string) bool {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, db)
	key := "rowid"
	if err := db.QueryRow("SELECT coalesce(group_concat(name), 'rowid') FROM pragma_table_info(?1) WHERE pk > 0 AND (SELECT wr FROM pragma_table_list WHERE name = ?1)", table).Scan(&key); err != nil {
		t.Fatal(err)
	}
	for _, trigger := range triggers(t, db) {
		if _, err := db.Exec("DROP TRIGGER " + trigger); err != nil {
			t.Fatal(err)
		}
	}
	result, err := db.Exec(fmt.Sprintf("DELETE FROM %[1]s WHERE (%[2]s) IN (SELECT %[2]s FROM %[1]s %[3]s)", table, key, which))
	if err != nil {
		t.Fatal(err)
	}
	n, err := result.RowsAffected()
	if err != nil {
		t.Fatal(err)
	}
	return n > 0
}

// triggers are the names of all triggers of a record.
func triggers(t *testing.T, db *sql.DB) []string {
	t.Helper()
	var names string
	if err := db.QueryRow("SELECT coalesce(group_concat(name, ' '), '') FROM sqlite_schema WHERE type = 'trigger'").Scan(&names); err != nil {
		t.Fatal(err)
	}
	return strings.Fields(names)
}

func closed(t *testing.T, db *sql.DB) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}

// copied copies a record that nobody has open.
func copied(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "record.db")
	if err := os.WriteFile(to, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

// problems are what verify finds, that the record cannot be opened included.
func problems(path string) (out []record.Problem) {
	ctx := context.Background()
	tell := func(p record.Problem) bool {
		out = append(out, p)
		return true
	}
	db, err := sqlite.Open(ctx, path, sqlite.Read)
	if err != nil {
		return []record.Problem{{Of: "open", What: err.Error()}}
	}
	if err := db.Check(ctx, tell); err != nil {
		tell(record.Problem{Of: "check", What: err.Error()})
	}
	if err := record.New(db, time.Now).Verify(ctx, tell); err != nil {
		tell(record.Problem{Of: "verify", What: err.Error()})
	}
	if err := db.Close(); err != nil {
		tell(record.Problem{Of: "close", What: err.Error()})
	}
	return out
}

// answers are what a record says to all that can be asked, errors included.
func answers(path string) (out []any) {
	ctx := context.Background()
	db, err := sqlite.Open(ctx, path, sqlite.Read)
	if err != nil {
		return []any{err.Error()}
	}
	defer func() { _ = db.Close() }() // nothing was written
	r := record.New(db, time.Now)
	say := func(answer any, err error) {
		out = append(out, answer, fmt.Sprint(err))
	}
	entries, err := r.Entries(ctx, record.Filter{})
	say(entries, err)
	reports, err := r.Reports(ctx, record.Filter{})
	say(reports, err)
	for _, e := range entries {
		history, err := r.History(ctx, e.ID)
		say(history, err)
	}
	for _, q := range []record.Filter{{Text: "envoys"}, {Text: "ostmark hours"}} {
		found, err := r.Search(ctx, q)
		say(found, err)
	}
	for _, day := range []int{1, 5} {
		past, err := r.Entries(ctx, record.Filter{AsOf: time.Date(2030, 1, 1, day, 30, 0, 0, time.UTC)})
		say(past, err)
	}
	parties, err := r.Parties(ctx, record.Filter{})
	say(parties, err)
	dossiers, err := r.Dossiers(ctx)
	say(dossiers, err)
	texts, _, err := r.Texts(ctx, 0, 100)
	say(texts, err)
	return append(out, let(ctx, db.Access())...)
}

// times is how often a test does what it does at random: in full where
// RAPPORTEUR_LONG is set, else a sample, and a tenth of it with -short.
func times(t *testing.T, full, sample int) int {
	t.Helper()
	switch {
	case os.Getenv("RAPPORTEUR_LONG") != "":
		return full
	case testing.Short():
		return max(1, sample/10)
	}
	return sample
}
