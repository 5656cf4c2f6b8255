package postgres_test

import (
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/store/postgres"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/storetest"

	"github.com/jackc/pgx/v5"
)

// TestStatistics has the server know how many members there are when a record is opened
// that has grown.
func TestStatistics(t *testing.T) {
	address := pgtest.Database(t)
	opened := func() *postgres.DB {
		db, err := postgres.Open(t.Context(), address, postgres.Create)
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	db := opened()
	for i := range 5 {
		if _, err := record.New(db, time.Now).Add(t.Context(), storetest.Readings(uint64(i+20), 150)...); err != nil {
			t.Fatal(err)
		}
	}
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(t.Context()) })
	known := func() (n float64) {
		if err := conn.QueryRow(t.Context(), "SELECT reltuples FROM pg_class WHERE oid = 'members'::regclass").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	do(t, address, "ANALYZE members_default") // the server has heard of all by then
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	before := known()
	if err := opened().Close(); err != nil {
		t.Fatal(err)
	}
	var there float64
	if err := conn.QueryRow(t.Context(), "SELECT count(*) FROM members").Scan(&there); err != nil {
		t.Fatal(err)
	}
	if got := known(); there < 1000 || before >= there/2 || got < there/2 {
		t.Errorf("of %v members the server knew %v, and then %v", there, before, got)
	}
}
