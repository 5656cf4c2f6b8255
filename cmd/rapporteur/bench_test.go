package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/service"
	"rapporteur/source"
)

// BenchmarkRead is the whole way from files to records, one report after the
// other. Its profile is what the program is compiled with, default.pgo.
func BenchmarkRead(b *testing.B) {
	paths, _ := filepath.Glob(filepath.Join(os.Getenv("RAPPORTEUR_DATA"), "reports", "*.txt"))
	if len(paths) == 0 {
		b.Skip("no reports in RAPPORTEUR_DATA")
	}
	reader, err := service.Tables{}.Reader(reading.DefaultBudget())
	if err != nil {
		b.Fatal(err)
	}
	var reports []*rapporteur.Report
	for _, path := range paths {
		report, err := new(source.Opener).Open(context.Background(), path, source.Options{})
		if err != nil {
			b.Fatal(err)
		}
		reports = append(reports, report)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, report := range reports {
			if _, err := reader.Read(b.Context(), report); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(reports)*b.N)/b.Elapsed().Seconds(), "reports/s")
}
