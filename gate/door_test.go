package gate_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"rapporteur/access"
	"rapporteur/gate"
	"rapporteur/store/memory"
)

const password = "a heron over the weir"

// house is a face behind a door, with users whose names are those of their roles.
type house struct {
	http.Handler
	desk *access.Desk
	key  string
}

// build puts a face that says who asks behind a door.
func build(t *testing.T, o gate.Options, door gate.Door) *house {
	t.Helper()
	desk := access.New(memory.New().Access(), access.Options{Cost: access.Cost{Memory: 8, Time: 1, Lanes: 1}})
	for _, r := range access.Roles() {
		if err := desk.AddUser(t.Context(), string(r), r, password); err != nil {
			t.Fatal(err)
		}
	}
	key, _, err := desk.AddKey(t.Context(), "feeds", access.Reader, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	door.Desk, door.Log = desk, slog.New(slog.DiscardHandler)
	mux := http.NewServeMux()
	door.Handle(mux)
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		who, known := access.From(r.Context())
		if !known {
			who.Name = "nobody"
		}
		_, _ = io.WriteString(w, who.Name+" "+string(who.Role)+" "+who.Address)
	})
	o.Door = &door
	h, _, _ := guarded(mux.ServeHTTP, o)
	return &house{h, desk, key}
}

// post sends a form, from a page of ours.
func post(h http.Handler, path string, form url.Values, headers ...string) *http.Response {
	r := httptest.NewRequest(http.MethodPost, "http://localhost"+path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

// enter logs a user in and gives the cookie.
func enter(t *testing.T, h http.Handler, name string) string {
	t.Helper()
	a := post(h, "/login", url.Values{"name": {name}, "password": {password}, "next": {"/meetings?state=KEN"}})
	cookies := a.Cookies()
	if a.StatusCode != http.StatusSeeOther || a.Header.Get("Location") != "/meetings?state=KEN" || len(cookies) != 1 {
		t.Fatalf("%d %v", a.StatusCode, a.Header)
	}
	c := cookies[0]
	if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" || c.Secure || c.Expires.Before(time.Now()) {
		t.Errorf("%+v", c)
	}
	return c.Name + "=" + c.Value
}

func text(t *testing.T, a *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestWhoIsLetIn(t *testing.T) {
	h := build(t, gate.Options{Body: 1000}, gate.Door{Open: []string{"/static/", "/healthz"}, Harmless: []string{"/theme"}})
	reader, editor := enter(t, h, "reader"), enter(t, h, "editor")
	for _, test := range []struct {
		what, method, path string
		headers            []string
		status             int
		says               string
	}{
		{"nobody asks for a page", "GET", "/x?a=b", []string{"Accept", "text/html"}, 303, ""},
		{"nobody asks for data", "GET", "/api/v1/meetings", []string{"Accept", "text/html"}, 401, `"status":401,"detail":"log in`},
		{"nobody posts", "POST", "/x", []string{"Accept", "text/html"}, 401, "log in"},
		{"nobody asks for what is open", "GET", "/static/a.css", nil, 200, "nobody"},
		{"nobody asks for what is open", "GET", "/healthz", nil, 200, "nobody"},
		{"nobody asks beside what is open", "GET", "/healthz/x", nil, 401, ""},
		{"a reader asks", "GET", "/x", []string{"Cookie", reader}, 200, "reader reader 192.0.2.1"},
		{"a reader writes", "DELETE", "/x", []string{"Cookie", reader}, 403, "a reader may not change the record"},
		{"a reader changes what is the reader's", "POST", "/theme", []string{"Cookie", reader}, 200, "reader"},
		{"an editor writes", "POST", "/x", []string{"Cookie", editor}, 200, "editor editor"},
		{"a session that is none", "GET", "/x", []string{"Cookie", "rapporteur=x"}, 401, ""},
		{"a program asks", "GET", "/x", []string{"Authorization", "Bearer " + h.key}, 200, "key:feeds reader"},
		{"a program writes", "POST", "/x", []string{"Authorization", "bearer " + h.key}, 403, "not allowed"},
		{"a key that is none", "GET", "/x", []string{"Authorization", "Bearer " + h.key + "x", "Cookie", reader}, 401, ""},
	} {
		a := ask(h, test.method, "localhost", "", test.path, test.headers...)
		if body := text(t, a); a.StatusCode != test.status || !strings.Contains(body, test.says) {
			t.Errorf("%s: %d %s", test.what, a.StatusCode, body)
		}
	}
	a := ask(h, "GET", "localhost", "", "/x?a=b", "Accept", "text/html")
	if got := a.Header.Get("Location"); got != "/login?next=%2Fx%3Fa%3Db" {
		t.Errorf("led to %s", got)
	}
	if a = ask(h, "GET", "localhost", "", "/x"); a.Header.Get("WWW-Authenticate") == "" || a.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("%v", a.Header)
	}
}

func TestLogInAndOut(t *testing.T) {
	h := build(t, gate.Options{Body: 1 << 20}, gate.Door{})
	page := ask(h, "GET", "localhost", "", "/login?next=/x%22")
	if body := text(t, page); page.StatusCode != 200 || !strings.Contains(body, `value="/x%22"`) || strings.Contains(body, "alert") || page.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%d %s", page.StatusCode, body)
	}
	for _, name := range []string{"reader", "nobody"} {
		a := post(h, "/login", url.Values{"name": {name}, "password": {"wrong"}})
		if body := text(t, a); a.StatusCode != 401 || !strings.Contains(body, "the name or the password is not right") || len(a.Cookies()) > 0 {
			t.Errorf("%s: %d %s", name, a.StatusCode, body)
		}
	}
	if a := post(h, "/login", url.Values{"name": {"reader"}, "password": {strings.Repeat("x", 20<<10)}}); a.StatusCode != 400 {
		t.Errorf("a large form: %d", a.StatusCode)
	}
	cookie := enter(t, h, "reader")
	if a := ask(h, "GET", "localhost", "", "/login?next=//evil.example", "Cookie", cookie); a.StatusCode != 303 || a.Header.Get("Location") != "/" {
		t.Errorf("who is in: %d %v", a.StatusCode, a.Header)
	}
	again := post(h, "/login", url.Values{"name": {"editor"}, "password": {password}}, "Cookie", cookie)
	if again.StatusCode != 303 || ask(h, "GET", "localhost", "", "/x", "Cookie", cookie).StatusCode != 401 {
		t.Error("the session before goes on beside the new one")
	}
	cookie = again.Cookies()[0].Name + "=" + again.Cookies()[0].Value
	out := post(h, "/logout", nil, "Cookie", cookie)
	if out.StatusCode != 303 || out.Cookies()[0].MaxAge >= 0 || ask(h, "GET", "localhost", "", "/x", "Cookie", cookie).StatusCode != 401 {
		t.Errorf("after the log-out: %d %v", out.StatusCode, out.Header)
	}
	for range 20 {
		post(h, "/login", url.Values{"name": {"x"}, "password": {"wrong"}})
	}
	if a := post(h, "/login", url.Values{"name": {"reader"}, "password": {password}}); a.StatusCode != 429 || a.Header.Get("Retry-After") == "" {
		t.Errorf("after many guesses: %d", a.StatusCode)
	}
}

// TestNext leads nowhere but to this server.
func TestNext(t *testing.T) {
	for next, want := range map[string]string{"/x?a=b#c": "/x?a=b#c", "": "/", "https://evil.example/": "/", "//evil.example": "/", `/\evil.example`: "/",
		"evil": "/", "javascript:alert(1)": "/", "/\r\nX: y": "/", "/%zz": "/", "/\t/evil.example": "/"} {
		r := httptest.NewRequest("GET", "/login?"+url.Values{"next": {next}}.Encode(), nil)
		if got := gate.Next(r); got != want {
			t.Errorf("%q: %q, want %q", next, got, want)
		}
	}
}

// TestPageOfTheFace has the log-in written by a face; its status is the gate's.
func TestPageOfTheFace(t *testing.T) {
	h := build(t, gate.Options{Body: 1000}, gate.Door{Page: func(w http.ResponseWriter, _ *http.Request, err error) {
		w.Header().Set("Content-Type", "text/x-face")
		w.WriteHeader(http.StatusTeapot)
		if errors.Is(err, access.ErrPassword) {
			_, _ = io.WriteString(w, "wrong")
		}
	}})
	a := post(h, "/login", url.Values{"name": {"reader"}})
	if body := text(t, a); a.StatusCode != 401 || a.Header.Get("Content-Type") != "text/x-face" || body != "wrong" {
		t.Errorf("%d %v %s", a.StatusCode, a.Header, body)
	}
}

// TestSecureCookie sends a session by https alone, where people come by it through a proxy.
func TestSecureCookie(t *testing.T) {
	h := build(t, gate.Options{Body: 1000, Hosts: []string{"desk.example"}, Origin: "https://desk.example", Proxies: []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}}, gate.Door{})
	forwarded := []string{"X-Forwarded-Proto", "https", "X-Forwarded-Host", "desk.example", "X-Forwarded-For", "203.0.113.9", "Origin", "https://desk.example", "Sec-Fetch-Site", "same-origin"}
	a := post(h, "/login", url.Values{"name": {"reader"}, "password": {password}}, forwarded...)
	if a.StatusCode != 303 {
		t.Fatal(a.StatusCode, text(t, a))
	}
	c := a.Cookies()[0]
	if c.Name != "__Host-rapporteur" || !c.Secure || a.Header.Get("Strict-Transport-Security") == "" {
		t.Errorf("%+v", c)
	}
	a = ask(h, "GET", "localhost", "", "/x", append(forwarded, "Cookie", c.Name+"="+c.Value)...)
	if got := text(t, a); got != "reader reader 203.0.113.9" {
		t.Error(got)
	}
	lines, err := h.desk.Trail(context.Background(), access.TrailQuery{Limit: 1})
	if err != nil || lines[0].Address != "203.0.113.9" {
		t.Errorf("%+v %v", lines, err)
	}
}

// TestForwardedIsBelievedOfProxiesAlone asks where requests seem to come from.
func TestForwardedIsBelievedOfProxiesAlone(t *testing.T) {
	for _, test := range []struct {
		what    string
		proxies []string
		headers []string
		want    string
	}{
		{"nobody forwards", nil, nil, "192.0.2.1"},
		{"a stranger forwards", nil, []string{"X-Forwarded-For", "203.0.113.9"}, "192.0.2.1"},
		{"a proxy forwards", []string{"192.0.2.1/32"}, []string{"X-Forwarded-For", "203.0.113.9"}, "203.0.113.9"},
		{"a stranger before a proxy writes an address", []string{"192.0.2.1/32"}, []string{"X-Forwarded-For", "10.0.0.1, 203.0.113.9"}, "203.0.113.9"},
		{"two proxies", []string{"192.0.2.0/24"}, []string{"X-Forwarded-For", "10.0.0.1, 203.0.113.9", "X-Forwarded-For", "192.0.2.7"}, "203.0.113.9"},
		{"a proxy says nothing", []string{"192.0.2.0/24"}, nil, "192.0.2.1"},
		{"a proxy writes what is no address", []string{"192.0.2.0/24"}, []string{"X-Forwarded-For", "203.0.113.9, unknown"}, "192.0.2.1"},
		{"with a port", []string{"192.0.2.0/24"}, []string{"X-Forwarded-For", "[2001:db8::1]:443"}, "2001:db8::1"},
		{"of the old form", []string{"192.0.2.0/24"}, []string{"X-Forwarded-For", "::ffff:203.0.113.9"}, "203.0.113.9"},
	} {
		var proxies []netip.Prefix
		for _, p := range test.proxies {
			proxies = append(proxies, netip.MustParsePrefix(p))
		}
		h, _, log := guarded(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, gate.Address(r)) }, gate.Options{Proxies: proxies})
		if got := text(t, ask(h, "GET", "localhost", "", "/x", test.headers...)); got != test.want || !strings.Contains(log.String(), "address="+test.want) {
			t.Errorf("%s: %s, want %s; log %s", test.what, got, test.want, log)
		}
	}
}

// failing is a store that cannot be read.
type failing struct{ access.Store }

func (failing) View(context.Context, func(access.View) error) error { return errors.New("broken disk") }
func (failing) Update(context.Context, func(access.Update) error) error {
	return errors.New("broken disk")
}

// TestWhoCannotBeLookedUpIsNotLetIn tells nobody why.
func TestWhoCannotBeLookedUpIsNotLetIn(t *testing.T) {
	door := &gate.Door{Desk: access.New(failing{}, access.Options{}), Log: slog.New(slog.DiscardHandler)}
	mux := http.NewServeMux()
	door.Handle(mux)
	h, _, _ := guarded(mux.ServeHTTP, gate.Options{Door: door, Body: 1000})
	for _, a := range []*http.Response{ask(h, "GET", "localhost", "", "/x", "Cookie", "rapporteur=x"), post(h, "/login", url.Values{"name": {"kim"}})} {
		if body := text(t, a); a.StatusCode != 503 || strings.Contains(body, "disk") {
			t.Errorf("%d %s", a.StatusCode, body)
		}
	}
}

// TestRate asks while the clock stands still, so that nobody earns another request
// meanwhile, and then a second later.
func TestRate(t *testing.T) { synctest.Test(t, testRate) }

func testRate(t *testing.T) {
	h := build(t, gate.Options{Body: 1000, Rate: 2, Time: time.Minute}, gate.Door{})
	cookie := enter(t, h, "reader")
	count := func(headers ...string) (passed int) {
		for range 400 {
			if ask(h, "GET", "localhost", "", "/x", headers...).StatusCode != http.StatusTooManyRequests {
				passed++
			}
		}
		return passed
	}
	if n := count("Cookie", cookie); n != 20 {
		t.Errorf("a user may ask %d times at once, 20 was meant", n)
	}
	if n := count(); n != 0 {
		t.Errorf("an address may ask %d times more than the 200 that were meant", n)
	}
	if a := ask(h, "GET", "localhost", "", "/x"); a.StatusCode != 429 || a.Header.Get("Retry-After") != "1" {
		t.Errorf("%d %v", a.StatusCode, a.Header)
	}
	time.Sleep(time.Second)
	if n := count("Cookie", cookie); n != 2 {
		t.Errorf("a user may ask %d times a second later, 2 was meant", n)
	}
}

// TestDesks lets in at a desk who has a role there, with that role, and nobody else.
func TestDesks(t *testing.T) {
	type key struct{}
	h := build(t, gate.Options{Body: 1000, Shared: []string{"/alerts/"}, In: func(ctx context.Context, name string) context.Context { return context.WithValue(ctx, key{}, name) }}, gate.Door{})
	for _, name := range []string{"ann", "ben"} {
		if err := h.desk.AddUser(t.Context(), name, access.None, password); err != nil {
			t.Fatal(err)
		}
	}
	for _, g := range []access.Grant{{Holder: "ann", Namespace: "north", Role: access.Editor}, {Holder: "ann", Namespace: "south", Role: access.Reader}, {Holder: "reader", Namespace: "north", Role: access.Editor}} {
		if err := h.desk.SetGrant(t.Context(), g.Holder, g.Namespace, g.Role); err != nil {
			t.Fatal(err)
		}
	}
	if h.desk.SetGrant(t.Context(), "ann", "north", access.Admin) == nil || h.desk.SetGrant(t.Context(), "nobody", "north", access.Reader) == nil {
		t.Error("a role is given that nobody can have")
	}
	cookies := map[string]string{}
	for _, name := range []string{"ann", "ben", "reader", "editor", "admin"} {
		a := post(h, "/login", url.Values{"name": {name}, "password": {password}})
		if len(a.Cookies()) == 1 {
			cookies[name] = a.Cookies()[0].Name + "=" + a.Cookies()[0].Value
		}
	}
	for _, test := range []struct {
		who, method, path string
		headers           []string
		status            int
		says              string
	}{
		{"ann", "GET", "/x", nil, 200, "ann editor"},
		{"ann", "POST", "/x", nil, 200, "ann editor"},
		{"ann", "POST", "/alerts/mute", nil, 403, "everybody's"},
		{"ann", "GET", "/x?namespace=south", nil, 200, "ann reader"},
		{"ann", "POST", "/x?namespace=south", nil, 403, "a reader may not change the record"},
		{"ann", "GET", "/x", []string{access.NamespaceHeader, "south"}, 200, "ann reader"},
		{"ann", "GET", "/x", []string{access.NamespaceHeader, "east"}, 403, "no role at the desk east"},
		{"ben", "GET", "/x", nil, 403, "a role at no desk"},
		{"ben", "GET", "/x?namespace=north", nil, 403, "no role at the desk north"},
		{"reader", "POST", "/x", nil, 403, "a reader may not change the record"},
		{"reader", "POST", "/x?namespace=north", nil, 200, "reader editor"},
		{"editor", "GET", "/x?namespace=north", nil, 403, "no role at the desk north"},
		{"admin", "POST", "/x?namespace=north", nil, 200, "admin admin"},
	} {
		a := ask(h, test.method, "localhost", "", test.path, append([]string{"Cookie", cookies[test.who]}, test.headers...)...)
		if body := text(t, a); a.StatusCode != test.status || !strings.Contains(body, test.says) {
			t.Errorf("%s %s %s %v: %d %s", test.who, test.method, test.path, test.headers, a.StatusCode, body)
		}
	}
	a := ask(h, "GET", "localhost", "", "/x", "Cookie", cookies["reader"]+"; "+gate.NamespaceCookie+"=gone")
	if body := text(t, a); a.StatusCode != 200 || !strings.Contains(body, "reader reader") {
		t.Errorf("a desk that is gone: %d %s", a.StatusCode, body)
	}
}
