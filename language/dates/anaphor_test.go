package dates_test

import (
	"testing"

	"rapporteur/language/dates"
)

// TestShift reads days that count from another one, "from" in the table; an empty
// want is none.
func TestShift(t *testing.T) {
	for _, tt := range []struct{ text, from, want string }{
		{"On the following day the envoys flew home.", "2024-12-31", "2025-01-01"},
		{"They flew home the very next day.", "2025-02-17", "2025-02-18"},
		{"They flew home the next morning.", "2025-02-17", "2025-02-18"},
		{"They had dined the previous evening.", "2025-03-01", "2025-02-28"},
		{"They had dined the day before.", "2025-03-01", "2025-02-28"},
		{"Two days later, they signed.", "2025-02-17", "2025-02-19"},
		{"They had signed three days earlier.", "2025-02-17", "2025-02-14"},
		{"A week later they signed.", "2025-02-17", "2025-02-24~"},
		{"That same day they signed.", "2025-02-17", "2025-02-17"},
		{"They signed that evening.", "2025-02-17", "2025-02-17"},
		{"They signed later in the day.", "2025-02-17", "2025-02-17"},
		{"They had signed earlier in the evening.", "2025-02-17", "2025-02-17"},
		{"They came later in the war.", "2025-02-17", ""},
		{"They signed the next day.", "2025-02-17/2025-02-18", "2025-02-19"},
		{"They had signed the day before.", "2025-02-17/2025-02-18", "2025-02-16"},
		{"They signed that day.", "2025-02-17/2025-02-18", ""},
		{"They signed the next day.", "2025-02", ""},
		{"They signed the next day.", "../2025-02-18", ""},
		{"They signed the next day.", "9999-12-31", ""},
		{"They left the day after the vote.", "2025-02-17", ""},
		{"They left on the same day as the Danes.", "2025-02-17", ""},
		{"They left a day later than planned.", "2025-02-17", ""},
		{"They will leave the next day or so.", "2025-02-17", ""},
		{"They must leave by the next day.", "2025-02-17", ""},
		{"He said that days of rain had cut the road.", "2025-02-17", ""},
		{"Next day deliveries are free.", "2025-02-17", ""},
	} {
		got := ""
		for _, f := range dates.Find(tt.text, monday, nil, nil) {
			if s, ok := f.ShiftFrom(tt.from); ok {
				got += s
			}
		}
		if got != tt.want {
			t.Errorf("%s from %s: got %q, want %q", tt.text, tt.from, got, tt.want)
		}
	}
}
