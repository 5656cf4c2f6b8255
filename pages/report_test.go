package pages_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// reportOf is the address of the first report of the list.
func reportOf(t *testing.T, h http.Handler, list string) string {
	t.Helper()
	_, body := get(t, h, list)
	m := regexp.MustCompile(`href="(/reports/[^"?]+)"`).FindStringSubmatch(body)
	if m == nil {
		t.Fatalf("%s has no report", list)
	}
	return m[1]
}

// deskAddresses are one of every page of whoever works on the record.
func deskAddresses(t *testing.T, h http.Handler) []string {
	t.Helper()
	out := []string{"/reports", "/actors/FRA", "/review", "/corrections", "/add", "/brief", "/network"}
	_, body := get(t, h, "/reports")
	if m := regexp.MustCompile(`href="(/reports/[^"?]+)"`).FindStringSubmatch(body); m != nil {
		out = append(out, m[1])
	}
	return out
}

func TestReports(t *testing.T) {
	h := site(t)
	holds(t, h, "/reports", http.StatusOK, `href="/reports/`, "reports</p>", "Entries")
	holds(t, h, "/reports?since=2030-01-01", http.StatusOK, "No such report is on the record.")
	holds(t, h, "/reports?since=soon", http.StatusUnprocessableEntity, `role="alert"`)
	if a, _ := get(t, h, "/reports?q="); a.StatusCode != http.StatusSeeOther {
		t.Errorf("%d", a.StatusCode)
	}
}

// TestReport shows each entry in the text and beside it, under the same number.
func TestReport(t *testing.T) {
	h := site(t)
	at := reportOf(t, h, "/reports")
	body := holds(t, h, at, http.StatusOK, `class="block`, "Outlet", "On the record since")
	for _, m := range regexp.MustCompile(`<li id="n(\d+)" data-entry="([^"]+)"`).FindAllStringSubmatch(body, -1) {
		if !strings.Contains(body, `id="t`+m[1]+`" href="#n`+m[1]+`"`) || strings.Count(body, `href="/e/`+m[2]+`"`) < 1 {
			t.Errorf("entry %s (%s) does not stand in the text", m[1], m[2])
		}
	}
	holds(t, h, "/reports/nothing", http.StatusNotFound, "nothing")
}

func TestActor(t *testing.T) {
	h := site(t)
	_, list := get(t, h, "/meetings")
	at := regexp.MustCompile(`href="(/actors/[^"]+)"`).FindAllStringSubmatch(list, -1)
	if len(at) == 0 {
		t.Fatal("no actor")
	}
	for _, one := range at[:min(6, len(at))] {
		holds(t, h, one[1], http.StatusOK, "On the record in", `id="meetings"`)
	}
	holds(t, h, "/actors/FRA", http.StatusOK, "France", "The record has nothing of it.")
	holds(t, h, "/actors/nobody-at-all", http.StatusNotFound, "nobody")
	holds(t, h, at[0][1]+"?as_of=soon", http.StatusUnprocessableEntity)
}
