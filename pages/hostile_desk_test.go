package pages_test

import (
	"net/http"
	"net/url"
	"slices"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/pages"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// TestHostileDesk holds that words of reports bring no element to the pages on which
// somebody corrects, adds and composes that harmless words do not.
func TestHostileDesk(t *testing.T) {
	tame := deskShapes(t, "plain words")
	for _, words := range hostile {
		for address, got := range deskShapes(t, words) {
			for _, one := range got {
				if !slices.Contains(tame[address], one) {
					t.Errorf("%q brings <%s> to %s", words, one, address)
				}
			}
		}
	}
}

// deskShapes are the elements of these pages over a report of some words.
func deskShapes(t *testing.T, words string) map[string][]string {
	t.Helper()
	at := noon
	r := record.New(memory.New(), func() time.Time { at = at.Add(time.Second); return at })
	told := wording(words)
	if _, err := r.Add(t.Context(), told); err != nil {
		t.Fatal(err)
	}
	h := as(access.Editor, pages.Handler(pages.Options{Record: r, API: "/api/v1", Read: bare, Now: func() time.Time { return noon }}))
	id := idOf(t, h, "/events")
	if a, body := post(t, h, "/e/"+id+"/correct", url.Values{"do": {"accept"}, "note": {words}}); a.StatusCode != http.StatusSeeOther {
		t.Fatalf("%q: %d %s", words, a.StatusCode, mainOf(body))
	}
	out := map[string][]string{}
	for name, path := range map[string]string{"reports": "/reports", "report": reportOf(t, h, "/reports"), "entry": "/e/" + id, "done": "/e/" + id + "?done=1", "review": "/review", "corrections": "/corrections?done=1", "brief": "/brief"} {
		a, body := get(t, h, path)
		if a.StatusCode != http.StatusOK {
			t.Errorf("%q: %s: %d", words, path, a.StatusCode)
		}
		out[name] = elements(t, words, body)
	}
	_, body := post(t, h, "/add", url.Values{"text": {"Text " + words}, "outlet": {words}, "title": {words}})
	out["add"] = elements(t, words, body)
	return out
}
