package archive_test

import (
	"context"
	"testing"

	"rapporteur/source/archive"
	"rapporteur/source/warc/warctest"
)

// FuzzBytes finds reports in any bytes, under names that say what they may be: nothing
// panics, every report can be opened or says what is wrong, and positions grow.
func FuzzBytes(f *testing.F) {
	f.Add("a.warc", warctest.Join(crawl()...))
	f.Add("a.csv", []byte("title;text\n\"One\ntwo\";It rose.\n"))
	f.Add("a.tsv", []byte("1\t2\t3\n"))
	f.Add("a.jsonl", []byte(`{"text": "It rose.", "published": "2031"}`+"\n\n{"))
	f.Add("a.zip", []byte("PK\x03\x04 and more"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if len(name) > 100 || len(data) > 1<<16 {
			t.Skip("more than is needed to find a fault")
		}
		var last archive.Position
		n := 0
		for item := range (&archive.Reader{Longest: 1 << 14}).Bytes(name, data) {
			n++
			if next := item.Next; next != (archive.Position{}) {
				if next.Member < last.Member || next.Member == last.Member && next.Offset < last.Offset {
					t.Fatalf("%v comes behind %v", next, last)
				}
				last = next
			}
			if report, err := item.Open(context.Background()); (report == nil) == (err == nil) {
				t.Fatalf("%s: %v %v", item.Name, report, err)
			}
			if n > len(data)+1 {
				t.Fatal("more reports than bytes")
			}
		}
		if n == 0 {
			t.Fatal("neither a report nor what is wrong")
		}
	})
}
