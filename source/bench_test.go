package source_test

import (
	"os"
	"strings"
	"testing"

	"rapporteur/source"
)

// report is a text of the length of a real one.
var report = "date 2024-04-16\n\nBorder talks open in Geneva\n\n" + strings.Repeat(
	"Negotiators from Valdoria and Lesmark opened three days of talks in Geneva on Tuesday, their first since the border closed in March.\n\n"+
		"“We did not come here to give speeches,” Valdoria’s chief negotiator, Ana Petrescu, told reporters on the steps of the hotel.\n\n"+
		"Lesmark’s delegation did not comment. A diplomat who was in the room said that both sides had brought maps.\n\n", 14)

func BenchmarkParseText(b *testing.B) { benchmark(b, []byte(report)) }

func BenchmarkParseHTML(b *testing.B) {
	data, err := os.ReadFile("testdata/pages/full.html")
	if err != nil {
		b.Fatal(err)
	}
	benchmark(b, data)
}

func benchmark(b *testing.B, data []byte) {
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := source.Parse("benchmark", data, source.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "reports/s")
}
