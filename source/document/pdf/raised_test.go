package pdf

import "testing"

// TestExponent tells raised figures that are exponents from those that lead to notes.
func TestExponent(t *testing.T) {
	notes := map[string]bool{"2": true, "5": true}
	for _, tt := range []struct{ before, raised, want string }{
		{"about 10", "4", "⁴"},
		{"about 10", "2", "²"}, // whatever notes there are
		{"2 × 10", "−3", "⁻³"},
		{"some 12 km", "2", "²"},
		{"20 µg/m", "3", "³"},
		{"a χ", "2", "²"},
		{"2", "8", "⁸"},
		{"the mean of x", "3", "³"},
		{"5 kg m", "-1", "⁻¹"},
		{"10", "1/2", "^1/2"},
		{"2 l mol", "–1", "⁻¹"},
		{"in 1999", "4", ""},
		{"he said", "3", ""},
		{"the lake.", "1", ""},
		{"of 1,910", "3", ""}, // no ten
		{"Article 7", "5", ""},
		{"the mean of x", "2", ""},
		{"the 10", "th", ""},
		{"agreed on the dam", "3", ""},
		{"40%", "6", ""},
		{"10", "*", ""},
	} {
		if got, ok := exponent(tt.before, tt.raised, notes); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s behind %s: got %q, want %q", tt.raised, tt.before, got, tt.want)
		}
	}
}
