package pages_test

import (
	"context"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapporteur/pages"
	"rapporteur/record"
)

// at is the pages of the invented negotiation at a time.
func at(t *testing.T, now time.Time) http.Handler {
	t.Helper()
	r, err := negotiation()
	if err != nil {
		t.Fatal(err)
	}
	return pages.Handler(pages.Options{Record: r, API: "/api/v1", Now: func() time.Time { return now }})
}

func TestToday(t *testing.T) {
	holds(t, at(t, noon), "/", http.StatusOK, "5 to 11 Apr 2027", "Who moved", "Hollin Front opposed", "Who meets next", "May 2027", "In dispute", "or cancelled (Voice of Veldria)",
		"Waits for review", `href="/meetings?disputed=true"`, `href="/api/v1/brief"`)
}

var statementsCame = regexp.MustCompile(`\d+ statements</a>`)

// TestLastVisit follows a reader through three visits: what is new stays new for as long
// as one lasts.
func TestLastVisit(t *testing.T) {
	visit := func(now time.Time, cookie string) (next, body string) {
		t.Helper()
		a, body := get(t, at(t, now), "/", "Cookie", cookie)
		if a.StatusCode != http.StatusOK || len(a.Cookies()) != 1 {
			t.Fatalf("status %d, cookies %v", a.StatusCode, a.Cookies())
		}
		return a.Cookies()[0].Name + "=" + a.Cookies()[0].Value, body
	}
	before := noon.Add(-24 * time.Hour)
	first, body := visit(before, "")
	if strings.Contains(body, "since your last visit") {
		t.Error("a first visit has a last one")
	}
	second, body := visit(noon.Add(time.Hour), first)
	if !strings.Contains(body, "came since your last visit, "+before.Local().Format("2 January, 15:04")) || !statementsCame.MatchString(body) {
		t.Errorf("second visit: %s", mainOf(body))
	}
	again, body := visit(noon.Add(time.Hour+time.Minute), second)
	if !statementsCame.MatchString(body) {
		t.Error("what is new is old after a minute")
	}
	if _, body = visit(noon.Add(48*time.Hour), again); !strings.Contains(body, "Nothing came since your last visit") || !strings.Contains(body, "Hollin Front opposed") {
		t.Errorf("third visit: %s", mainOf(body))
	}
	for _, broken := range []string{"visit=x", "visit=1e9.-3", "visit=99999999999999999999.1"} {
		if _, body = visit(noon, broken); strings.Contains(body, "since your last visit") {
			t.Errorf("%s is a visit", broken)
		}
	}
}

func TestTodaySinceADay(t *testing.T) {
	holds(t, at(t, noon), "/?from=2027-04-01", http.StatusOK, "new since 1 April")
	holds(t, at(t, noon), "/?from=lately", http.StatusUnprocessableEntity, "give a day")
}

// TestTodayOfADossier keeps to the dossier, and so do the links of the page.
func TestTodayOfADossier(t *testing.T) {
	r, err := negotiation()
	if err != nil {
		t.Fatal(err)
	}
	if err := r.SaveDossier(context.Background(), record.Dossier{Name: "strait", States: []string{"ISD"}}); err != nil {
		t.Fatal(err)
	}
	holds(t, site(t), "/?dossier=strait", http.StatusOK, "Dossier <b><bdi>strait</bdi></b>", `href="/events?dossier=strait"`, `name="dossier" value="strait"`)
}
