package fetch

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"testing"

	"rapporteur"

	"golang.org/x/net/dns/dnsmessage"
)

func TestNetworks(t *testing.T) {
	for block, want := range map[string]string{
		"10.20.0.0/16": "10.20.0.0/16", "10.20.3.4/16": "10.20.0.0/16", "192.168.1.9": "192.168.1.9/32", "fd12::/32": "fd12::/32",
		"127.0.0.0/8": "127.0.0.0/8", "93.184.0.0/16": "93.184.0.0/16", "::1": "::1/128",
		"0.0.0.0/0": "", "::/0": "", "169.0.0.0/8": "", "8.0.0.0/5": "", "172.16.0.0/8": "", "2000::/3": "", "intranet": "", "10.0.0.0/99": "", "": "",
	} {
		p, err := Networks([]string{block})
		switch {
		case want == "" && rapporteur.CodeOf(err) != rapporteur.Invalid:
			t.Errorf("%s: got %v, %v", block, p, err)
		case want != "" && (err != nil || p[0].String() != want):
			t.Errorf("%s: got %v, %v, want %s", block, p, err, want)
		}
	}
}

// TestAllowedNetwork opens what is named and nothing beside it.
func TestAllowedNetwork(t *testing.T) {
	p, err := Networks([]string{"10.20.0.0/16", "fd12::/32"})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	g := &guard{networks: p, told: map[string]bool{}, tell: func(s string) { told = append(told, s) }}
	for address, want := range map[string]bool{
		"10.20.3.4:8080": true, "[fd12::7]:80": true, "93.184.215.14:443": true,
		"10.21.0.1:80": false, "127.0.0.1:80": false, "169.254.169.254:80": false, "[::ffff:10.20.3.4]:80": false, "[fd13::1]:80": false,
		"[fd12::7%eth0]:80": false, "93.184.215.14:8080": false, "[64:ff9b::a14:304]:80": false,
	} {
		if err := g.check(address); (err == nil) != want {
			t.Errorf("%s: got %v", address, err)
		}
	}
	if err := g.check("10.20.3.4:9090"); err != nil || len(told) != 2 {
		t.Errorf("told %q, %v: each address is told once", told, err)
	}
}

// names answers every question for a name with the next of some addresses.
func names(t *testing.T, addresses ...string) *net.Resolver {
	t.Helper()
	c, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() }) // it only answered
	go func() {
		buffer := make([]byte, 512)
		for {
			n, from, err := c.ReadFrom(buffer)
			if err != nil {
				return
			}
			var q dnsmessage.Message
			if q.Unpack(buffer[:n]) != nil || len(q.Questions) != 1 {
				continue
			}
			a := dnsmessage.Message{Header: dnsmessage.Header{ID: q.ID, Response: true, Authoritative: true, RecursionAvailable: true}, Questions: q.Questions}
			if q.Questions[0].Type == dnsmessage.TypeA {
				a.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Questions[0].Name, Type: dnsmessage.TypeA, Class: dnsmessage.ClassINET, TTL: 0},
					Body: &dnsmessage.AResource{A: netip.MustParseAddr(addresses[0]).As4()}}}
				if len(addresses) > 1 {
					addresses = addresses[1:]
				}
			}
			if packed, err := a.Pack(); err == nil {
				_, _ = c.WriteTo(packed, from) // who does not get it asks again
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", c.LocalAddr().String())
	}}
}

// TestNameChanges is DNS rebinding: the name leads where it may first, and then to where
// it may not. Each connection is checked by itself.
func TestNameChanges(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		t.Skip("this system has one loopback address: ", err)
	}
	s := &httptest.Server{Listener: l, Config: &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { write(t, w, []byte(fetched)) })}}
	s.Start()
	t.Cleanup(s.Close)
	_, port, _ := net.SplitHostPort(l.Addr().String())
	f := New(Options{Networks: []netip.Prefix{netip.MustParsePrefix("127.0.0.2/32")}, Resolver: names(t, "127.0.0.2", "127.0.0.1")})
	address := "http://news.example.org:" + port
	if _, err := f.Get(t.Context(), address); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Get(t.Context(), address); codeOf(err) != rapporteur.Forbidden {
		t.Errorf("the second answer of the name server got through: %v", err)
	}
}

// proxyTo is a proxy that answers itself, and tells what it was asked for.
func proxyTo(t *testing.T) (address string, asked *[]string) {
	t.Helper()
	asked = &[]string{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*asked = append(*asked, r.URL.String())
		if r.Method == http.MethodConnect {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		write(t, w, []byte(fetched))
	}))
	t.Cleanup(s.Close)
	return s.URL, asked
}

func TestProxy(t *testing.T) {
	address, asked := proxyTo(t)
	p, err := ParseProxy(address)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	f := New(Options{Proxy: p, Resolver: names(t, "93.184.215.14"), Tell: func(s string) { told = append(told, s) }})
	for range 2 {
		a, err := f.Get(t.Context(), "http://news.example.org/talks")
		if err != nil || string(a.Body) != fetched {
			t.Fatalf("got %v, %v", a, err)
		}
	}
	if want := []string{"http://news.example.org/talks", "http://news.example.org/talks"}; !slices.Equal(*asked, want) {
		t.Errorf("the proxy was asked for %q", *asked)
	}
	if want := []string{"fetching from news.example.org through the proxy " + address}; !slices.Equal(told, want) {
		t.Errorf("told %q", told)
	}
	*asked = nil
	for _, target := range []string{"http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://169.254.169.254/latest", "http://2130706433/",
		"http://0x7f.1/", "http://127.1/", "http://localhost/", "http://desk.localhost/", "http://news.example.org:8080/"} {
		if _, err := f.Get(t.Context(), target); codeOf(err) != rapporteur.Forbidden {
			t.Errorf("%s: got %v", target, err)
		}
	}
	private := New(Options{Proxy: p, Resolver: names(t, "10.1.2.3")})
	if _, err := private.Get(t.Context(), "http://files.example.org/"); codeOf(err) != rapporteur.Forbidden {
		t.Errorf("a name of a private address: got %v", err)
	}
	if len(*asked) > 0 {
		t.Errorf("the proxy was asked for %q", *asked)
	}
	if _, err := f.Get(t.Context(), "https://news.example.org/"); err == nil || !strings.HasPrefix((*asked)[0], "//news.example.org:443") {
		t.Errorf("https: %v, asked %q", err, *asked)
	}
}

func TestProxyFromEnvironment(t *testing.T) {
	address, asked := proxyTo(t)
	t.Setenv("HTTP_PROXY", address)
	t.Setenv("NO_PROXY", "127.0.0.1")
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, fetched) }))
	t.Cleanup(s.Close)
	p, err := ParseProxy(FromEnvironment)
	if err != nil || p.String() != FromEnvironment {
		t.Fatal(p, err)
	}
	f := New(Options{Proxy: p, Resolver: names(t, "93.184.215.14"), Networks: loopback})
	for _, target := range []string{"http://news.example.org/", s.URL} {
		if _, err := f.Get(t.Context(), target); err != nil {
			t.Errorf("%s: %v", target, err)
		}
	}
	if len(*asked) != 1 {
		t.Errorf("the proxy was asked for %q", *asked)
	}
	strict := New(Options{Proxy: p})
	if _, err := strict.Get(t.Context(), s.URL); codeOf(err) != rapporteur.Forbidden {
		t.Errorf("beside the proxy: %v", err)
	}
}

func TestParseProxy(t *testing.T) {
	for _, name := range []string{"proxy.example:3128", "ftp://proxy.example", "http://", "://"} {
		if _, err := ParseProxy(name); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if p, err := ParseProxy(""); p != nil || err != nil {
		t.Errorf("none: %v, %v", p, err)
	}
	if p, err := ParseProxy("http://kim:secret@proxy.example:3128"); err != nil || strings.Contains(p.String(), "secret") {
		t.Errorf("with a password: %v, %v", p, err)
	}
}

func TestMoved(t *testing.T) {
	for _, c := range []struct {
		status int
		to     string
		want   string
		good   bool
	}{{301, "/b", "http://a.example/b", true}, {308, "https://c.example/#x", "https://c.example/", true}, {302, "c", "http://a.example/x/c", false}, {302, "", "", false}, {200, "/b", "", false}, {301, "http://[", "", true}} {
		a := &Answer{Address: "http://a.example/x/y", Status: c.status, Header: http.Header{"Location": {c.to}}}
		if got, ok := a.Moved(); got != c.want || ok != (c.want != "") || a.ForGood() != c.good {
			t.Errorf("%+v: got %q, %v, %v", c, got, ok, a.ForGood())
		}
	}
}

func TestAsk(t *testing.T) {
	f, address := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"1"` && r.Header.Get("If-Modified-Since") == "then" && r.Header.Get("Accept") == "text/plain" {
			w.WriteHeader(http.StatusNotModified)
		}
	})
	if a, err := f.Ask(t.Context(), Request{Address: address, Accept: "text/plain", ETag: `"1"`, Modified: "then"}); err != nil || a.Status != http.StatusNotModified {
		t.Errorf("got %v, %v", a, err)
	}
	if _, err := f.Ask(t.Context(), Request{Address: "http://[::1"}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("got %v", err)
	}
	if _, err := f.Ask(t.Context(), Request{Address: "http:///x"}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("got %v", err)
	}
}

func TestAddressTable(t *testing.T) {
	if p, err := readAddresses(addressTable); err != nil || len(p) == 0 {
		t.Errorf("addresses.tsv: %d rows, %v", len(p), err)
	}
	for _, table := range []string{"block\tname", "block\tname\tsource\n10.0.0.1/8\tx\ty", "block\tname\tsource\nten\tx\ty"} {
		if _, err := readAddresses([]byte(table)); err == nil {
			t.Errorf("%q was read", table)
		}
	}
}
