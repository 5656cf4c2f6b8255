package archive_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"rapporteur/source/archive"
	"rapporteur/source/warc/warctest"
)

// BenchmarkPages makes reports of the 500 pages of a web archive, packed one by one, each
// of 20 kB with an article of 600 words among furniture, two at a time.
//
//	go test -run '^$' -bench Pages ./source/archive
func BenchmarkPages(b *testing.B) {
	const pages = 500
	var records [][]byte
	for n := range pages {
		var body strings.Builder
		for p := range 20 {
			fmt.Fprintf(&body, "<p>The envoy of the union said in paragraph %d of page %d that the talks in Bergen would not be held without the hosts, who had been asked for them by both of the sides.</p>", p, n)
		}
		menu := strings.Repeat(`<li class="menu-item"><a href="/section/of/the/site">A section of the site</a></li>`, 180)
		html := fmt.Sprintf("<html><head><title>Talks %d</title></head><body><nav><ul>%s</ul></nav><article><h1>Talks %d</h1>%s</article></body></html>", n, menu, n, body.String())
		records = append(records, warctest.Page(fmt.Sprintf("https://news.example/%d", n), html))
	}
	file := warctest.Zip(records...)
	for b.Loop() {
		items := make(chan archive.Item)
		var working sync.WaitGroup
		for range 2 {
			working.Go(func() {
				for item := range items {
					if _, err := item.Open(context.Background()); err != nil {
						b.Error(err)
					}
				}
			})
		}
		n := 0
		for item := range (&archive.Reader{}).Bytes("a.warc.gz", bytes.Clone(file)) {
			items <- item
			n++
		}
		close(items)
		working.Wait()
		if n != pages {
			b.Fatalf("%d pages", n)
		}
	}
	b.ReportMetric(float64(pages)*float64(b.N)*60/b.Elapsed().Seconds(), "records/min")
}
