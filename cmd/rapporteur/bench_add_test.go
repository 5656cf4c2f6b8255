package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source"
	"rapporteur/store/sqlite"
)

// BenchmarkWrite puts readings on a new record, sixteen at once as add does: what
// adding costs beside reading.
func BenchmarkWrite(b *testing.B) {
	readings := benchReadings(b)
	for b.Loop() {
		db, err := sqlite.Open(context.Background(), filepath.Join(b.TempDir(), "record.db"), sqlite.Create)
		if err != nil {
			b.Fatal(err)
		}
		r := record.New(db, time.Now)
		for some := range slices.Chunk(readings, 16) {
			if _, err := r.Add(b.Context(), some...); err != nil {
				b.Fatal(err)
			}
		}
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(readings)*b.N)/b.Elapsed().Seconds(), "reports/s")
}

// benchReadings reads the reports of RAPPORTEUR_DATA, once.
func benchReadings(b *testing.B) []*rapporteur.Reading {
	b.Helper()
	paths, _ := filepath.Glob(filepath.Join(os.Getenv("RAPPORTEUR_DATA"), "reports", "*.txt"))
	if len(paths) == 0 {
		b.Skip("no reports in RAPPORTEUR_DATA")
	}
	reader, err := service.Tables{}.Reader(reading.DefaultBudget())
	if err != nil {
		b.Fatal(err)
	}
	var out []*rapporteur.Reading
	for _, path := range paths {
		report, err := new(source.Opener).Open(context.Background(), path, source.Options{})
		if err != nil {
			b.Fatal(err)
		}
		one, err := reader.Read(b.Context(), report)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, one)
	}
	return out
}
