package service

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNearest(t *testing.T) {
	names := []string{"held", "planned", "postponed", "Mira Kostrel", "Strait Wire", "under-way"}
	for wrong, want := range map[string][]string{
		"hold":         {"held"},
		"planed":       {"planned"},
		"POSTPONED":    {"postponed"},
		"Kostrl":       {"Mira Kostrel"},
		"strait":       {"Strait Wire"},
		"under-wya":    {"under-way"},
		"nonsense":     nil,
		"":             nil,
		"\x1b[31mheld": nil,
	} {
		if d := cmp.Diff(want, nearest(wrong, names)); d != "" {
			t.Errorf("nearest(%q) (-want +got):\n%s", wrong, d)
		}
	}
}

func TestEdits(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"same", "same", 0}, {"Žar", "Zar", 1}} {
		if got := edits([]rune(test.a), []rune(test.b)); got != test.want {
			t.Errorf("edits(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
