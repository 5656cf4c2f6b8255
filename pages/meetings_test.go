package pages_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// idOf is the id of the first entry of a list.
func idOf(t *testing.T, h http.Handler, list string) string {
	t.Helper()
	_, body := get(t, h, list)
	m := regexp.MustCompile(`data-entry="([^"]+)"`).FindStringSubmatch(body)
	if m == nil {
		t.Fatalf("%s has no entry", list)
	}
	return m[1]
}

func TestMeetings(t *testing.T) {
	h := site(t)
	holds(t, h, "/meetings?place=Sandvick", http.StatusOK, "summit held", `class="excluded presence"`, "Hollin Front", `<a href="/meetings/m`)
	holds(t, h, "/meetings?status=cancelled", http.StatusOK, "meeting cancelled", "Declined")
}

// TestAttendanceDiffers holds that each way of being at a meeting or not has a sign and
// a word of its own, and that who is not mentioned is not called absent.
func TestAttendanceDiffers(t *testing.T) {
	body := holds(t, site(t), "/meetings/attendance", http.StatusOK, `href="/api/v1/attendance"`, "Strait Council")
	signs := map[string]bool{}
	for _, look := range []string{"present", "expected", "excluded", "declined", "absent", "walked-out", "unmentioned"} {
		m := regexp.MustCompile(`<symbol id="g-` + look + `"[^>]*>(.*?)</symbol>`).FindStringSubmatch(body)
		if m == nil || signs[m[1]] {
			t.Errorf("%s has no sign of its own", look)
			continue
		}
		signs[m[1]] = true
	}
	for _, want := range []string{"Hollin Front: Excluded", "Marenia: Absent", "Veldria: Declined", "Marenia: Expected"} {
		if !strings.Contains(body, `title="`+want) {
			t.Errorf("no seat says %q", want)
		}
	}
	if !strings.Contains(body, `<td class="unmentioned"><span class="unseen">Not mentioned</span></td>`) {
		t.Error("nobody is not mentioned")
	}
	holds(t, site(t), "/meetings/attendance?state=XX", http.StatusUnprocessableEntity, "there is no such state")
	holds(t, site(t), "/meetings/attendance?since=2031-01-01", http.StatusOK, "No such meeting is on the record.")
	if a, _ := get(t, site(t), "/meetings/attendance?state="); a.StatusCode != http.StatusSeeOther {
		t.Errorf("status %d", a.StatusCode)
	}
}

// TestOneMeeting shows the talks from their first word on: who was shut out, what the
// reports said in their order, what they disagree on.
func TestOneMeeting(t *testing.T) {
	h := site(t)
	body := holds(t, h, "/meetings/"+idOf(t, h, "/meetings?place=Sandvick"), http.StatusOK, "Excluded", "Hollin Front", "What the reports said, in their order", "What is disputed")
	days := regexp.MustCompile(`data-name="Published" class="day"><bdi>(\d+)`).FindAllStringSubmatch(body, -1)
	if len(days) < 2 {
		t.Errorf("%d reports", len(days))
	}
	holds(t, h, "/meetings/m0000000000", http.StatusNotFound)
	holds(t, h, "/meetings/"+idOf(t, h, "/events"), http.StatusNotFound, "that is no meeting")
}

func TestEvidence(t *testing.T) {
	h := site(t)
	id := idOf(t, h, "/meetings?disputed=true&since=2027-04-10")
	holds(t, h, "/e/"+id, http.StatusOK, "<mark>", "What is disputed", "cancelled", "Voice of Veldria", "found by:", " % by this report", `href="/meetings/`+id+`"`, `rel="noopener noreferrer external"`, `href="/api/v1/entries/`+id+`"`)
	holds(t, h, "/e/"+idOf(t, h, "/statements?type=deny"), http.StatusOK, `<mark class="trigger">`, `<mark class="content">`)
	holds(t, h, "/e/"+idOf(t, h, "/events?type=SANCTION"), http.StatusOK, "Sanction", "Does")
}
