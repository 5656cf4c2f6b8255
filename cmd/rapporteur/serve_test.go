package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/netip"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/store/sqlite"

	"github.com/google/go-cmp/cmp"
)

// served is a server that runs until the test ends.
type served struct {
	base string
	stop func() error
}

// run starts a server on a port of its own.
func serving(t *testing.T, cmd *serveCmd) *served {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	out, in := io.Pipe()
	c := &terminal.Console{Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: in, Getenv: func(string) string { return "" }, Now: time.Now}
	done := make(chan error, 1)
	go func() { done <- cmd.Run(ctx, c); _ = in.Close() }()
	lines := bufio.NewScanner(out)
	address := regexp.MustCompile(`open at (http://[^/]+)/`)
	base := ""
	for base == "" && lines.Scan() {
		if m := address.FindStringSubmatch(lines.Text()); m != nil {
			base = m[1]
		}
	}
	if base == "" {
		t.Fatal(<-done)
	}
	go func() { _, _ = io.Copy(io.Discard, out) }() // the log
	return &served{base, func() error { cancel(); return <-done }}
}

// seeded is a record with a user.
func seeded(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "record.db")
	db, err := sqlite.Open(t.Context(), path, sqlite.Create)
	if err != nil {
		t.Fatal(err)
	}
	d := access.New(db.Access(), access.Options{Cost: access.Cost{Memory: 8, Time: 1, Lanes: 1}})
	if err := d.AddUser(t.Context(), "kim", access.Editor, "a heron over the weir"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func get(t *testing.T, client *http.Client, address string) (int, string) {
	t.Helper()
	a, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(a.Body)
	if err := a.Body.Close(); err != nil {
		t.Error(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return a.StatusCode, string(body)
}

// TestServeWithLogin logs in, corrects, and finds it in the trail; a session goes on in
// the next server over the same record.
func TestServeWithLogin(t *testing.T) {
	path := seeded(t)
	serve := func() *served {
		return serving(t, &serveCmd{Listen: "127.0.0.1:0", Login: true, Rate: 100, Log: "json", dbFlag: dbFlag{DB: place(path)}})
	}
	s := serve()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar}
	for address, want := range map[string]int{"/healthz": 200, "/readyz": 200, "/metrics": 401, "/api/v1/meetings": 401, "/login": 200} {
		if got, body := get(t, client, s.base+address); got != want {
			t.Errorf("%s: %d %s", address, got, body)
		}
	}
	a, err := client.PostForm(s.base+"/login", url.Values{"name": {"kim"}, "password": {"a heron over the weir"}, "next": {"/api/v1/meetings"}})
	if err != nil || a.StatusCode != 200 {
		t.Fatal(a, err)
	}
	if err := a.Body.Close(); err != nil {
		t.Error(err)
	}
	a, err = client.Post(s.base+"/api/v1/reports", "application/json", strings.NewReader(`{"text":"Kenya and Uganda met in Nairobi.","published":"2027-03-01"}`))
	if err != nil || a.StatusCode != 201 {
		t.Fatal(a, err)
	}
	if err := a.Body.Close(); err != nil {
		t.Error(err)
	}
	if got, body := get(t, client, s.base+"/metrics"); got != 200 || !strings.Contains(body, "rapporteur_http_requests_total") {
		t.Errorf("%d %s", got, body)
	}
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	again := serve()
	at, err := url.Parse(again.base)
	if err != nil {
		t.Fatal(err)
	}
	jar.SetCookies(at, jar.Cookies(at)) // a cookie knows no port
	if got, body := get(t, client, again.base+"/api/v1/reports"); got != 200 || !strings.Contains(body, `"total":1`) {
		t.Errorf("%d %s", got, body)
	}
	if err := again.stop(); err != nil {
		t.Fatal(err)
	}
	if got := trail(t, path); !cmp.Equal(got, []string{"kim report-added 127.0.0.1", "kim logged-in 127.0.0.1", " user-added "}) {
		t.Errorf("%q", got)
	}
}

// trail is who did what, from where, the last first.
func trail(t *testing.T, path string) (out []string) {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, sqlite.Read)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := access.New(db.Access(), access.Options{}).Trail(t.Context(), access.TrailQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		out = append(out, l.Who+" "+string(l.What)+" "+l.Address)
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
	return out
}

// TestServeHere asks nobody who they are on this machine.
func TestServeHere(t *testing.T) {
	s := serving(t, &serveCmd{Listen: "localhost:0", Log: "text", dbFlag: dbFlag{DB: place(seeded(t))}})
	if got, body := get(t, http.DefaultClient, s.base+"/api/v1/meetings"); got != 200 {
		t.Errorf("%d %s", got, body)
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
}

// TestWay demands a log-in wherever others can come.
func TestWay(t *testing.T) {
	for _, c := range []struct {
		what          string
		cmd           serveCmd
		closed, clear bool
		hosts         []string
		origin        string
	}{
		{"this machine", serveCmd{Listen: "127.0.0.1:80"}, false, false, nil, ""},
		{"this machine, by name", serveCmd{Listen: "localhost:80"}, false, false, []string{"localhost"}, ""},
		{"a log-in demanded", serveCmd{Listen: "[::1]:80", Login: true}, true, false, nil, ""},
		{"all addresses", serveCmd{Listen: ":80"}, true, true, nil, ""},
		{"an address", serveCmd{Listen: "192.0.2.1:80"}, true, true, nil, ""},
		{"a name", serveCmd{Listen: "desk.example:80"}, true, true, []string{"desk.example"}, ""},
		{"behind a proxy", serveCmd{Listen: "127.0.0.1:80", PublicURL: "https://desk.example/"}, true, false, []string{"desk.example"}, "https://desk.example"},
		{"behind a proxy elsewhere", serveCmd{Listen: ":80", PublicURL: "https://desk.example:8443", TrustedProxy: []string{"10.0.0.7", "10.1.0.0/16"}}, true, false, []string{"desk.example"}, "https://desk.example:8443"},
		{"by http", serveCmd{Listen: ":80", PublicURL: "http://desk.example"}, true, true, []string{"desk.example"}, "http://desk.example"},
		{"a proxy alone", serveCmd{Listen: "127.0.0.1:80", TrustedProxy: []string{"127.0.0.1"}}, true, false, nil, ""},
	} {
		w, err := c.cmd.way()
		if err != nil || w.closed != c.closed || w.clear != c.clear || !cmp.Equal(w.hosts, c.hosts) || w.origin != c.origin || len(w.proxies) != len(c.cmd.TrustedProxy) {
			t.Errorf("%s: %+v %v", c.what, w, err)
		}
	}
	w, err := (&serveCmd{Listen: ":80", TrustedProxy: []string{"10.0.0.7"}}).way()
	if err != nil || !w.proxies[0].Contains(netip.MustParseAddr("10.0.0.7")) || w.proxies[0].Contains(netip.MustParseAddr("10.0.0.8")) {
		t.Errorf("%+v %v", w, err)
	}
	for _, c := range []serveCmd{{Listen: "80"}, {Listen: ":80", PublicURL: "ftp://x"}, {Listen: ":80", PublicURL: "https://x/path"}, {Listen: ":80", PublicURL: "https://kim@x"},
		{Listen: ":80", PublicURL: "https:///"}, {Listen: ":80", TrustedProxy: []string{"10.0.0.0/99"}}} {
		if w, err := c.way(); err == nil {
			t.Errorf("%+v: %+v", c, w)
		}
	}
}
