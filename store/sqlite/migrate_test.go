package sqlite_test

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/sqlite"

	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"
)

var update = flag.Bool("update", false, "write what a record of the newest schema holds")

// rows are the tables whose rows testdata/version-N.sql holds, for every version N
// of the schema that was ever released.
var rows = []string{"reports", "bodies", "members", "memberships", "report_keys", "member_keys", "entries", "terms", "found", "found_past",
	"actors", "corrections", "dossiers", "changes", "users", "access_keys", "sessions", "trail", "alert_rules", "alert_stamps", "alert_told", "alert_notices", "alert_letters",
	"follows", "follow_items", "follow_hosts", "follow_pages", "desk_rows"}

// TestMigrate opens a record of every version of the schema.
func TestMigrate(t *testing.T) {
	files, err := filepath.Glob("migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		dump(t, len(files))
	}
	want := remembered(t, filled(t))
	for version := 1; version <= len(files); version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "record.db")
			old(t, path, version)
			if diff := cmp.Diff(want, remembered(t, path)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// filled makes a record of some reports with a correction.
func filled(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "record.db")
	db := open(t, path)
	now := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	r := record.New(db, func() time.Time { now = now.Add(time.Hour); return now })
	ctx := context.Background()
	for n := range 2 * portion {
		if _, err := r.Add(ctx, invented(n)); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Alerts().Update(ctx, alerted); err != nil {
		t.Fatal(err)
	}
	if err := db.Follows().Update(ctx, following); err != nil {
		t.Fatal(err)
	}
	entries, err := r.Entries(ctx, record.Filter{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Correct(ctx, record.Demand{Entry: entries[0].ID, Action: record.Set, Field: "status", Value: "cancelled", By: "kim"}); err != nil {
		t.Fatal(err)
	}
	if err := r.SaveDossier(ctx, record.Dossier{Name: "Ostmark", Actors: []string{"A"}}); err != nil {
		t.Fatal(err)
	}
	if err := r.AddNamespace(ctx, "north", record.Quota{ReportsADay: 5}); err != nil {
		t.Fatal(err)
	}
	if err := db.Access().Update(ctx, letIn); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// remembered is what a record says, and what a search in it finds.
func remembered(t *testing.T, path string) [2]any {
	t.Helper()
	whole(t, path, 0)
	db := open(t, path)
	r := record.New(db, time.Now)
	entries, err := r.Entries(context.Background(), record.Filter{Dossier: "Ostmark"})
	if err != nil {
		t.Fatal(err)
	}
	found, err := r.Search(context.Background(), record.Filter{Text: "envoys"})
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) == 0 || len(found) == 0 {
		t.Error("the record is empty")
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return [2]any{entries, found}
}

// old makes a record as a program of an earlier version left it.
func old(t *testing.T, path string, version int) {
	t.Helper()
	rows, err := os.ReadFile(fmt.Sprintf("testdata/version-%d.sql", version))
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, os.DirFS("migrations"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.UpTo(context.Background(), int64(version)); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(string(rows)); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// dump writes the rows of a record of the newest schema.
func dump(t *testing.T, version int) {
	t.Helper()
	db, err := sql.Open("sqlite", filled(t))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, table := range rows {
		dumpTable(t, db, table, &out)
	}
	// The words that are searched stand nowhere but in their index.
	for n := range 2 * portion {
		r := invented(n)
		for i, at := range r.Sentences {
			fmt.Fprintf(&out, "INSERT INTO sentences (rowid, text) VALUES (%d, '%s');\n", (n+1)<<12|i, r.Report.Text[at[0]:at[1]])
		}
	}
	out.WriteString("DELETE FROM owing;\nDELETE FROM ledger;\n")
	dumpTable(t, db, "ledger", &out)
	if err := os.WriteFile(fmt.Sprintf("testdata/version-%d.sql", version), []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func dumpTable(t *testing.T, db *sql.DB, table string, out *strings.Builder) {
	t.Helper()
	var columns string
	if err := db.QueryRow("SELECT group_concat('quote(' || name || ')', ' || '', '' || ') FROM pragma_table_info(?)", table).Scan(&columns); err != nil {
		t.Fatal(err)
	}
	lines, err := db.Query("SELECT " + columns + " FROM " + table)
	if err != nil {
		t.Fatal(err)
	}
	for lines.Next() {
		var line string
		if err := lines.Scan(&line); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(out, "INSERT INTO %s VALUES (%s);\n", table, line)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

// TestOpen refuses what is no record, and a record of a newer program.
func TestOpen(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("no database at all\n", 100)), 0o644); err != nil {
		t.Fatal(err)
	}
	newer := filled(t)
	db, err := sql.Open("sqlite", newer)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]rapporteur.Code{
		text: rapporteur.Unsupported, newer: rapporteur.Invalid, filepath.Join(dir, "no", "folder.db"): rapporteur.Unreadable,
	} {
		if _, err := openOnly(path); rapporteur.CodeOf(err) != want {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestBackup restores a backup over a record that has gone on since.
func TestBackup(t *testing.T) {
	ctx := context.Background()
	path := filled(t)
	want := remembered(t, path)
	backup := filepath.Join(t.TempDir(), "backup.db")
	db := open(t, path)
	if _, err := db.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Backup(ctx, backup); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("backup over a file gives %v", err)
	}
	if _, err := record.New(db, time.Now).Add(ctx, invented(99)); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Restore(ctx, backup, path); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, remembered(t, path)); diff != "" {
		t.Error(diff)
	}
	if err := os.Truncate(backup, 20_000); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Restore(ctx, backup, path); err == nil {
		t.Error("a damaged backup was restored")
	}
	if diff := cmp.Diff(want, remembered(t, path)); diff != "" {
		t.Error("the record did not survive a damaged backup:", diff)
	}
}
