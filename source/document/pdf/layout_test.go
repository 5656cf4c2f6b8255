package pdf

import (
	"strings"
	"testing"
)

// FuzzLayout puts runs that stand anywhere in order: nothing panics, and no word comes
// twice.
func FuzzLayout(f *testing.F) {
	f.Add([]byte("\x10\x20\x0a\x01\x11\x40\x0a\x00\x50\x20\x0c\x02"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := page{width: 600, height: 800}
		for i := 0; i+4 <= len(data) && i < 4000; i += 4 {
			x, y, size := float64(data[i])*2.5, float64(data[i+1])*3.2, float64(data[i+2]%40)
			words := strings.Repeat("lake ", int(data[i+3]%12)+1)
			p.runs = append(p.runs, run{box{x, x + size*float64(len(words))/2, y, y + size}, words, size, data[i+3] > 128})
		}
		in, out := 0, 0
		for _, r := range p.runs {
			in += strings.Count(r.words, "lake")
		}
		made, _, _ := blocks([]page{p})
		for _, b := range made {
			out += strings.Count(b.Words, "lake")
			if strings.TrimSpace(b.Words) == "" {
				t.Error("a block without words")
			}
		}
		if out > in {
			t.Errorf("%d words came of %d", out, in)
		}
	})
}

func TestInstant(t *testing.T) {
	if got := instant("D:20270302"); got.Day() != 2 || !instant("D:2027").IsZero() || !instant("20279999").IsZero() {
		t.Error(got)
	}
}
