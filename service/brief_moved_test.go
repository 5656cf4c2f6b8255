package service_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/service"
)

// TestBriefCountsWhoMoved: a page fetches the newest shifts alone and still says how many
// there are; a long brief has them all.
func TestBriefCountsWhoMoved(t *testing.T) {
	const moves = 30
	before, after := tale("a", "2027-03-02", rapporteur.News), tale("b", "2027-03-09", rapporteur.News)
	for i := range moves {
		wish := strings.ToLower(word(i*3+1) + " the " + word(i*5+2))
		before.wants(before.says(fmt.Sprint("w", i), "Kenya wants to "+wish+"."), wish, rapporteur.Supports)
		after.wants(after.says(fmt.Sprint("w", i), "Kenya refuses to "+wish+"."), wish, rapporteur.Opposes)
	}
	r := recordOf(t, before, after)
	for _, test := range []struct {
		most, lines int
		long        bool
	}{{0, 3, false}, {26, 26, false}, {0, moves, true}} {
		q := march
		q.Most, q.Long = test.most, test.long
		b, err := service.BriefOn(t.Context(), r, q)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range b.Sections {
			if s.ID == service.Moved && (len(s.Lines) != test.lines || len(s.Lines)+s.More != moves) {
				t.Errorf("most %d: %d lines and %d more", test.most, len(s.Lines), s.More)
			}
		}
		if got := len(section(b, service.Moved)); got != test.lines {
			t.Errorf("most %d: %d lines", test.most, got)
		}
	}
}
