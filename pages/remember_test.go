package pages_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/cache"
	"rapporteur/pages"
	"rapporteur/record"
	"rapporteur/store/memory"
)

// remembering gives pages over a record that remember what they made, and what counts as
// a change of this process.
func remembering(t *testing.T) (http.Handler, *record.Record, *atomic.Int64) {
	t.Helper()
	var own atomic.Int64
	r := record.New(memory.New(), func() time.Time { return noon })
	return pages.Handler(pages.Options{Record: r, Log: slog.New(slog.DiscardHandler), Version: "test", API: "/api/v1", Now: func() time.Time { return noon },
		Revision: func(context.Context) (cache.Revision, error) {
			return cache.Revision{Own: own.Load(), All: own.Load()}, nil
		},
		Makers: 2}), r, &own
}

// seen gives a page as somebody of a role and with cookies has it.
func seen(t *testing.T, h http.Handler, role access.Role, address string, cookies ...string) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequestWithContext(access.With(t.Context(), access.Who{Name: string(role), Role: role}), http.MethodGet, address, nil)
	r.Header["Cookie"] = cookies
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	body, err := io.ReadAll(w.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Result(), string(body)
}

func TestPagesAreRememberedUntilTheRecordChanges(t *testing.T) {
	h, r, own := remembering(t)
	keep := func(name string) {
		t.Helper()
		if err := r.SaveDossier(t.Context(), record.Dossier{Name: name, States: []string{"KEN"}}); err != nil {
			t.Fatal(err)
		}
	}
	keep("ferries")
	holds(t, h, "/dossiers", http.StatusOK, "ferries")
	keep("tolls")
	if _, body := get(t, h, "/dossiers"); strings.Contains(body, "tolls") {
		t.Error("the page was made anew")
	}
	own.Add(1)
	holds(t, h, "/dossiers", http.StatusOK, "ferries", "tolls")
}

// TestOnePageForEverybody holds that what is remembered of a page is not whose it was:
// not the form of who may change the record, nor colours, nor a visit.
func TestOnePageForEverybody(t *testing.T) {
	h, r, _ := remembering(t)
	if err := r.SaveDossier(t.Context(), record.Dossier{Name: "ferries", States: []string{"KEN"}}); err != nil {
		t.Fatal(err)
	}
	_, editor := seen(t, h, access.Editor, "/dossiers", "theme=dark")
	_, reader := seen(t, h, access.Reader, "/dossiers")
	if !strings.Contains(editor, `action="/dossiers/drop"`) || strings.Contains(reader, `action="/dossiers/drop"`) {
		t.Error("who may forget a dossier")
	}
	if !strings.Contains(editor, `data-theme="dark"`) || strings.Contains(reader, `data-theme`) {
		t.Error("colours")
	}
	if _, again := seen(t, h, access.Editor, "/dossiers", "theme=dark"); again != editor {
		t.Error("another page the second time")
	}
	for range 2 {
		if a, _ := seen(t, h, access.Reader, "/"); len(a.Cookies()) != 1 {
			t.Errorf("%d cookies", len(a.Cookies()))
		}
	}
	if a, body := seen(t, h, access.Reader, "/nowhere"); a.StatusCode != http.StatusNotFound || !strings.Contains(body, "</html>") {
		t.Error(a.Status)
	}
}

// TestARecordThatDoesNotTell holds that a failure of the record is a page.
func TestARecordThatDoesNotTell(t *testing.T) {
	h := pages.Handler(pages.Options{Record: record.New(memory.New(), time.Now), Log: slog.New(slog.DiscardHandler), Makers: 1,
		Revision: func(context.Context) (cache.Revision, error) { return cache.Revision{}, io.ErrUnexpectedEOF }})
	if a, body := seen(t, h, access.Reader, "/events"); a.StatusCode != http.StatusInternalServerError || !strings.Contains(body, "</html>") {
		t.Error(a.Status)
	}
}
