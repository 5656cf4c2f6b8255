package reading

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
	"rapporteur/source"
)

// BenchmarkEntries times what making entries adds to the analysis of a report:
// statements, meetings, events, positions and notices, as a share of the time of
// the engine, attribution and linking; rules are the readers of frames alone.
func BenchmarkEntries(b *testing.B) {
	reader, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	reports := examples(b)
	var analysis, entries, rules time.Duration
	for b.Loop() {
		for _, report := range reports {
			start := time.Now()
			x, err := reader.begin(b.Context(), report, language.Limits{})
			if err != nil {
				b.Fatal(err)
			}
			analysis += time.Since(start)
			start = time.Now()
			x.statements()
			before := time.Now()
			found := x.byKind(Budget{}.spend(b.Context()))
			rules += time.Since(before)
			x.meetings(found[frames.Meeting], found[frames.Absence])
			x.events(found[frames.Event])
			x.positions(found[frames.Position])
			x.notices()
			entries += time.Since(start)
		}
	}
	b.ReportMetric(100*entries.Seconds()/analysis.Seconds(), "%entries")
	b.ReportMetric(100*rules.Seconds()/analysis.Seconds(), "%rules")
}

func examples(b *testing.B) []*rapporteur.Report {
	b.Helper()
	paths, err := filepath.Glob("../examples/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatal("no examples", err)
	}
	var out []*rapporteur.Report
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		report, err := source.Parse(p, data, source.Options{})
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, report)
	}
	return out
}
