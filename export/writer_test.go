package export

import (
	"strings"
	"testing"
)

// TestWriter cleans the same however a text is cut into pieces.
func TestWriter(t *testing.T) {
	const text = "one\ttwo\n\x1b[31m\u202ethree\u009b é 北京\xff\n"
	const want = "one\ttwo\n�[31m�three� é 北京�\n"
	for size := 1; size <= len(text); size++ {
		var b strings.Builder
		w := &Writer{W: &b}
		for at := 0; at < len(text); at += size {
			if n, err := w.Write([]byte(text[at:min(at+size, len(text))])); err != nil || n != min(size, len(text)-at) {
				t.Fatalf("wrote %d, %v", n, err)
			}
		}
		if b.String() != want {
			t.Errorf("in pieces of %d: %q, want %q", size, b.String(), want)
		}
	}
}
