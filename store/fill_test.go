package store_test

import (
	"flag"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store"
	"rapporteur/store/storetest"
)

var (
	fillDB = flag.String("fill", "", "place of a record to be filled with generated reports")
	fillTo = flag.Int("fill-reports", 1000000, "reports with which it is filled")
	most   = flag.Duration("fill-time", time.Hour, "how long it is filled")
)

// TestFill fills a record with small generated reports, and tells after each ten thousand
// how fast they came.
//
//	go test ./store -run TestFill -fill postgres://… -fill-time 30m -timeout 0 -v
func TestFill(t *testing.T) {
	if *fillDB == "" {
		t.Skip("fills the record that -fill names")
	}
	db, err := store.Open(t.Context(), *fillDB, store.Create)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	r, begun, since, n := record.New(db, time.Now), time.Now(), time.Now(), 0
	var portion []*rapporteur.Reading
	for reading := range storetest.Each(31, *fillTo) {
		n++
		if portion = append(portion, reading); len(portion) < 64 && n < *fillTo {
			continue
		}
		if _, err := r.Add(t.Context(), portion...); err != nil {
			t.Fatal(err)
		}
		if n/10000 > (n-len(portion))/10000 {
			t.Logf("%d reports, the last 10,000 at %.0f a second", n, 10000/time.Since(since).Seconds())
			since = time.Now()
		}
		if portion = portion[:0]; time.Since(begun) > *most {
			break
		}
	}
	if err := r.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d reports in %v", n, time.Since(begun).Round(time.Second))
}
