package pages_test

import (
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestTimeline(t *testing.T) {
	h := site(t)
	body := holds(t, h, "/meetings/timeline", http.StatusOK, ">Veldria</text>", ">Mar 2027</text>", "to come, behind the last report of 11 Apr 2027", `class="stop planned"`,
		"Hollin Front excluded", `href="#g-excluded"`, "in the list alone", `href="/api/v1/timeline"`, `class="deed happened"`, `class="does"`)
	// Meetings come from left to right, no two in one place, and what is planned for
	// after the last report lies behind the line.
	at, now := 0, number(t, body, `<rect class="to-come" x="(\d+)"`)
	for _, m := range regexp.MustCompile(`class="stop ([a-z-]+)"[^>]*aria-label="[^"]*"><title>[^<]*</title><text class="what" transform="translate\((\d+) `).FindAllStringSubmatch(body, -1) {
		x, err := strconv.Atoi(m[2])
		if err != nil || x < at+20 {
			t.Errorf("a meeting at %s behind one at %d", m[2], at)
		}
		if m[1] == "held" && x > now {
			t.Errorf("what was held at %d lies behind the last report at %d", x, now)
		}
		at = x
	}
	if at <= now {
		t.Errorf("the last meeting at %d, the last report at %d", at, now)
	}
	// Events stand where their days lie, each on a place of its own.
	stands := map[string]bool{}
	for _, m := range regexp.MustCompile(`M(\d+ \d+)l4 4`).FindAllStringSubmatch(body, -1) {
		if stands[m[1]] {
			t.Errorf("two events at %s", m[1])
		}
		stands[m[1]] = true
	}
	if len(stands) < 10 {
		t.Errorf("%d events", len(stands))
	}
	if held := holds(t, h, "/meetings/timeline?status=held", http.StatusOK, `class="stop held"`); strings.Contains(held, `class="deed`) {
		t.Error("an event is drawn as a meeting that was held")
	}
	holds(t, h, "/meetings/timeline?since=2031-01-01", http.StatusOK, "No such meeting with a day is on the record.")
	holds(t, h, "/meetings/timeline?place=nowhere", http.StatusUnprocessableEntity, "nowhere")
}

// number finds a number in a page.
func number(t *testing.T, body, pattern string) int {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(body)
	if m == nil {
		t.Fatalf("no %s", pattern)
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}
