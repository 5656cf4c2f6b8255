package knowledge

import "testing"

func TestSound(t *testing.T) {
	for _, tt := range []struct {
		a, b  string
		alike bool
	}{
		{"mohammed", "mohamed", true}, {"mohammad", "muhammad", true}, {"sisi", "sissi", true},
		{"hussein", "husayn", true}, {"youssef", "yusuf", false}, {"hassan", "hussein", false},
		{"ali", "aly", true}, {"omar", "umar", true}, {"salman", "sulman", false}, {"bin", "ben", false},
	} {
		if got := Sound(tt.a) == Sound(tt.b); got != tt.alike {
			t.Errorf("%s and %s: %s, %s", tt.a, tt.b, Sound(tt.a), Sound(tt.b))
		}
	}
}
