package pages_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"rapporteur/access"
	"rapporteur/record"
)

// TestPagesOfDesks remembers pages by desk: what one keeps, nobody else is shown.
func TestPagesOfDesks(t *testing.T) {
	h, r, _ := remembering(t)
	ctx := context.Background()
	for _, name := range []string{"north", "south"} {
		if err := r.AddNamespace(ctx, name, record.Quota{}); err != nil {
			t.Fatal(err)
		}
		if err := r.SaveDossier(record.In(ctx, name), record.Dossier{Name: "only " + name, States: []string{"KEN"}}); err != nil {
			t.Fatal(err)
		}
	}
	at := func(name string) string {
		who := access.Who{Name: "kim", Role: access.Editor, Namespace: name, Desks: []string{"north", "south"}, Shared: true}
		req := httptest.NewRequestWithContext(record.In(access.With(t.Context(), who), name), http.MethodGet, "/dossiers", nil)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, req)
		body, err := io.ReadAll(w.Result().Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
	for range 2 { // made, and remembered
		for name, others := range map[string][]string{"north": {"only south"}, "south": {"only north"}, "": {"only north", "only south"}} {
			body := at(name)
			if name != "" && !strings.Contains(body, "only "+name) {
				t.Errorf("%q does not see its own", name)
			}
			for _, other := range others {
				if strings.Contains(body, other) {
					t.Errorf("%q is shown %q", name, other)
				}
			}
		}
	}
	a, _ := post(t, h, "/desk", url.Values{"desk": {"north"}, "back": {"/dossiers"}})
	if c := a.Cookies(); len(c) != 1 || c[0].Value != "north" || a.Header.Get("Location") != "/dossiers" {
		t.Errorf("%v %v", a.Header, c)
	}
}
