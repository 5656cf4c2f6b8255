package pages_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

func TestMatrix(t *testing.T) {
	h := site(t)
	body := holds(t, h, "/positions", http.StatusOK, `aria-current="page" data-go="p"`, "Blockade and siege", "▲ for", "▼ against", "○ not clear", `href="/api/v1/matrix"`,
		"if the monitors take control of its harbours", `href="/positions/line?issue=blockade&amp;party=VLD"`, " earlier</a>", ">↗<")
	// Who moved is told in words too.
	if !regexp.MustCompile(`<span class="unseen">moved, [^<]*Hollin Front rejected|<span class="unseen">moved, [^<]*Hollin Front opposed`).MatchString(body) {
		t.Error("the arrow of the Hollin Front says nothing")
	}
	holds(t, h, "/positions?issue=nonsense", http.StatusUnprocessableEntity, "nonsense")
	holds(t, h, "/positions?since=2031-01-01", http.StatusOK, "No such position is on the record.")
}

// TestNoStanceAlone holds that a stance stands beside a proposal wherever it is shown.
func TestNoStanceAlone(t *testing.T) {
	h := site(t)
	for _, address := range []string{"/positions", "/positions/list", "/positions/shifts"} {
		body := holds(t, h, address, http.StatusOK)
		stances := regexp.MustCompile(`<span class="quiet"[^>]*>(?:supports|opposes|supports on a condition|undecided on)</span> (<a class="evidence[^>]*>[^<]+)?`).FindAllStringSubmatch(body, -1)
		if len(stances) == 0 && address != "/positions/list" {
			t.Errorf("%s: no stance", address)
		}
		for _, s := range stances {
			if s[1] == "" && address != "/positions/list" { // the list has a column for it
				t.Errorf("%s: a stance without its proposal: %s", address, s[0])
			}
		}
	}
	for _, line := range regexp.MustCompile(`data-name="What it wants"[^>]*>([^\n]*?)</td>`).FindAllStringSubmatch(holds(t, h, "/positions/list", http.StatusOK), -1) {
		if !strings.Contains(line[1], "href") {
			t.Errorf("a position without a proposal: %s", line[0])
		}
	}
}

func TestLine(t *testing.T) {
	h := site(t)
	body := holds(t, h, "/positions/line?issue=blockade&party=VLD", http.StatusOK, "<bdi>Veldria</bdi> on <bdi>Blockade and siege</bdi>", "Moved:", "lift the blockade of Hollin", "Voice of Veldria", `href="/api/v1/lines?actor=VLD&amp;issue=blockade"`)
	if n := strings.Count(body, `<li data-entry`); n < 3 {
		t.Errorf("%d positions", n)
	}
	holds(t, h, "/positions/line?issue=blockade&party=CVN", http.StatusNotFound, "said nothing")
	holds(t, h, "/positions/line?issue=nonsense&party=VLD", http.StatusUnprocessableEntity, "nonsense")
}

func TestShifts(t *testing.T) {
	h := site(t)
	holds(t, h, "/positions/shifts", http.StatusOK, " moves</p>", "Hollin Front", `href="/positions/line?issue=ceasefire&amp;party=`, "The Linnmere Courier", `href="/api/v1/shifts"`)
	holds(t, h, "/positions/shifts?issue=nonsense", http.StatusUnprocessableEntity, "nonsense")
}
