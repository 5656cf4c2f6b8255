package pages_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/pages"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/sqlite"
)

// noon is the day after the last report of the invented negotiation.
var noon = time.Date(2027, 4, 12, 12, 0, 0, 0, time.UTC)

// negotiation is the record of the invented negotiation in a file of SQLite, read once
// for all tests, which change nothing in it but dossiers.
var negotiation = sync.OnceValues(func() (*record.Record, error) {
	folder := filepath.Join("..", "examples", "negotiation")
	reader, err := service.Tables{Actors: []string{filepath.Join(folder, "actors")}}.Reader(reading.Budget{})
	if err != nil {
		return nil, err
	}
	db, err := sqlite.Open(context.Background(), filepath.Join(scratch, "record.db"), sqlite.Create)
	if err != nil {
		return nil, err
	}
	r := record.New(db, func() time.Time { return noon })
	g := service.Ingest{Record: r, Read: reader.Read, Knowing: reader.ReadKnowing}
	inputs := service.Inputs{}
	return r, g.Add(context.Background(), inputs.All([]string{filepath.Join(folder, "reports.jsonl")}), func(a service.Arrival) error { return a.Err })
})

// site is the pages over the invented negotiation.
func site(t *testing.T) http.Handler {
	t.Helper()
	r, err := negotiation()
	if err != nil {
		t.Fatal(err)
	}
	return over(r)
}

// over is the pages over a record.
func over(r *record.Record) http.Handler {
	return pages.Handler(pages.Options{Record: r, Log: slog.New(slog.DiscardHandler), Version: "test", API: "/api/v1", Now: func() time.Time { return noon }, Who: func(context.Context) string { return "kim" }})
}

// get asks for a page; headers come as names and values.
func get(t *testing.T, h http.Handler, address string, headers ...string) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return answer(t, h, r)
}

// post sends a form.
func post(t *testing.T, h http.Handler, address string, form url.Values) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, address, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return answer(t, h, r)
}

func answer(t *testing.T, h http.Handler, r *http.Request) (*http.Response, string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	a := w.Result()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	return a, string(body)
}

// holds asks for a page and wants words in it.
func holds(t *testing.T, h http.Handler, address string, status int, want ...string) string {
	t.Helper()
	a, body := get(t, h, address)
	if a.StatusCode != status {
		t.Errorf("%s: status %d, want %d: %.300s", address, a.StatusCode, status, body)
	}
	contains(t, body, want...)
	return body
}

// contains wants words in a page.
func contains(t *testing.T, body string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(body, w) {
			t.Errorf("no %q in\n%s", w, mainOf(body))
		}
	}
}

var mainPart = regexp.MustCompile(`(?s)<main.*</main>`)

// mainOf is what a page shows, without its frame.
func mainOf(body string) string {
	if m := mainPart.FindString(body); m != "" {
		return m
	}
	return body
}
