package store_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/store"
	"rapporteur/store/postgres/pgtest"
	"rapporteur/store/storetest"
)

// BenchmarkStores adds the same readings to a file and to a database, a few at a time,
// and asks for a page of each kind of entry.
func BenchmarkStores(b *testing.B) {
	readings := storetest.Readings(11, 400)
	for _, kind := range []string{"file", "PostgreSQL"} {
		b.Run(kind, func(b *testing.B) {
			place := filepath.Join(b.TempDir(), "record.db")
			if kind != "file" {
				place = durable(b)
			}
			db, err := store.Open(b.Context(), place, store.Create)
			if err != nil {
				b.Fatal(err)
			}
			defer func() { _ = db.Close() }()
			r := record.New(db, time.Now)
			begun := time.Now()
			for i := 0; i < len(readings); i += 8 {
				if _, err := r.Add(b.Context(), readings[i:i+8]...); err != nil {
					b.Fatal(err)
				}
			}
			rate := float64(len(readings)) / time.Since(begun).Seconds()
			b.ResetTimer()
			for b.Loop() {
				for _, kind := range []record.Kind{record.Meeting, record.Statement, record.Event, record.Position} {
					if _, err := r.Entries(b.Context(), record.Filter{Kinds: []record.Kind{kind}, Limit: 50}); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(rate, "added/s")
		})
	}
}

// durable is a database of a server that keeps what it says that it keeps, as the file does.
func durable(b *testing.B) string {
	c, err := pgtest.Start("fsync=on", "full_page_writes=on")
	if errors.Is(err, pgtest.ErrMissing) {
		b.Skip(err)
	}
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = c.Remove() })
	address, err := c.Create(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return address
}
