package warc_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"rapporteur/source/warc"
	"rapporteur/source/warc/warctest"
)

// FuzzReader reads any bytes: positions grow, no record is larger than may be, reading
// from a position gives the same as reading on, and the end is
// reached.
func FuzzReader(f *testing.F) {
	a, b := page("a"), page("b")
	f.Add(warctest.Join(a, b))
	f.Add(warctest.Zip(a, b))
	f.Add(warctest.Zip(warctest.Join(a, b), []byte("rubbish")))
	f.Add(warctest.Join(a[:len(a)-9], []byte("\nWARC/1.0\r\nContent-Length: 9999999999\r\n\r\n"), b))
	f.Add(warctest.Record{Block: warctest.Answer("200 OK", []string{"Transfer-Encoding: chunked", "Content-Encoding: br"}, []byte("2\r\nab\r\n0\r\n"))}.Bytes())
	broken := warctest.Zip(a, b)
	broken[40] ^= 8
	f.Add(broken)
	f.Fuzz(func(t *testing.T, file []byte) {
		r := warc.NewReader(bytes.NewReader(file), warc.Position{})
		r.Largest = 1 << 20
		last := warc.Position{Offset: -1}
		for n := 0; ; n++ {
			from := r.Position()
			record, err := r.Next()
			if n == 3 {
				sameFrom(t, file, from, record, err)
			}
			var d *warc.Damage
			switch {
			case errors.Is(err, io.EOF):
				if end := r.Position(); end.Offset != int64(len(file)) {
					t.Fatalf("the end is at %d of %d", end.Offset, len(file))
				}
				return
			case errors.As(err, &d):
				last = later(t, last, d.Position)
			case err != nil:
				t.Fatal(err)
			default:
				last = later(t, last, record.Position)
				if int64(len(record.Block)) > r.Largest {
					t.Fatalf("a block of %d bytes", len(record.Block))
				}
				_, _ = record.Page() // it may fail, not panic
			}
			if n > len(file) {
				t.Fatal("more records than bytes")
			}
		}
	})
}

// later checks that a position comes behind another, and gives it.
func later(t *testing.T, before, p warc.Position) warc.Position {
	t.Helper()
	if p.Offset < before.Offset || p.Offset == before.Offset && p.Record <= before.Record {
		t.Fatalf("%+v comes behind %+v", p, before)
	}
	return p
}

// sameFrom checks that a reader that begins at a position gives what one did that came there.
func sameFrom(t *testing.T, file []byte, from warc.Position, record *warc.Record, err error) {
	t.Helper()
	r := warc.NewReader(bytes.NewReader(file[from.Offset:]), from)
	r.Largest = 1 << 20
	again, failed := r.Next()
	if (err == nil) != (failed == nil) || err == nil && (again.Position != record.Position || again.ID != record.ID || !bytes.Equal(again.Block, record.Block)) {
		t.Fatalf("from %+v: %+v %v, before %+v %v", from, again, failed, record, err)
	}
}
