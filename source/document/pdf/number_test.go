package pdf

import "testing"

// TestPartOfNumber joins the parts of numbers that are set apart, and no two numbers.
func TestPartOfNumber(t *testing.T) {
	for _, tt := range []struct {
		text, next string
		want       bool
	}{
		{"in all 12", ".5", true},
		{"12", ",5 km", true},
		{"40", "%", true},
		{"1,", "234", true},
		{"1,234,", "567 tons", true},
		{"in 1999,", "120 came", false},
		{"1,", "23", false},
		{"1,", "2345", false},
		{"12", "5", false},
		{"12", ". They", false},
		{"12", ", and", false},
		{"they", ".5", false},
	} {
		if got := partOfNumber(tt.text, tt.next); got != tt.want {
			t.Errorf("%q and %q: got %v", tt.text, tt.next, got)
		}
	}
}
