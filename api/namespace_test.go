package api_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/api"
	"rapporteur/cache"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// TestAnswersOfDesks remembers answers by desk: what one keeps, nobody else is told.
func TestAnswersOfDesks(t *testing.T) {
	r := record.New(memory.New(), time.Now)
	ctx := context.Background()
	for _, name := range []string{"north", "south"} {
		if err := r.AddNamespace(ctx, name, record.Quota{Dossiers: 1}); err != nil {
			t.Fatal(err)
		}
	}
	h := api.Handler(api.Options{Record: r, Makers: 1, Revision: func(context.Context) (cache.Revision, error) { return cache.Revision{Own: 1, All: 1}, nil }})
	ask := func(desk, method, path, body string) (int, string) {
		in := record.In(access.With(t.Context(), access.Who{Name: "kim", Role: access.Editor, Namespace: desk}), desk)
		req := httptest.NewRequestWithContext(in, method, "/api/v1"+path, strings.NewReader(body))
		req.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, req)
		return w.Code, w.Body.String()
	}
	for _, name := range []string{"north", "south"} {
		if code, body := ask(name, http.MethodPut, "/dossiers/only-"+name, `{"states":["KEN"]}`); code >= 300 {
			t.Fatal(code, body)
		}
	}
	for range 2 { // made, and remembered
		for desk, want := range map[string][3]string{"north": {"only-north", "only-south"}, "south": {"only-south", "only-north"}, "": {"", "only-"}} {
			if code, body := ask(desk, http.MethodGet, "/dossiers", ""); code != 200 || !strings.Contains(body, want[0]) || strings.Contains(body, want[1]) {
				t.Errorf("%q: %d %s", desk, code, body)
			}
		}
	}
	if code, body := ask("north", http.MethodPut, "/dossiers/more", `{"states":["KEN"]}`); code != http.StatusTooManyRequests || !strings.Contains(body, "may have 1 dossiers") {
		t.Errorf("over quota: %d %s", code, body)
	}
	if code, body := ask("east", http.MethodGet, "/meetings", ""); code != http.StatusUnprocessableEntity || !strings.Contains(body, "no such desk") {
		t.Errorf("a desk that is none: %d %s", code, body)
	}
}

// TestTablesOfDesksOverHTTP gives a desk a table, lists it to that desk alone, and takes it away.
func TestTablesOfDesksOverHTTP(t *testing.T) {
	r := record.New(memory.New(), time.Now)
	for _, name := range []string{"north", "south"} {
		if err := r.AddNamespace(t.Context(), name, record.Quota{Names: 1}); err != nil {
			t.Fatal(err)
		}
	}
	h := api.Handler(api.Options{Record: r})
	for _, c := range []struct {
		desk, method, path, body string
		code                     int
		want                     string
	}{
		{"north", http.MethodPut, "/tables/actors", `{"rows":[{"id":"KEN","name":"Kenia"}]}`, http.StatusNoContent, ""},
		{"north", http.MethodPut, "/tables/outlets", `{"rows":[{"id":"Post","name":"The Post"}]}`, http.StatusTooManyRequests, "may have 1 names"},
		{"north", http.MethodPut, "/tables/places", `{"rows":[{"id":"A","name":"B"}]}`, http.StatusUnprocessableEntity, "kind"},
		{"", http.MethodPut, "/tables/actors", `{"rows":[{"id":"KEN","name":"Kenia"}]}`, http.StatusUnprocessableEntity, "name the desk"},
		{"north", http.MethodGet, "/tables", "", http.StatusOK, `"name":"Kenia"`},
		{"south", http.MethodGet, "/tables", "", http.StatusOK, "[]"},
		{"", http.MethodGet, "/tables", "", http.StatusOK, "[]"},
		{"south", http.MethodDelete, "/tables/actors", "", http.StatusNotFound, "no such table"},
		{"north", http.MethodDelete, "/tables/actors", "", http.StatusNoContent, ""},
		{"north", http.MethodGet, "/tables", "", http.StatusOK, "[]"},
	} {
		in := record.In(access.With(t.Context(), access.Who{Name: "kim", Role: access.Editor, Namespace: c.desk}), c.desk)
		req := httptest.NewRequestWithContext(in, c.method, "/api/v1"+c.path, strings.NewReader(c.body))
		req.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, req)
		if w.Code != c.code || !strings.Contains(w.Body.String(), c.want) {
			t.Errorf("%q %s %s: %d %s", c.desk, c.method, c.path, w.Code, w.Body)
		}
	}
}

// TestDeskInDocument says of every operation how a desk is named, and refuses one that is
// none whatever is asked.
func TestDeskInDocument(t *testing.T) {
	data, err := api.Document("test")
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Paths map[string]map[string]struct {
			Parameters []struct{ Name, In string }
		}
	}
	if err := json.Unmarshal(data, &doc); err != nil || len(doc.Paths) < 10 {
		t.Fatal(len(doc.Paths), err)
	}
	for path, item := range doc.Paths {
		for method, op := range item {
			var found []string
			for _, p := range op.Parameters {
				if p.Name == access.NamespaceParameter || p.Name == access.NamespaceHeader {
					found = append(found, p.In)
				}
			}
			if !slices.Equal(found, []string{"query", "header"}) {
				t.Errorf("%s %s: %q", method, path, found)
			}
		}
	}
	h := api.Handler(api.Options{Record: record.New(memory.New(), time.Now)})
	for _, path := range []string{"/issues", "/meetings", "/openapi.json"} {
		in := record.In(access.With(t.Context(), access.Who{Role: access.Admin}), "east")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(in, http.MethodGet, "/api/v1"+path, nil))
		if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `"status":422`) {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}
