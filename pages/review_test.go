package pages_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/record"
)

// TestReview walks the queue: what is judged is gone from it, and comes back when that is
// taken back.
func TestReview(t *testing.T) {
	_, open, _ := desk(t)
	h := as(access.Editor, open)
	body := holds(t, h, "/review", http.StatusOK, "Is it so?", `class="passage`, `data-key="a"`, "1 of ", `data-key="n"`)
	id := regexp.MustCompile(`action="/e/([^"/]+)/correct"`).FindStringSubmatch(body)[1]
	to := mended(t, h, id, url.Values{"do": {"accept"}, "back": {"/review"}})
	if after := holds(t, h, to, http.StatusOK, `data-key="u"`); strings.Contains(after, "/e/"+id+"/correct") {
		t.Error("what was judged is asked again")
	}
	undone(t, h, to)
	holds(t, h, "/review", http.StatusOK, "/e/"+id+"/correct")
	holds(t, h, "/review?at=1", http.StatusOK, "2 of ", `data-key="l"`)
	holds(t, h, "/review?at=99", http.StatusOK, "Nothing is doubtful")
	holds(t, h, "/review?since=soon", http.StatusUnprocessableEntity)
}

// TestReviewActors puts one actor in the place of another everywhere, and back.
func TestReviewActors(t *testing.T) {
	r, open, _ := desk(t)
	h := as(access.Editor, open)
	again := told("c", "Harbour News")
	again.Report.Text = strings.ReplaceAll(again.Report.Text, "1 March", "9 March")
	again.Actors = append(again.Actors, rapporteur.Actor{ID: "~mara-lindqvist", Name: "Mara Lindqvist", Kind: rapporteur.Person, State: "KEN"}, rapporteur.Actor{ID: "~lindqvist", Name: "Lindqvist", Kind: rapporteur.Person, State: "KEN"})
	again.Statements[0].Speakers = []string{"~mara-lindqvist"}
	again.Events[0].Actors = []string{"~lindqvist"}
	again.Meetings = nil
	if _, err := r.Add(t.Context(), again); err != nil {
		t.Fatal(err)
	}
	var page string
	for at := range 9 {
		_, body := get(t, h, "/review?at="+string(rune('0'+at)))
		if strings.Contains(body, `action="/review/actors"`) {
			page = body
		}
	}
	if page == "" {
		t.Fatal("nobody asks whether they are one")
	}
	from := regexp.MustCompile(`name="from" value="([^"]+)"`).FindStringSubmatch(page)[1]
	into := regexp.MustCompile(`name="into" value="([^"]+)"`).FindStringSubmatch(page)[1]
	form := url.Values{"from": {from}, "into": {into}, "do": {"merge"}, "back": {"/review"}}
	a, body := post(t, h, "/review/actors", form)
	if a.StatusCode != http.StatusSeeOther {
		t.Fatal(a.StatusCode, mainOf(body))
	}
	named := func() int {
		all, err := r.Entries(t.Context(), record.Filter{Actors: []string{from}})
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if named() != 0 {
		t.Error("still two")
	}
	undone(t, h, a.Header.Get("Location"))
	if named() == 0 {
		t.Error("not taken back")
	}
	form.Set("into", "nobody")
	if a, _ := post(t, h, "/review/actors", form); a.StatusCode != http.StatusNotFound {
		t.Error(a.StatusCode)
	}
}
