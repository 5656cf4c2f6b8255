package segment

import (
	"strings"
	"testing"
)

// TestTables checks what the tables promise: known kinds, no row twice,
// contractions that their parts spell.
func TestTables(t *testing.T) {
	seen := map[string]bool{}
	unique := func(key string) {
		if seen[key] {
			t.Errorf("%q stands twice", key)
		}
		seen[key] = true
	}
	for _, row := range rows("abbreviations") {
		unique("abbreviation " + row[0])
		switch shortness(row[1]) {
		case inner, final, trailing, numbered:
		default:
			t.Errorf("abbreviation %q of kind %q", row[0], row[1])
		}
	}
	for _, row := range rows("contractions") {
		unique("contraction " + row[0])
		if strings.ReplaceAll(row[1], " ", "") != row[0] || strings.Count(row[1], " ") != 1 {
			t.Errorf("contraction %q of %q", row[0], row[1])
		}
		if len(row[0]) > len(folded{}.text) {
			t.Errorf("contraction %q is too long to be found", row[0])
		}
	}
	for _, row := range rows("words") {
		for w := range strings.FieldsSeq(row[1]) {
			unique(row[0] + " " + w)
		}
	}
}
