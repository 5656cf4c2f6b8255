package api_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/api"
	"rapporteur/cache"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// TestAnswersAreRemembered holds that answers stand until the record changes, that they
// are nobody's own, and that no two questions have one.
func TestAnswersAreRemembered(t *testing.T) {
	var own atomic.Int64
	r := record.New(memory.New(), func() time.Time { return noon })
	h := api.Handler(api.Options{Record: r, Version: "test", Now: func() time.Time { return noon }, Makers: 2,
		Revision: func(context.Context) (cache.Revision, error) { return cache.Revision{Own: own.Load()}, nil }})
	has := func(want bool, path string, headers ...string) *http.Response {
		t.Helper()
		a, body := ask(t, h, http.MethodGet, "/api/v1"+path, "", headers...)
		if got := strings.Contains(body, "ferries"); got != want {
			t.Errorf("%s: %t %s", path, got, body)
		}
		return a
	}
	has(false, "/dossiers")
	if err := r.SaveDossier(t.Context(), record.Dossier{Name: "ferries", States: []string{"KEN"}}); err != nil {
		t.Fatal(err)
	}
	has(false, "/dossiers")
	own.Add(1)
	tag := has(true, "/dossiers").Header.Get("ETag")
	if a := has(false, "/dossiers", "If-None-Match", strings.TrimSuffix(tag, `"`)+`-gzip"`); a.StatusCode != http.StatusNotModified {
		t.Error(a.Status)
	}
	for _, who := range []access.Who{{Name: "kim", Role: access.Editor}, {Name: "ann", Role: access.Editor}} {
		if _, body := askAs(t, h, who, http.MethodGet, "/api/v1/me", ""); !strings.Contains(body, who.Name) {
			t.Errorf("%s is %s", who.Name, body)
		}
	}
	for kind, accept := range map[string]string{"text/csv": "text/csv", "application/json": "application/json"} {
		if a, _ := ask(t, h, http.MethodGet, "/api/v1/meetings", "", "Accept", accept); !strings.HasPrefix(a.Header.Get("Content-Type"), kind) {
			t.Errorf("%s: %s", accept, a.Header.Get("Content-Type"))
		}
	}
	if a, _ := ask(t, h, http.MethodGet, "/api/v1/entries/m0000000000", ""); a.StatusCode != http.StatusNotFound || a.Header.Get("ETag") != "" {
		t.Error(a.Status, a.Header.Get("ETag"))
	}
}

// TestARecordThatDoesNotTell holds that its failure is a problem.
func TestARecordThatDoesNotTell(t *testing.T) {
	for want, err := range map[int]error{http.StatusServiceUnavailable: &rapporteur.Error{Code: rapporteur.Busy, Message: "somebody writes"}, http.StatusInternalServerError: errors.New("none")} {
		h := api.Handler(api.Options{Record: record.New(memory.New(), func() time.Time { return noon }), Version: "test", Makers: 1,
			Revision: func(context.Context) (cache.Revision, error) { return cache.Revision{}, err }})
		if a, body := ask(t, h, http.MethodGet, "/api/v1/meetings", ""); a.StatusCode != want || a.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s %s", a.Status, body)
		}
	}
}
