package warc_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"rapporteur/source/warc"
	"rapporteur/source/warc/warctest"
)

// told reads all of an archive: a line for each record, its target, and for each damage.
func told(t *testing.T, r *warc.Reader) []string {
	t.Helper()
	var out []string
	for range 10_000 {
		record, err := r.Next()
		var d *warc.Damage
		switch {
		case errors.Is(err, io.EOF):
			return out
		case errors.As(err, &d):
			out = append(out, "damage "+strings.TrimPrefix(d.Error(), fmt.Sprintf("record at %d", d.Position.Offset)))
		case err != nil:
			return append(out, "failed: "+err.Error())
		default:
			out = append(out, record.Target)
		}
	}
	t.Fatal("no end")
	return nil
}

// page is a record of some words.
func page(name string) []byte {
	return warctest.Page("https://news.example/"+name, "<p>"+strings.Repeat("What "+name+" said. ", 40)+"</p>")
}

const at = "https://news.example/"

func TestReader(t *testing.T) {
	lying := func(by int) []byte {
		right := page("lying")
		head, rest, _ := bytes.Cut(right, []byte("Content-Length: "))
		number, rest, _ := bytes.Cut(rest, []byte("\r\n"))
		var n int
		if _, err := fmt.Sscan(string(number), &n); err != nil {
			t.Fatal(err)
		}
		return fmt.Appendf(nil, "%sContent-Length: %d\r\n%s", head, n+by, rest)
	}
	broken := warctest.Zip(page("broken"))
	broken = append(bytes.Clone(broken[:len(broken)/2]), broken[len(broken)/2+9:]...)
	sum := warctest.Zip(page("sum"))
	sum[len(sum)-6] ^= 1
	a, b := page("a"), page("b")
	for _, test := range []struct {
		name string
		file []byte
		want []string
	}{
		{"nothing", nil, nil},
		{"plain", warctest.Join(a, b), []string{at + "a", at + "b"}},
		{"members", warctest.Zip(a, b), []string{at + "a", at + "b"}},
		{"one member for all", warctest.Zip(warctest.Join(a, b)), []string{at + "a", at + "b"}},
		{"no carriage returns", bytes.ReplaceAll(warctest.Join(warctest.Record{Target: at + "x", Block: []byte("x")}.Bytes(), warctest.Record{Target: at + "y", Block: []byte("y")}.Bytes()), []byte("\r"), nil), []string{at + "x", at + "y"}},
		{"too long", warctest.Join(lying(300), a, b), []string{"damage , " + at + "lying: its length is not that of its block", at + "a", at + "b"}},
		{"longer than all", warctest.Join(lying(3000), a, b), []string{fmt.Sprintf("damage , %slying: cut off after %d of %d bytes", at, len(lying(3000))+len(a)+len(b)-blockAt(lying(3000)), blockOf(lying(0))+3000), at + "a", at + "b"}},
		{"too short", warctest.Join(a, lying(-20), b), []string{at + "a", "damage , " + at + "lying: its length is not that of its block", at + "b"}},
		{"too long in its member", warctest.Zip(lying(300), a), []string{fmt.Sprintf("damage , %slying: cut off after %d of %d bytes", at, blockOf(lying(0))+4, blockOf(lying(0))+300), at + "a"}},
		{"no length", warctest.Join([]byte("WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n\r\n"), a), []string{`damage : a Content-Length of ""`, at + "a"}},
		{"rubbish before", warctest.Join([]byte("rubbish\n\nof lines\n"), a), []string{"damage : no record begins there", at + "a"}},
		{"rubbish behind", warctest.Join(a, b, []byte("\n")), []string{at + "a", at + "b"}},
		{"cut off", warctest.Join(a, b)[:len(a)+len(b)-40], []string{at + "a", fmt.Sprintf("damage , %sb: cut off after %d of %d bytes", at, blockOf(b)-36, blockOf(b))}},
		{"member cut off", warctest.Zip(a, b)[:len(warctest.Zip(a, b))-4], []string{at + "a", "damage : broken compression: unexpected EOF"}},
		{"member that lost bytes", warctest.Join(warctest.Zip(a), broken, warctest.Zip(b)), []string{at + "a", "damage : broken compression: ", at + "b"}},
		{"member with a wrong sum", warctest.Join(sum, warctest.Zip(b)), []string{"damage : broken compression: gzip: invalid checksum", at + "b"}},
		{"rubbish between members", warctest.Join(warctest.Zip(a), []byte("\x1f\x8b\x08 rubbish"), warctest.Zip(b)), []string{at + "a", "damage : no member of gzip begins there", at + "b"}},
		{"a member of something else", warctest.Zip([]byte("no record\n"), b), []string{"damage : no record begins there", at + "b"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, how := range []func(io.Reader) io.Reader{func(r io.Reader) io.Reader { return r }, iotest.OneByteReader, iotest.DataErrReader} {
				got := told(t, warc.NewReader(how(bytes.NewReader(test.file)), warc.Position{}))
				for i := range got {
					// What is wrong with a compression depends on where it is noticed.
					if i < len(test.want) && strings.HasPrefix(test.want[i], "damage : ") && strings.Contains(got[i], test.want[i][len("damage : "):]) {
						got[i] = test.want[i]
					}
				}
				if diff := cmp.Diff(test.want, got); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

// blockAt is where the block of a record begins, blockOf how long it is.
func blockAt(record []byte) int { return bytes.Index(record, []byte("\r\n\r\n")) + 4 }
func blockOf(record []byte) int { return len(record) - blockAt(record) - 4 }

// TestReaderGoesOn begins again at every position, and nothing is missing or twice.
func TestReaderGoesOn(t *testing.T) {
	a, b, c := page("a"), page("b"), page("c")
	for name, file := range map[string][]byte{
		"plain": warctest.Join(a, []byte("rubbish\n"), b, c), "members": warctest.Zip(a, b, c),
		"together": warctest.Join(warctest.Zip(warctest.Join(a, b)), warctest.Zip(c)),
	} {
		r := warc.NewReader(bytes.NewReader(file), warc.Position{})
		all := told(t, warc.NewReader(bytes.NewReader(file), warc.Position{}))
		for n := range all {
			from := r.Position()
			rest := told(t, warc.NewReader(bytes.NewReader(file[from.Offset:]), from))
			if diff := cmp.Diff(all[n:], rest); diff != "" {
				t.Errorf("%s: from %+v: %s", name, from, diff)
			}
			_, _ = r.Next() // what it gives is in all
		}
	}
}

func TestReaderKeepsWithinLimits(t *testing.T) {
	large := warctest.Record{Target: at + "large", Block: bytes.Repeat([]byte("x"), 5000)}.Bytes()
	film := warctest.Record{Target: at + "film", Type: "metadata", Block: bytes.Repeat([]byte("x"), 5000)}.Bytes()
	r := warc.NewReader(bytes.NewReader(warctest.Join(large, film, page("a"))), warc.Position{})
	r.Largest, r.Want = 4000, func(r *warc.Record) bool { return r.Type == warc.Response }
	want := []string{"damage , " + at + "large: it has 5000 bytes, and 4000 is the most that is read", at + "film", at + "a"}
	if diff := cmp.Diff(want, told(t, r)); diff != "" {
		t.Error(diff)
	}
}

// TestReaderGivesUpBombs unpacks no member for ever.
func TestReaderGivesUpBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks a quarter of a gigabyte")
	}
	var bomb bytes.Buffer
	fmt.Fprintf(&bomb, "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %sbomb\r\nContent-Length: %d\r\n\r\n", at, 300<<20)
	bomb.Write(make([]byte, 300<<20))
	file := warctest.Join(warctest.Zip(page("a"), bomb.Bytes()), warctest.Zip(page("b")))
	want := []string{at + "a", "damage , " + at + "bomb: broken compression: it unpacks to more than 200 times its size, as no pages do", at + "b"}
	if diff := cmp.Diff(want, told(t, warc.NewReader(bytes.NewReader(file), warc.Position{}))); diff != "" {
		t.Error(diff)
	}
}

// TestReaderFails tells a stream that fails from an archive that is damaged.
func TestReaderFails(t *testing.T) {
	lost := errors.New("the disk is gone")
	for name, file := range map[string][]byte{"plain": warctest.Join(page("a"), page("b")), "members": warctest.Zip(page("a"), page("b"))} {
		r := warc.NewReader(io.MultiReader(bytes.NewReader(file[:len(file)-30]), iotest.ErrReader(lost)), warc.Position{})
		if diff := cmp.Diff([]string{at + "a", "failed: " + lost.Error()}, told(t, r)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if diff := cmp.Diff([]string{"failed: " + lost.Error()}, told(t, warc.NewReader(iotest.ErrReader(lost), warc.Position{}))); diff != "" {
		t.Error(diff)
	}
}
