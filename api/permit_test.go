package api_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/api"
	"rapporteur/record"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// TestWhoMay holds every way of changing the record to who may.
func TestWhoMay(t *testing.T) {
	h := served(t)
	as := func(who *access.Who, method, path, body string) (*http.Response, string) {
		r := httptest.NewRequestWithContext(t.Context(), method, "/api/v1"+path, strings.NewReader(body))
		if who != nil {
			r = r.WithContext(access.With(r.Context(), *who))
		}
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		data, err := io.ReadAll(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		return w.Result(), string(data)
	}
	reader, editor := &access.Who{Name: "ada", Role: access.Reader}, &access.Who{Name: "kim", Role: access.Editor}
	writes := [][3]string{{"POST", "/reports", `{"text":"Kenya met Uganda."}`}, {"POST", "/corrections", `{"entry":"x","note":"y"}`},
		{"PUT", "/dossiers/a", `{"states":["KEN"]}`}, {"DELETE", "/dossiers/a", ""}}
	for _, w := range writes {
		for who, want := range map[*access.Who]int{nil: 401, reader: 403} {
			a, body := as(who, w[0], w[1], w[2])
			if a.StatusCode != want || a.Header.Get("Content-Type") != "application/problem+json" || !strings.Contains(body, `"detail":"`) {
				t.Errorf("%v %s %s: %d %s", who, w[0], w[1], a.StatusCode, body)
			}
		}
		if a, body := as(editor, w[0], w[1], w[2]); a.StatusCode == 401 || a.StatusCode == 403 {
			t.Errorf("an editor %s %s: %d %s", w[0], w[1], a.StatusCode, body)
		}
	}
	if a, _ := as(reader, "GET", "/meetings", ""); a.StatusCode != 200 {
		t.Errorf("a reader reads: %d", a.StatusCode)
	}
	if a, _ := as(nil, "GET", "/meetings", ""); a.StatusCode != 401 || a.Header.Get("WWW-Authenticate") == "" {
		t.Errorf("nobody reads: %d", a.StatusCode)
	}
}

// TestTrail notes what was done, and what was not done not.
func TestTrail(t *testing.T) {
	var noted []string
	h := api.Handler(api.Options{Record: record.New(memory.New(), func() time.Time { return noon }), Read: reader,
		Note: func(ctx context.Context, what access.What, about string) {
			who, _ := access.From(ctx)
			noted = append(noted, who.Name+" "+string(what)+" "+id.ReplaceAllString(about, "ID"))
		}})
	post(t, h, "2027-03-01")
	_, body := ask(t, h, http.MethodGet, "/api/v1/meetings", "")
	meeting := regexp.MustCompile(`"id":"(m[^"]+)"`).FindStringSubmatch(body)[1]
	for _, step := range [][3]string{
		{"POST", "/corrections", `{"entry":"` + meeting + `","set":["status=planned"]}`},
		{"POST", "/corrections", `{"entry":"` + meeting + `","set":["status=perhaps"]}`},
		{"PUT", "/dossiers/lake", `{"states":["KEN"]}`}, {"PUT", "/dossiers/empty", `{}`},
		{"DELETE", "/dossiers/lake", ""}, {"DELETE", "/dossiers/lake", ""}, {"POST", "/reports", `{}`},
	} {
		ask(t, h, step[0], "/api/v1"+step[1], step[2])
	}
	want := []string{"kim report-added ID added", "kim corrected #1 ID", "kim dossier-kept lake", "kim dossier-dropped lake"}
	if diff := cmp.Diff(want, noted); diff != "" {
		t.Error(diff)
	}
}

var id = regexp.MustCompile(`m?[0-9a-f]{8,}`)
