package source

import (
	"strings"
	"testing"
)

// TestGrams holds the set to its promise: what a text holds is never ruled out.
func TestGrams(t *testing.T) {
	text := "the two envoys met in tamsk, whose mayor would not have it"
	g := gramsOf(text)
	for from := range text {
		for to := from; to <= len(text); to++ {
			if !g.mayHold(text[from:to]) {
				t.Fatalf("%q is ruled out", text[from:to])
			}
		}
	}
	for _, other := range []string{"subscribe", "read more", "cookie policy"} {
		if g.mayHold(other) || strings.Contains(text, other) {
			t.Errorf("%q is not ruled out", other)
		}
	}
}
