package service

import (
	"testing"
	"time"

	"rapporteur"
)

func TestPublished(t *testing.T) {
	now := time.Date(2027, 3, 5, 22, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		day    string
		future bool
		code   rapporteur.Code
	}{{"", false, ""}, {"2027-03-05", false, ""}, {"2027-03-06", false, ""}, {"2027-03-08", true, ""}, {"2072-03-05", true, ""},
		{"2027-02-30", false, rapporteur.Invalid}, {"5 March 2027", false, rapporteur.Invalid}, {"2027-03", false, rapporteur.Invalid}} {
		future, err := Published(test.day, now)
		if future != test.future || (err != nil) != (test.code != "") || err != nil && rapporteur.CodeOf(err) != test.code {
			t.Errorf("Published(%q) = %v, %v", test.day, future, err)
		}
	}
}
