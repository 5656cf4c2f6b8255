package source

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/source/document"
)

// TestImprintDate dates documents by lines of their first page, "|" between them.
func TestImprintDate(t *testing.T) {
	for _, tt := range []struct {
		lines string
		made  rapporteur.Date
		want  rapporteur.Date
	}{
		{"Talks open|August 2026", "2027-03-01", "2026-08"},
		{"Ferry rules (07/2026)|Ferry rules (07/2026) iv", "2027-03-01", "2026-07"},
		{"A lecture – from what was said, Nov 11, 2026|A lecture (Nov 11, 2026)", "2027-03-01", "2026-11-11"},
		{"Lake Press 26 December 2026 Page 1|Version of October 2026", "2027-03-01", "2026-12-26"},
		{"Copyright is held by those who wrote this paper. It appeared in the proceedings of the meeting of the keepers of bridges, October, 2026, Lima.", "", "2026-10"},
		{"The bridge, which was let to two keepers in the year of the flood and of the fire, is to be given back, says a paper of October 2026.", "", ""},
		{"Spring 2026|June 2026|July 2026", "2027-03-01", ""},                 // two
		{"They met in June 2026", "2027-03-01", ""},                           // a sentence
		{"It was let on June 2, 2026, to two keepers", "2027-03-01", ""},      // another
		{"Talks of June 2028", "2027-03-01", ""},                              // what is to come
		{"Downloaded 4 May 2026|Accepted 2 May 2026|Draft", "2027-03-01", ""}, // what else was done
		{"Sheet 4/07/2026 and 13.2026", "2027-03-01", ""},                     // no month
		{"Talks open", "2027-03-01", ""},
	} {
		if got := imprintDate(strings.Split(tt.lines, "|"), tt.made); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.lines, got, tt.want)
		}
	}
}

// TestDayOf holds the day of the file against what all its pages print.
func TestDayOf(t *testing.T) {
	p := &page{text: "They met."}
	for running, want := range map[string]rapporteur.Date{
		"Toll rules, 5 May 2026": "2026-05-05", "Toll rules, March 2027": "2027-03-01", "Toll rules": "2027-03-01", "Received 5 May 2026": "",
	} {
		if got := p.dayOf(&document.Document{Made: "2027-03-01", Running: []string{running}}); got != want {
			t.Errorf("%s: got %q, want %q", running, got, want)
		}
	}
}
