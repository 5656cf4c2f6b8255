package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"rapporteur"
)

const fetched = "<!doctype html><title>Talks</title><p>The two sides met on Monday and will meet again on Friday, the hosts said."

// serve answers every path with the handler and gives a fetcher that may use
// the loopback address.
func serve(t *testing.T, h http.HandlerFunc) (*Fetcher, string) {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return New(Options{Version: "test", Networks: loopback}), s.URL
}

var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}

// write answers; that the fetcher hangs up on what is too large is no failure.
func write(t *testing.T, w io.Writer, data []byte) {
	t.Helper()
	if _, err := w.Write(data); err != nil {
		t.Logf("the fetcher hung up: %v", err)
	}
}

// codeOf is the code of the error of ours in a chain; that of the connection is no
// concern of who asks for a page.
func codeOf(err error) rapporteur.Code {
	var e *rapporteur.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return rapporteur.Unreadable
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
		a, err := f.Get(t.Context(), address+path)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if a.Address != address+want || string(a.Body) != fetched {
			t.Errorf("%s: got %s with %q", path, a.Address, a.Body)
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
			write(t, w, bytes.Repeat([]byte("a"), bodyLargest+1))
		case "/bomb":
			w.Header().Set("Content-Encoding", "gzip")
			write(t, w, packed(t, strings.Repeat(" ", bodyLargest+1)))
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
		_, err := f.Get(t.Context(), address+path)
		if err == nil || codeOf(err) != want.code || !strings.Contains(err.Error(), want.text) {
			t.Errorf("%s: got %v (%s), want %s: %s", path, err, codeOf(err), want.code, want.text)
		}
	}
}

func TestFetchStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	f, address := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	if _, err := f.Get(ctx, address); err == nil {
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
		_, err := New(Options{Version: "test"}).Get(t.Context(), target)
		code := codeOf(err)
		if code != rapporteur.Forbidden && err != nil && (strings.Contains(err.Error(), "lookup") || strings.Contains(err.Error(), "no such host")) {
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
	f := Options{}.fetcher(func(address string) error {
		if address == first.Listener.Addr().String() {
			return nil
		}
		return refuse(address)
	})
	if _, err := f.Get(t.Context(), first.URL); codeOf(err) != rapporteur.Forbidden {
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
	a, err := f.Get(t.Context(), address)
	if err != nil || !strings.Contains(string(a.Text()), "Лавров") {
		t.Errorf("got %q, %v", a.Text(), err)
	}
}
