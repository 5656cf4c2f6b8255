package entities_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/source"
)

// BenchmarkRooms measures what speech and who's who, coreference with it, add
// to the time that the engine takes for the reports under RAPPORTEUR_DATA, or
// for the examples without it.
func BenchmarkRooms(b *testing.B) {
	s, err := steps()
	if err != nil {
		b.Fatal(err)
	}
	reports := news(b)
	var engine, speaking, linking time.Duration
	for b.Loop() {
		for _, r := range reports {
			start := time.Now()
			doc := s.engine.Analyze(r)
			analysed := time.Now()
			said := s.finder.Statements(doc)
			found := time.Now()
			s.linker.Link(doc, said)
			engine += analysed.Sub(start)
			speaking += found.Sub(analysed)
			linking += time.Since(found)
		}
	}
	n := float64(b.N * len(reports))
	b.ReportMetric(float64(engine.Microseconds())/n, "engine-µs/report")
	b.ReportMetric(float64(speaking.Microseconds())/n, "speech-µs/report")
	b.ReportMetric(float64(linking.Microseconds())/n, "entities-µs/report")
	b.ReportMetric(100*float64(speaking+linking)/float64(engine), "%-of-engine")
}

func news(b *testing.B) []*rapporteur.Report {
	b.Helper()
	paths, _ := filepath.Glob(filepath.Join(os.Getenv("RAPPORTEUR_DATA"), "reports", "*.txt"))
	if len(paths) == 0 {
		b.Log("RAPPORTEUR_DATA is not set: the reports are the examples")
		paths, _ = filepath.Glob("../examples/*.txt")
	}
	var all []*rapporteur.Report
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		report, err := source.Parse(path, data, source.Options{})
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, report)
	}
	return all
}
