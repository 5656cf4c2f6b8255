package entities_test

import (
	"os"
	"testing"

	"rapporteur"
	"rapporteur/entities"
	"rapporteur/frames/attribution"
	"rapporteur/language"
	"rapporteur/source"
)

// BenchmarkLoad measures the reading of all built-in tables, which every start
// of the program pays for.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := entities.Load(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLink measures the linking of the examples as one report, analysed
// beforehand.
func BenchmarkLink(b *testing.B) {
	linker, err := entities.Load()
	if err != nil {
		b.Fatal(err)
	}
	engine, err := language.Load()
	if err != nil {
		b.Fatal(err)
	}
	finder, err := attribution.Load()
	if err != nil {
		b.Fatal(err)
	}
	var text []byte
	for _, name := range []string{"riyadh", "paris", "force"} {
		data, err := os.ReadFile("../examples/" + name + ".txt")
		if err != nil {
			b.Fatal(err)
		}
		text = append(append(text, data...), "\n\n"...)
	}
	report, err := source.Parse("examples", text, source.Options{Published: rapporteur.Date("2025-02-17")})
	if err != nil {
		b.Fatal(err)
	}
	doc := engine.Analyze(report)
	said := finder.Statements(doc)
	for b.Loop() {
		linker.Link(doc, said)
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
