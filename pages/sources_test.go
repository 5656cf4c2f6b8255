package pages_test

import (
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/follow"
	"rapporteur/pages"
	"rapporteur/record"
	"rapporteur/store/memory"
)

func TestSources(t *testing.T) {
	store := memory.New()
	sources := []follow.Source{{Kind: "feed", Address: "https://quay.example/feed", Title: "The <b>Quay", Answered: noon}, {Kind: "feed", Address: "javascript:alert(1)", Problem: "404 Not Found", Failures: 3, Due: noon},
		{Kind: follow.Folder, Address: "/srv/inbox", Title: "inbox", Problem: "open /srv/inbox: gone", Gone: true}, {Address: "https://new.example/feed"}}
	if _, err := follow.New(follow.Options{Store: store.Follows()}).AddAll(t.Context(), sources); err != nil {
		t.Fatal(err)
	}
	err := store.Follows().Update(t.Context(), func(u follow.Update) error {
		if err := u.PutItem(follow.Item{Key: "guid 7", Source: 1, Seen: noon, Problem: "not in English"}); err != nil {
			return err
		}
		return u.PutItem(follow.Item{Key: "a", Address: "https://quay.example/a", Source: 1, Seen: noon, Problem: "410 Gone"})
	})
	if err != nil {
		t.Fatal(err)
	}
	h := pages.Handler(pages.Options{Record: record.New(store, time.Now), Follows: store.Follows(), Log: slog.New(slog.DiscardHandler), Version: "test", API: "/api/v1", Now: func() time.Time { return noon }})
	body := holds(t, as(access.Reader, h), "/sources", http.StatusOK, "The &lt;b&gt;Quay", `href="https://quay.example/feed"`, "fails, 3 in a row", "404 Not Found", "not asked any more", "not asked yet",
		"guid 7: not in English", "410 Gone", `href="/api/v1/follows"`)
	for _, not := range []string{"/srv", "javascript:"} {
		if strings.Contains(body, `href="`+not) || not == "/srv" && strings.Contains(body, not) {
			t.Errorf("the page shows %s", not)
		}
	}
	holds(t, as(access.Reader, over(record.New(memory.New(), time.Now))), "/sources", http.StatusOK, "Nothing is followed yet.")
}

// TestSourcesOfDesks shows each desk what it follows, with what did not come of it.
func TestSourcesOfDesks(t *testing.T) {
	store := memory.New()
	r := record.New(store, time.Now)
	if err := r.AddNamespace(t.Context(), "north", record.Quota{}); err != nil {
		t.Fatal(err)
	}
	for desk, name := range map[string]string{"": "quay", "north": "mole"} {
		f := follow.New(follow.Options{Store: store.Follows(), Desk: follow.Desk{Name: desk}})
		added, err := f.AddAll(t.Context(), []follow.Source{{Address: "https://" + name + ".example/feed"}})
		if err != nil {
			t.Fatal(err)
		}
		err = store.Follows().Update(t.Context(), func(u follow.Update) error {
			return u.PutItem(follow.Item{Key: name, Address: "https://" + name + ".example/a", Source: added[0].ID, Seen: noon, Problem: "410 Gone"})
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	h := pages.Handler(pages.Options{Record: r, Follows: store.Follows(), Log: slog.New(slog.DiscardHandler), Version: "test", API: "/api/v1", Now: func() time.Time { return noon }})
	for desk, names := range map[string][2]string{"": {"quay", "mole"}, "north": {"mole", "quay"}} {
		in := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			h.ServeHTTP(w, r.WithContext(record.In(r.Context(), desk)))
		})
		body := holds(t, as(access.Reader, in), "/sources", http.StatusOK, names[0]+".example/feed", names[0]+".example/a")
		if strings.Contains(body, names[1]) {
			t.Errorf("%q sees what another follows: %s", desk, body)
		}
	}
}
