package main

import (
	"flag"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"rapporteur/record"
)

var (
	benchReports = flag.Int("reports", 2000, "made-up reports on the record that is exported")
	benchRecord  = flag.String("record", "", "where the made-up record lies, or is to lie, a file or an address of PostgreSQL; without it, somewhere for once")
	// A record of a million has smaller reports, and more of them a day.
	benchTellings = flag.Int("tellings", 2, "entries of each kind in a made-up report")
	benchDaily    = flag.Int("daily", 30, "made-up reports of one day")
)

// nowhere counts what it is given.
type nowhere struct {
	rows    int
	largest uint64
}

func (n *nowhere) Entry(*record.Entry) error   { return n.one() }
func (n *nowhere) Actor(*record.Party) error   { return n.one() }
func (n *nowhere) Report(*record.Report) error { return n.one() }
func (n *nowhere) one() error {
	if n.rows++; n.rows%1000 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		n.largest = max(n.largest, m.HeapInuse)
	}
	return nil
}

// BenchmarkExtract gives how fast what is on a record comes out, before it is written in
// any format.
//
//	go test -run '^$' -bench Extract -benchtime 1x ./cmd/rapporteur -reports 100000 -record made-up.db
func BenchmarkExtract(b *testing.B) {
	path := *benchRecord
	if path == "" {
		path = filepath.Join(b.TempDir(), "record.db")
	}
	r := madeUpRecord(b, path, *benchReports)
	to := &nowhere{}
	for b.Loop() {
		err := r.Look(b.Context(), time.Time{}, func(l *record.Look) error { return l.Extract(record.Filter{}, true, to) })
		if err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(to.rows)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(float64(to.largest)/(1<<20), "MiB")
}
