package source

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/source/fetch"
)

// TestOpenAddress opens a page through a fetcher that may reach it, and through none that
// may not.
func TestOpenAddress(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/empty" {
			return
		}
		_, _ = w.Write([]byte("<!doctype html><title>Talks</title><p>The two sides met on Monday and will meet again on Friday, the hosts said."))
	}))
	t.Cleanup(s.Close)
	networks, err := fetch.Networks([]string{"127.0.0.0/8"})
	if err != nil {
		t.Fatal(err)
	}
	o := &Opener{Fetcher: fetch.New(fetch.Options{Networks: networks})}
	r, err := o.Open(t.Context(), s.URL+"/talks", Options{Outlet: "Echo"})
	if err != nil || string(r.URL) != s.URL+"/talks" || r.Outlet != "Echo" || !strings.Contains(r.Text, "met on Monday") {
		t.Errorf("got %+v, %v", r, err)
	}
	if _, err := o.Open(t.Context(), s.URL+"/empty", Options{}); rapporteur.CodeOf(err) != rapporteur.Empty {
		t.Errorf("an empty page: %v", err)
	}
	if _, err := (&Opener{}).Open(t.Context(), s.URL, Options{}); rapporteur.CodeOf(err) != rapporteur.Forbidden {
		t.Errorf("the loopback address: %v", err)
	}
}
