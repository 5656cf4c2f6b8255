package warc_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"rapporteur/source/warc"
	"rapporteur/source/warc/warctest"
)

// BenchmarkReader reads an archive of 2,000 pages of 20 kB, packed one by one.
//
//	go test -run '^$' -bench Reader ./source/warc
func BenchmarkReader(b *testing.B) {
	const pages = 2000
	var records [][]byte
	for n := range pages {
		html := fmt.Sprintf("<p>%s</p>", strings.Repeat(fmt.Sprintf("Page %d tells of talks in Bergen. ", n), 600))
		records = append(records, warctest.Page(fmt.Sprintf("https://news.example/%d", n), html))
	}
	file := warctest.Zip(records...)
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		r := warc.NewReader(bytes.NewReader(file), warc.Position{})
		n := 0
		for record, err := r.Next(); !errors.Is(err, io.EOF); record, err = r.Next() {
			if err != nil {
				b.Fatal(err)
			}
			if _, err := record.Page(); err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != pages {
			b.Fatalf("%d records", n)
		}
	}
	b.ReportMetric(float64(pages)*float64(b.N)/b.Elapsed().Seconds(), "records/s")
}
