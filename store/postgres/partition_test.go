package postgres_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/postgres"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/rows"
	"rapporteur/store/sqlite"
	"rapporteur/store/storetest"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
	"pgregory.net/rapid"
)

// calendar is a clock that goes on by three days with every look.
func calendar() func() time.Time {
	now := time.Date(2031, 1, 2, 0, 0, 0, 0, time.UTC)
	return func() time.Time {
		now = now.AddDate(0, 0, 3)
		return now
	}
}

// inPortions adds readings, some at a time.
func inPortions(t *testing.T, r *record.Record, readings []*rapporteur.Reading) {
	t.Helper()
	for some := range slices.Chunk(readings, 3) {
		if _, err := r.Add(t.Context(), some...); err != nil {
			t.Fatal(err)
		}
	}
}

// partitions are those that hold something. Reports that stand in one of another month
// than that in which they came, and members in one of another month than their report,
// fail the test.
func partitions(t *testing.T, address string) []string {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	found, err := conn.Query(t.Context(), `SELECT stands, bool_and(stands LIKE '%' || to_char(to_timestamp(arrived / 1000.0) AT TIME ZONE 'UTC', 'YYYY_MM') || '%') FROM (
  SELECT tableoid::regclass::text AS stands, arrived FROM reports
  UNION ALL SELECT m.tableoid::regclass::text, r.arrived FROM members m JOIN reports r ON r.n = m.place >> 12) s GROUP BY 1 ORDER BY 1`)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for found.Next() {
		var name string
		var right bool
		if err := found.Scan(&name, &right); err != nil {
			t.Fatal(err)
		}
		if out = append(out, name); !right && !strings.HasSuffix(name, "_default") {
			t.Errorf("rows of other months stand in %s", name)
		}
	}
	return out
}

// byMonth are the partitions of a record of three months, and of one with numbers of a
// file.
var (
	byMonth = []string{"members_2031_01", "members_2031_02", "members_2031_03", "reports_2031_01", "reports_2031_02", "reports_2031_03"}
	ofFile  = []string{"members_2031_01_old", "members_2031_02_old", "members_2031_03_old", "reports_2031_01_old", "reports_2031_02_old", "reports_2031_03_old"}
)

// TestMonths has reports and members stand with those of their month.
func TestMonths(t *testing.T) {
	address := pgtest.Database(t)
	db, err := postgres.Open(t.Context(), address, postgres.Create)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	inPortions(t, record.New(db, calendar()), storetest.Readings(5, 70))
	if d := cmp.Diff(byMonth, partitions(t, address)); d != "" {
		t.Errorf("partitions (-want +got):\n%s", d)
	}
	if found := problems(t, db); len(found) > 0 {
		t.Errorf("problems: %q", found)
	}
}

// TestMonthBeside: an update that has the first report of a month is tried again, also where
// another one of the process makes the month's partitions just then.
func TestMonthBeside(t *testing.T) {
	db, err := postgres.Open(t.Context(), pgtest.Database(t), postgres.Create)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	var row record.ReportRow
	row.ID, row.Arrived = "first", time.Date(2031, 1, 5, 0, 0, 0, 0, time.UTC)
	tries := 0
	err = db.Update(t.Context(), func(u record.Update) error {
		_, err := u.PutReport(row, record.Body{})
		tries++
		db.Begun(postgres.MonthOf(row.Arrived))
		return err
	})
	if err != nil || tries != 2 {
		t.Errorf("tried %d times: %v", tries, err)
	}
}

// older makes the schema of a record that of a version without partitions.
func older(t *testing.T, address string) {
	t.Helper()
	for _, statement := range []string{
		"CREATE TABLE r (LIKE reports INCLUDING DEFAULTS INCLUDING STORAGE)", "INSERT INTO r SELECT * FROM reports", "DROP TABLE reports", "ALTER TABLE r RENAME TO reports",
		"ALTER TABLE reports ADD PRIMARY KEY (n)", "ALTER TABLE reports ADD UNIQUE (id)",
		"CREATE INDEX reports_published ON reports (published, n)", "CREATE INDEX reports_outlet ON reports (outlet, published, n)", "CREATE INDEX reports_arrived ON reports (arrived)",
		"CREATE INDEX reports_wire ON reports (wire) WHERE wire <> ''", "CREATE INDEX reports_article ON reports (article) WHERE article <> ''",
		"CREATE TABLE m (LIKE members INCLUDING DEFAULTS INCLUDING STORAGE)", "INSERT INTO m SELECT * FROM members", "DROP TABLE members", "ALTER TABLE m RENAME TO members",
		"ALTER TABLE members ADD PRIMARY KEY (n)", "CREATE INDEX members_place ON members (place, entry)", "CREATE INDEX members_entry ON members (entry) WHERE entry <> 0",
		"DROP INDEX found_past_entry", "DROP INDEX memberships_until", "DROP INDEX entries_superseded_at", "DELETE FROM goose_db_version WHERE version_id >= 6",
	} {
		do(t, address, statement)
	}
}

// TestMonthsOfOlder moves a file into a database, and then brings that up to date from a
// version without partitions: either way rows of old numbers stand by their months, and
// the record says the same and goes on.
func TestMonthsOfOlder(t *testing.T) {
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "record.db"), sqlite.Create)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	readings := storetest.Readings(5, 90)
	inPortions(t, record.New(file, calendar()), readings[:70])
	want, address := says(t, record.New(file, stopwatch())), pgtest.Database(t)
	db, err := postgres.Open(t.Context(), address, postgres.Move)
	if err == nil {
		err = errors.Join(db.Begin(t.Context(), "file"), file.Copy(t.Context(), func(f rows.From) error { return rows.Move(t.Context(), f, db, func(rows.Step) {}) }), db.Finish(t.Context()), db.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, way := range []string{"moved", "brought up to date"} {
		if db, err = postgres.Open(t.Context(), address, postgres.Write); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, says(t, record.New(db, stopwatch()))); d != "" {
			t.Errorf("%s, the record says something else (-want +got):\n%s", way, d)
		}
		if d := cmp.Diff(ofFile, partitions(t, address)); d != "" {
			t.Errorf("%s: partitions (-want +got):\n%s", way, d)
		}
		if way == "moved" {
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			older(t, address)
		}
	}
	t.Cleanup(func() { _ = db.Close() })
	inPortions(t, record.New(db, func() time.Time { return time.Date(2031, 3, 30, 0, 0, 0, 0, time.UTC) }), readings[70:80])
	inPortions(t, record.New(db, func() time.Time { return time.Date(2031, 5, 1, 0, 0, 0, 0, time.UTC) }), readings[80:])
	if d := cmp.Diff(slices.Sorted(slices.Values(append([]string{"members_2031_03", "members_2031_05", "reports_2031_03", "reports_2031_05"}, ofFile...))), partitions(t, address)); d != "" {
		t.Errorf("gone on: partitions (-want +got):\n%s", d)
	}
	if found := problems(t, db); len(found) > 0 {
		t.Errorf("problems: %q", found)
	}
}

// TestBusyMonth adds a report of a new month while somebody reads without an end: it is
// added all the same, and a repair has it stand with its month.
func TestBusyMonth(t *testing.T) {
	db, address := filled(t)
	before := partitions(t, address)
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Exec(t.Context(), "BEGIN; SELECT count(*) FROM reports"); err != nil {
		t.Fatal(err)
	}
	later := func() time.Time { return time.Date(2033, 7, 1, 0, 0, 0, 0, time.UTC) }
	r := record.New(db, later)
	inPortions(t, r, storetest.Readings(3, 40)[25:])
	if got := partitions(t, address); !slices.Contains(got, "reports_default") {
		t.Errorf("partitions: %q", got)
	}
	if err := conn.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	want := says(t, record.New(db, later))
	if _, err := db.Repair(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, says(t, record.New(db, later))); d != "" {
		t.Errorf("after the repair the record says something else (-want +got):\n%s", d)
	}
	if d := cmp.Diff(slices.Sorted(slices.Values(append([]string{"members_2033_07", "reports_2033_07"}, before...))), partitions(t, address)); d != "" {
		t.Errorf("partitions (-want +got):\n%s", d)
	}
}

// TestSpans has every number of a month that has none yet stand in one partition, and no
// number in two.
func TestSpans(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lows, have := map[int64]int64{}, []postgres.Span{}
		for _, month := range rapid.SliceOfDistinct(rapid.Int64Range(1, 30), rapid.ID).Draw(t, "months") {
			lows[rapid.Int64Range(1, 90).Draw(t, "low")] = month
		}
		for _, month := range rapid.SliceOfDistinct(rapid.Int64Range(1, 30), rapid.ID).Draw(t, "months by number") {
			lows[postgres.FloorOf(month)+rapid.Int64Range(0, 90).Draw(t, "above")] = month
		}
		for _, month := range rapid.SliceOfDistinct(rapid.Int64Range(1, 30), rapid.ID).Draw(t, "there are") {
			have = append(have, postgres.NewSpan(month, postgres.FloorOf(month), postgres.FloorOf(month+1)))
		}
		all := slices.Concat(postgres.SpansOf(lows, have), have)
		for low, month := range lows {
			if in := postgres.In(all, low); len(in) != 1 || in[0] < month {
				t.Fatalf("%d of month %d stands in %v: %v", low, month, in, all)
			}
		}
		for _, edge := range postgres.Edges(all) {
			if in := postgres.In(all, edge); len(in) != 1 {
				t.Fatalf("%d stands in %v", edge, in)
			}
		}
	})
}

// TestMonthOf counts months from January 2020, by universal time.
func TestMonthOf(t *testing.T) {
	for day, want := range map[string]int64{"1969-01-01T00:00:00Z": 0, "2020-01-31T23:59:59Z": 0, "2020-02-01T00:00:00Z": 1, "2026-11-30T23:30:00-02:00": 83} {
		at, err := time.Parse(time.RFC3339, day)
		if err != nil || postgres.MonthOf(at) != want {
			t.Errorf("%s is in month %d: %v", day, postgres.MonthOf(at), err)
		}
	}
}
