package service_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source/warc/warctest"
	"rapporteur/store/sqlite"
)

// things are what the reports of the benchmark tell of.
var things = strings.Fields("harbour ferry timber market weather road school bridge cinema garden concert library museum tower river valley orchard bakery fishery lantern quay mill castle tunnel festival copper silver glass paper cotton barley honey cheese apple herring pilot mason tailor painter doctor farmer sailor baker choir orchestra theatre stadium village district island coast forest meadow")

// short is a report of four sentences that is like no other.
func short(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	thing := func() string { return things[r.IntN(len(things))] }
	var out []string
	for range 4 {
		out = append(out, fmt.Sprintf("The %s of the %s near the %s will open with a %s, a %s and %d more after the %s of the %s.", thing(), thing(), thing(), thing(), thing(), r.IntN(900), thing(), thing()))
	}
	return strings.Join(out, " ")
}

// BenchmarkAddArchive opens the reports of a web archive, of lines of JSON and of a table
// (CSV), puts them on a record without reading them, and with the reader: reports a minute
// of the time of two processors.
//
//	go test ./service -run '^$' -bench AddArchive -benchtime 1x
func BenchmarkAddArchive(b *testing.B) {
	const reports = 2000
	furniture := "<nav><ul>" + strings.Repeat("<li><a href='/x'>Section page</a></li>", 200) + "</ul></nav>"
	var pages [][]byte
	var lines, table bytes.Buffer
	rows := csv.NewWriter(&table)
	if err := rows.Write([]string{"url", "published", "title", "text"}); err != nil {
		b.Fatal(err)
	}
	for n := range reports {
		address := fmt.Sprintf("https://news.example/%d", n)
		pages = append(pages, warctest.Page(address, "<html><body>"+furniture+"<article><p>"+short(n)+"</p></article></body></html>"))
		line, err := json.Marshal(map[string]string{"url": address, "published": "2030-03-04", "text": short(n)})
		if err != nil {
			b.Fatal(err)
		}
		lines.Write(append(line, '\n'))
		if err := rows.Write([]string{address, "2030-03-04", fmt.Sprint("Report ", n), short(n)}); err != nil {
			b.Fatal(err)
		}
	}
	rows.Flush()
	reader, err := service.Tables{}.Reader(reading.Budget{})
	if err != nil {
		b.Fatal(err)
	}
	for name, data := range map[string][]byte{"crawl.warc.gz": warctest.Zip(pages...), "lines.jsonl": lines.Bytes(), "table.csv": table.Bytes()} {
		path := filepath.Join(b.TempDir(), name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			b.Fatal(err)
		}
		for how, read := range map[string]service.Read{"unread": emptyReading, "read": reader.Read} {
			b.Run(name+"/"+how, func(b *testing.B) {
				begun := processTime()
				for b.Loop() {
					addAll(b, path, read, reports)
				}
				b.ReportMetric(2*reports*float64(b.N)/(processTime()-begun).Minutes(), "reports/min/2cores")
			})
		}
	}
}

// BenchmarkAddAlike puts texts on a record that are nearly one, as a desk's notices are
// that differ in a number: reports a minute of the time of two processors, of so many.
//
//	go test ./service -run '^$' -bench AddAlike -benchtime 1x
func BenchmarkAddAlike(b *testing.B) {
	for _, reports := range []int{500, 1000, 2000, 4000} {
		b.Run(fmt.Sprint(reports), func(b *testing.B) {
			var lines bytes.Buffer
			for n := range reports {
				line, err := json.Marshal(map[string]string{"url": fmt.Sprintf("https://news.example/%d", n), "published": "2030-03-04", "text": short(1) + " " + short(2) + fmt.Sprintf(" It is notice %d of the harbour.", n)})
				if err != nil {
					b.Fatal(err)
				}
				lines.Write(append(line, '\n'))
			}
			path := filepath.Join(b.TempDir(), "lines.jsonl")
			if err := os.WriteFile(path, lines.Bytes(), 0o600); err != nil {
				b.Fatal(err)
			}
			begun := processTime()
			for b.Loop() {
				addAll(b, path, emptyReading, reports)
			}
			b.ReportMetric(2*float64(reports)*float64(b.N)/(processTime()-begun).Minutes(), "reports/min/2cores")
		})
	}
}

// addAll puts what an archive holds on a new record.
func addAll(b *testing.B, path string, read service.Read, want int) {
	db, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "record.db"), sqlite.Create)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }() // it goes with its folder
	in, added := service.Inputs{}, 0
	g := service.Ingest{Record: record.New(db, time.Now), Read: read}
	err = g.Add(b.Context(), in.All([]string{path}), func(one service.Arrival) error { added++; return one.Err })
	if err != nil || added != want {
		b.Fatal(added, err)
	}
}
