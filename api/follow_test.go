package api_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/api"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/store/memory"
)

func TestFollows(t *testing.T) {
	store := memory.New()
	_, err := follow.New(follow.Options{Store: store.Follows()}).AddAll(t.Context(), []follow.Source{{Kind: "feed", Address: "https://quay.example/feed", Title: "The Quay", Answered: noon, Every: time.Hour},
		{Address: "https://b.example/feed", Problem: "404 Not Found", Failures: 2}})
	if err != nil {
		t.Fatal(err)
	}
	r := record.New(store, func() time.Time { return noon })
	a, body := ask(t, api.Handler(api.Options{Record: r, Follows: store.Follows(), Version: "test"}), http.MethodGet, "/api/v1/follows", "")
	for _, want := range []string{`"title":"The Quay"`, `"state":"well"`, `"state":"failing"`, `"problem":"404 Not Found"`, `"failures":2`} {
		if a.StatusCode != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%d: no %s in %s", a.StatusCode, want, body)
		}
	}
	if a, body := ask(t, api.Handler(api.Options{Record: r, Version: "test"}), http.MethodGet, "/api/v1/follows", ""); a.StatusCode != http.StatusOK || strings.TrimSpace(body) != "[]" {
		t.Errorf("nothing is followed: %d %s", a.StatusCode, body)
	}
}

// TestFollowsOfDesks lists to each desk what it follows, and not who else does.
func TestFollowsOfDesks(t *testing.T) {
	store := memory.New()
	r := record.New(store, func() time.Time { return noon })
	if err := r.AddNamespace(t.Context(), "north", record.Quota{}); err != nil {
		t.Fatal(err)
	}
	for desk, title := range map[string]string{"": "The Quay", "north": "Our quay"} {
		f := follow.New(follow.Options{Store: store.Follows(), Desk: follow.Desk{Name: desk}})
		if _, err := f.AddAll(t.Context(), []follow.Source{{Address: "https://quay.example/feed", Title: title}}); err != nil {
			t.Fatal(err)
		}
	}
	h := api.Handler(api.Options{Record: r, Follows: store.Follows(), Version: "test"})
	for desk, want := range map[string]string{"": "The Quay", "north": "Our quay"} {
		in := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			h.ServeHTTP(w, r.WithContext(record.In(r.Context(), desk)))
		})
		a, body := ask(t, in, http.MethodGet, "/api/v1/follows", "")
		if a.StatusCode != http.StatusOK || !strings.Contains(body, `"title":"`+want+`"`) || strings.Count(body, "quay") != 1+strings.Count(want, "quay") || strings.Contains(body, "north") {
			t.Errorf("%q: %d %s", desk, a.StatusCode, body)
		}
	}
}
