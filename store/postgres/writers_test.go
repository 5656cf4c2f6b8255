package postgres_test

import (
	"context"
	"flag"
	"testing"

	"rapporteur/record"
	"rapporteur/store/postgres"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/storetest"
)

var (
	reports = flag.Int("reports", 120, "reports that several writers add")
	seeds   = flag.Int("seeds", 1, "negotiations that they add them of")
)

// TestWriters has eight writers add what one adds: the same is together.
func TestWriters(t *testing.T) {
	for seed := range *seeds {
		address := pgtest.Database(t)
		var writers []record.Store
		for range 8 {
			db, err := postgres.Open(context.Background(), address, postgres.Create)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = db.Close() })
			writers = append(writers, db)
		}
		storetest.RunWriters(t, storetest.Readings(uint64(seed), *reports), writers...)
		err := writers[0].(*postgres.DB).Check(t.Context(), func(p record.Problem) bool { t.Error(p); return true })
		if err != nil {
			t.Error(err)
		}
	}
}
