package learned

import (
	"regexp"
	"testing"
)

func TestCard(t *testing.T) {
	card, err := CardOf()
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^frames-[0-9a-f]{12}$`).MatchString(card.ID) {
		t.Errorf("id %q", card.ID)
	}
	for _, kind := range []string{"statement", "meeting", "event", "position", "absence"} {
		if at := card.Limits[kind]["trigger"]; at <= 0 || at >= 1 {
			t.Errorf("%s: trigger from %v", kind, at)
		}
	}
}
