package coref_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/entities/coref"
	"rapporteur/frames/attribution"
	"rapporteur/language"
)

// news are the reports under RAPPORTEUR_DATA, analysed, or the examples of the
// project without it.
func news(tb testing.TB) []*language.Document {
	tb.Helper()
	paths, _ := filepath.Glob(filepath.Join(os.Getenv("RAPPORTEUR_DATA"), "reports", "*.txt"))
	if len(paths) == 0 {
		tb.Log("RAPPORTEUR_DATA is not set: the texts are the examples")
		paths, _ = filepath.Glob("../examples/*.txt")
	}
	engine, err := language.Load()
	if err != nil {
		tb.Fatal(err)
	}
	var all []*language.Document
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, engine.Analyze(paragraphed(strings.ToValidUTF8(string(text), "?"))))
	}
	return all
}

// paragraphed makes a paragraph of each line.
func paragraphed(text string) *rapporteur.Report {
	report := &rapporteur.Report{Text: text, Published: "2020-01-15"}
	at := 0
	for line := range strings.Lines(text) {
		end := at + utf8.RuneCountInString(line)
		report.Paragraphs = append(report.Paragraphs, rapporteur.Paragraph{Start: at, End: end, Kind: rapporteur.Body})
		at = end
	}
	return report
}

func BenchmarkResolve(b *testing.B) {
	documents := news(b)
	finder, err := attribution.Load()
	if err != nil {
		b.Fatal(err)
	}
	resolver, err := coref.Load()
	if err != nil {
		b.Fatal(err)
	}
	turns := make([][]coref.Turn, len(documents))
	for i, d := range documents {
		said := finder.Statements(d)
		turns[i] = coref.Turns(d, said)
	}
	tokens := 0
	b.ReportAllocs()
	for b.Loop() {
		for i, d := range documents {
			resolver.Resolve(d, turns[i])
			tokens += len(d.Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
