package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rapporteur"
)

const fetched = "<!doctype html><title>Talks</title><p>The two sides met on Monday and will meet again on Friday, the hosts said."

// serve answers every path with the handler and gives a fetcher that may use
// the loopback address.
func serve(t *testing.T, h http.HandlerFunc) (*fetcher, string) {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return guarded("test", func(string) error { return nil }), s.URL
}

// write answers; that the fetcher hangs up on what is too large is no failure.
func write(t *testing.T, w io.Writer, data []byte) {
	t.Helper()
	if _, err := w.Write(data); err != nil {
		t.Logf("the fetcher hung up: %v", err)
	}
}

func packed(t *testing.T, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, s); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFetch(t *testing.T) {
	var agent string
	f, address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		agent = r.UserAgent()
		switch r.URL.Path {
		case "/from":
			http.Redirect(w, r, "/to", http.StatusFound)
		case "/packed":
			w.Header().Set("Content-Encoding", "gzip")
			write(t, w, packed(t, fetched))
		default:
			write(t, w, []byte(fetched))
		}
	})
	for path, want := range map[string]string{"/to": "/to", "/from": "/to", "/packed": "/packed"} {
		o := &Opener{}
		r, err := o.fetch(context.Background(), f, address+path, Options{})
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if string(r.URL) != address+want || !strings.Contains(r.Text, "met on Monday") {
			t.Errorf("%s: got %s with %q", path, r.URL, r.Text)
		}
	}
	if !strings.HasPrefix(agent, "rapporteur/test (") {
		t.Errorf("the user agent is %q", agent)
	}
}

func TestFetchErrors(t *testing.T) {
	f, address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/round":
			http.Redirect(w, r, "/round", http.StatusFound)
		case "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		case "/missing":
			http.NotFound(w, r)
		case "/large":
			write(t, w, bytes.Repeat([]byte("a"), pageLargest+1))
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			write(t, w, packed(t, strings.Repeat(" ", pageLargest+1)))
		case "/odd":
			w.Header().Set("Content-Encoding", "br")
		}
	})
	for path, want := range map[string]struct {
		code rapporteur.Code
		text string
	}{
		"/round":   {rapporteur.Unreadable, "more than 5 redirects"},
		"/file":    {rapporteur.Forbidden, "only http and https"},
		"/missing": {rapporteur.Unreadable, "404 Not Found"},
		"/large":   {rapporteur.Unsupported, "too large"},
		"/bomb":    {rapporteur.Unsupported, "too large"},
		"/odd":     {rapporteur.Unreadable, `packed as "br"`},
	} {
		o := &Opener{}
		_, err := o.fetch(context.Background(), f, address+path, Options{})
		if err == nil || rapporteur.CodeOf(err) != want.code || !strings.Contains(err.Error(), want.text) {
			t.Errorf("%s: got %v (%s), want %s: %s", path, err, rapporteur.CodeOf(err), want.code, want.text)
		}
	}
}

func TestFetchStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	f, address := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	if _, err := f.get(ctx, address); err == nil {
		t.Error("no error from a cancelled context")
	}
}

// The real guard, at work in the dialer: nothing listens on the loopback
// address that a fetched page may reach, by name, by number or by redirect.
func TestFetchRefuses(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("reached") }))
	t.Cleanup(s.Close)
	_, port, err := net.SplitHostPort(s.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{
		"http://127.0.0.1:" + port, "http://localhost:" + port, "http://[::1]:" + port, "http://[::ffff:127.0.0.1]:" + port,
		"http://2130706433:" + port, "http://0:" + port, "http://user:pass@127.0.0.1/", "file:///etc/passwd", "ftp://127.0.0.1/",
		"gopher://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[64:ff9b::7f00:1]/",
	} {
		_, err := (&Opener{Version: "test"}).Open(context.Background(), target, Options{})
		code := rapporteur.CodeOf(err)
		if code == rapporteur.Unreadable && (strings.Contains(err.Error(), "lookup") || strings.Contains(err.Error(), "no such host")) {
			continue // odd spellings of a number are names to this resolver, and unknown
		}
		if code != rapporteur.Forbidden {
			t.Errorf("%s: got %v (%s)", target, err, code)
		}
	}
}

func TestRedirectToPrivate(t *testing.T) {
	var target string
	first := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, target, http.StatusFound)
	}))
	t.Cleanup(first.Close)
	second := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("reached") }))
	t.Cleanup(second.Close)
	target = second.URL
	f := guarded("test", func(address string) error {
		if address == first.Listener.Addr().String() {
			return nil
		}
		return refuse(address)
	})
	if _, err := (&Opener{}).fetch(context.Background(), f, first.URL, Options{}); rapporteur.CodeOf(err) != rapporteur.Forbidden {
		t.Errorf("got %v", err)
	}
}

func TestRefuse(t *testing.T) {
	for address, want := range map[string]bool{
		"93.184.215.14:443": true, "8.8.8.8:80": true, "[2606:4700::1111]:443": true, "[2a00:1450:4001::200e]:80": true,
		"93.184.215.14:22": false, "93.184.215.14:8080": false,
		"127.0.0.1:80": false, "127.1.2.3:80": false, "0.0.0.0:80": false, "10.1.2.3:80": false, "172.16.0.1:80": false,
		"172.31.255.255:80": false, "192.168.1.1:80": false, "169.254.169.254:80": false, "100.64.0.1:80": false,
		"192.0.0.1:80": false, "198.18.0.1:80": false, "224.0.0.1:80": false, "240.0.0.1:80": false, "255.255.255.255:80": false,
		"[::]:80": false, "[::1]:80": false, "[::ffff:8.8.8.8]:80": false, "[::ffff:10.0.0.1]:80": false, "[::7f00:1]:80": false,
		"[64:ff9b::a00:1]:80": false, "[64:ff9b:1::1]:80": false, "[2002:a00:1::]:80": false, "[2001::1]:80": false,
		"[2001:db8::1]:80": false, "[fc00::1]:80": false, "[fd12::1]:80": false, "[fe80::1]:80": false, "[fe80::1%eth0]:80": false,
		"[2606:4700::1111%eth0]:443": false, "[ff02::1]:80": false, "[fec0::1]:80": false, "[100::1]:80": false, "[3fff::1]:80": false,
		"nonsense": false, "localhost:80": false,
	} {
		if err := refuse(address); (err == nil) != want {
			t.Errorf("%s: got %v", address, err)
		}
	}
}

func TestFetchDecodesWhatTheServerDeclares(t *testing.T) {
	f, address := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=windows-1251")
		write(t, w, []byte("<p>Minister \xcb\xe0\xe2\xf0\xee\xe2 said that the talks in the capital were over."))
	})
	a, err := f.get(context.Background(), address)
	if err != nil || !strings.Contains(string(a.body), "Лавров") {
		t.Errorf("got %q, %v", a.body, err)
	}
}
