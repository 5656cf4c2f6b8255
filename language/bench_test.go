package language

import (
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"unicode/utf8"

	"rapporteur"
)

// news are the reports under RAPPORTEUR_DATA, or a text of our own without it,
// which is kinder as its words repeat.
func news(b *testing.B) []*rapporteur.Report {
	paths, _ := filepath.Glob(filepath.Join(os.Getenv("RAPPORTEUR_DATA"), "reports", "*.txt"))
	if len(paths) == 0 {
		b.Log("RAPPORTEUR_DATA is not set: the text is a short one repeated")
		return []*rapporteur.Report{reportOf(strings.Repeat(sample+"\n\n", 20))}
	}
	var all []*rapporteur.Report
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, paragraphed(strings.ToValidUTF8(string(text), "?")))
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

// BenchmarkAnalyze is the whole of the package on one core.
func BenchmarkAnalyze(b *testing.B) {
	e, reports := load(b), news(b)
	tokens := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range reports {
			tokens += len(e.Analyze(r).Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkAnalyzeParallel is the same on as many cores as -cpu says.
func BenchmarkAnalyzeParallel(b *testing.B) {
	e, reports := load(b), news(b)
	var tokens atomic.Int64
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for i := 0; pb.Next(); i++ {
			tokens.Add(int64(len(e.Analyze(reports[i%len(reports)]).Tokens)))
		}
	})
	b.ReportMetric(float64(tokens.Load())/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkStage is each step alone.
func BenchmarkStage(b *testing.B) {
	e, reports := load(b), news(b)
	documents := make([]*Document, len(reports))
	for i, r := range reports {
		documents[i] = e.Analyze(r)
	}
	k := newDesk(e.model)
	stage := func(name string, run func(*Document)) {
		b.Run(name, func(b *testing.B) {
			tokens := 0
			b.ReportAllocs()
			for b.Loop() {
				for _, d := range documents {
					run(d)
					tokens += len(d.Tokens)
				}
			}
			b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
	stage("segment", func(d *Document) { k.segment(NewDocument(d.Report), Limits{}) })
	stage("network", func(d *Document) {
		k.cut(d)
		k.reader.Read(k.forms, k.ends, k.answers)
	})
	stage("lemmas", func(d *Document) {
		for i := range d.Tokens {
			t := &d.Tokens[i]
			t.Lemma = k.lemmas.Lemma(t.Form, t.UPOS, t.XPOS)
		}
	})
	stage("dates", func(d *Document) {
		d.Dates = d.Dates[:0]
		findDates(d)
	})
}
