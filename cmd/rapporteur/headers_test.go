package main

import (
	"encoding/json"
	"html"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/api"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// guards are what every answer has, whatever it is (OWASP Secure Headers).
var guards = map[string]string{
	"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
	"X-Content-Type-Options":  "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer",
	"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

// linked are addresses on a page; inline is what the policy would not run.
var (
	linked = regexp.MustCompile(`(?:href|src|action)="(/[^"#]*)`)
	inline = regexp.MustCompile(`(?i)<script(?:\s+type="[^"]*")?\s*>[^<\s]|\son[a-z]+=["']|\sstyle="|javascript:`)
)

// TestHeadersOfEveryRoute walks every operation of the interface and every page that a
// link leads to, with and without a log-in: each answer has the headers, and no page has
// a script or style of its own.
func TestHeadersOfEveryRoute(t *testing.T) {
	for _, closed := range []bool{false, true} {
		h := kept(t, closed)
		for _, one := range append(operations(t), [2]string{"GET", "/healthz"}, [2]string{"GET", "/readyz"}, [2]string{"GET", "/metrics"}, [2]string{"GET", "/login"},
			[2]string{"POST", "/login"}, [2]string{"POST", "/logout"}, [2]string{"GET", "/no/such/page"}, [2]string{"BREW", "/"}) {
			walked(t, h, one[0], one[1])
		}
		pages := crawl(t, h, 400)
		if least := 8; !closed && pages < least {
			t.Errorf("%d pages were found by their links, %d at least were meant", pages, least)
		}
	}
}

// walked asks for an address and holds its answer to the guards.
func walked(t *testing.T, h http.Handler, method, address string) string {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, "http://localhost"+address, http.NoBody)
	r.Header.Set("Accept", "text/html, */*")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	for name, want := range guards {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s %s (%d): %s is %q", method, address, w.Code, name, got)
		}
	}
	if w.Code >= 500 {
		t.Errorf("%s %s: %d %s", method, address, w.Code, w.Body)
	}
	if kind := w.Header().Get("Content-Type"); strings.HasPrefix(kind, "text/html") && w.Header().Get("Content-Disposition") == "" {
		if found := inline.FindString(w.Body.String()); found != "" {
			t.Errorf("%s %s has something inline: %s", method, address, found)
		}
		return w.Body.String()
	}
	return ""
}

// crawl follows links from the first page and gives how many pages there are.
func crawl(t *testing.T, h http.Handler, most int) (pages int) {
	t.Helper()
	seen, todo := map[string]bool{"/": true}, []string{"/"}
	for len(todo) > 0 && pages < most {
		body := walked(t, h, http.MethodGet, todo[0])
		todo = todo[1:]
		if body == "" {
			continue
		}
		pages++
		for _, m := range linked.FindAllStringSubmatch(body, -1) {
			if next := html.UnescapeString(m[1]); !seen[next] && len(seen) < most {
				seen[next] = true
				todo = append(todo, next)
			}
		}
	}
	return pages
}

// operations are all that the interface describes.
func operations(t *testing.T) (out [][2]string) {
	t.Helper()
	data, err := api.Document("test")
	if err != nil {
		t.Fatal(err)
	}
	var d struct{ Paths map[string]map[string]any }
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	for path, methods := range d.Paths {
		for method := range methods {
			out = append(out, [2]string{strings.ToUpper(method), strings.NewReplacer("{format}", "csv", "{name}", "x", "{id}", "x").Replace(path)})
		}
	}
	if len(out) < 30 {
		t.Fatalf("%d operations", len(out))
	}
	return out
}

// kept is a server over a record of one meeting.
func kept(t *testing.T, closed bool) http.Handler {
	t.Helper()
	store := memory.New()
	r := record.New(store, time.Now)
	text := "Kenya and Uganda met in Nairobi on 2027-03-01."
	words := rapporteur.Span{End: len(text), Text: text}
	side := func(id string) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: id, For: rapporteur.Text(id), Role: rapporteur.Participant, Presence: rapporteur.Present, Evidence: []rapporteur.Span{words}}
	}
	_, err := r.Add(t.Context(), &rapporteur.Reading{
		Report:    rapporteur.Report{ID: "00000000000000aa", Text: text, Published: "2027-03-01", Outlet: "Coast Wire", Title: `<script>alert(1)</script>" onload="x`},
		Sentences: [][2]int{{0, len(text)}},
		Actors:    []rapporteur.Actor{{ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State, State: "KEN"}, {ID: "UGA", Known: true, Name: "Uganda", Kind: rapporteur.State, State: "UGA"}},
		Meetings: []rapporteur.Meeting{{Basis: rapporteur.Basis{ID: "m1", Confidence: 0.9, Evidence: []rapporteur.Span{words}}, Kind: "talks", Status: rapporteur.Held,
			Date: "2027-03-01", Place: &rapporteur.Place{Name: "Nairobi", Country: "KEN"}, Attendance: []rapporteur.Attendance{side("KEN"), side("UGA")}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	s := &server{record: r, way: way{closed: closed}, log: slog.New(slog.DiscardHandler), desk: access.New(store.Access(), access.Options{})}
	return s.handler(api.Options{Record: r, Version: "test"})
}
