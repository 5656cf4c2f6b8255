package store_test

import (
	"flag"
	"path/filepath"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/store"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/storetest"
)

var (
	raced   = flag.Int("race-reports", 400, "reports that a file and a database race for")
	portion = flag.Int("race-portion", 16, "reports of a portion, as `rapporteur add` writes them")
)

// racer is a store with the time that it has taken.
type racer struct {
	*record.Record
	adding, asking time.Duration
}

// racers are a file and a database that keep what they say that they keep.
func racers(b *testing.B) []*racer {
	var out []*racer
	for _, place := range []string{filepath.Join(b.TempDir(), "record.db"), durable(b)} {
		db, err := store.Open(b.Context(), place, store.Create)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = db.Close() })
		out = append(out, &racer{Record: record.New(db, time.Now)})
	}
	return out
}

// BenchmarkRace adds the same readings to a file and to a database, a portion to the one
// and then to the other, so that what else the machine does slows both, and asks both for
// a page of each kind of entry, by turns.
//
//	go test ./store -run '^$' -bench Race -benchtime 1x -race-reports 2000
func BenchmarkRace(b *testing.B) {
	readings := storetest.Readings(11, *raced)
	for b.Loop() {
		all := racers(b)
		for i := 0; i < len(readings); i += *portion {
			for _, r := range all {
				begun := time.Now()
				if _, err := r.Add(b.Context(), readings[i:min(i+*portion, len(readings))]...); err != nil {
					b.Fatal(err)
				}
				r.adding += time.Since(begun)
			}
		}
		for range 40 {
			for _, r := range all {
				begun := time.Now()
				for _, kind := range []record.Kind{record.Meeting, record.Statement, record.Event, record.Position} {
					if _, err := r.Entries(b.Context(), record.Filter{Kinds: []record.Kind{kind}, Limit: 50}); err != nil {
						b.Fatal(err)
					}
				}
				r.asking += time.Since(begun)
			}
		}
		file, base := all[0], all[1]
		b.ReportMetric(float64(len(readings))/file.adding.Seconds(), "file-added/s")
		b.ReportMetric(float64(len(readings))/base.adding.Seconds(), "postgres-added/s")
		b.ReportMetric(file.adding.Seconds()/base.adding.Seconds(), "adding-ratio")
		b.ReportMetric(base.asking.Seconds()/file.asking.Seconds(), "page-times")
	}
}

// durable is a database of a server that keeps what it says that it keeps, as the file does.
func durable(b *testing.B) string {
	b.Helper()
	address, err := pgtest.Own(b, "fsync=on", "full_page_writes=on").Create(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return address
}
