package gate_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rapporteur/gate"
)

// guarded is a face behind the gate, and what is logged.
func guarded(face http.HandlerFunc, o gate.Options) (http.Handler, *gate.Counts, *bytes.Buffer) {
	log, counts := &bytes.Buffer{}, &gate.Counts{}
	o.Log = slog.New(slog.NewTextHandler(log, nil))
	if o.Body == 0 {
		o.Body = 10
	}
	if o.Time == 0 {
		o.Time = time.Minute
	}
	return gate.Wrap(face, o, counts), counts, log
}

func hello(w http.ResponseWriter, r *http.Request) {
	if _, err := io.ReadAll(r.Body); err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	_, _ = io.WriteString(w, "hello")
}

func ask(h http.Handler, method, host, body, path string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, "http://"+host+path, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func TestWhoIsLetThrough(t *testing.T) {
	h, _, _ := guarded(hello, gate.Options{Hosts: []string{"desk.example"}})
	for _, test := range []struct {
		what, method, host, body string
		headers                  []string
		want                     int
	}{
		{"this machine", "GET", "127.0.0.1:8080", "", nil, 200},
		{"its name", "GET", "localhost", "", nil, 200},
		{"its other address", "GET", "[::1]:8080", "", nil, 200},
		{"a name that was given", "GET", "desk.example:443", "", nil, 200},
		{"a name that points here", "GET", "attacker.example", "", nil, 421},
		{"a page elsewhere", "POST", "localhost", "a", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"a page of another origin", "POST", "localhost", "a", []string{"Origin", "https://attacker.example"}, 403},
		{"a page of ours", "POST", "localhost", "a", []string{"Sec-Fetch-Site", "same-origin"}, 200},
		{"a program", "POST", "localhost", "a", nil, 200},
		{"too large a body", "POST", "localhost", "more than ten", nil, 413},
	} {
		if got := ask(h, test.method, test.host, test.body, "/x", test.headers...).StatusCode; got != test.want {
			t.Errorf("%s: %d, want %d", test.what, got, test.want)
		}
	}
}

func TestHeadersOfEveryAnswer(t *testing.T) {
	h, _, _ := guarded(hello, gate.Options{Origin: "https://desk.example"})
	for _, host := range []string{"localhost", "attacker.example"} {
		a := ask(h, "GET", host, "", "/x")
		for name, want := range map[string]string{"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff",
			"X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Strict-Transport-Security": "max-age=", "Cross-Origin-Opener-Policy": "same-origin"} {
			if !strings.HasPrefix(a.Header.Get(name), want) {
				t.Errorf("%s, %s: %q", host, name, a.Header.Get(name))
			}
		}
		if policy := a.Header.Get("Content-Security-Policy"); strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
			t.Errorf("policy lets more in: %s", policy)
		}
	}
}

func TestOneFailsAlone(t *testing.T) {
	h, counts, log := guarded(func(http.ResponseWriter, *http.Request) { panic("broken") }, gate.Options{})
	if got := ask(h, "GET", "localhost", "", "/x").StatusCode; got != 500 {
		t.Errorf("status %d", got)
	}
	if !strings.Contains(log.String(), "broken") {
		t.Errorf("not in the log: %s", log)
	}
	var out bytes.Buffer
	counts.Write(&out)
	for _, want := range []string{`requests_total{method="GET",status="5xx"} 1`, "in_flight 0", "request_seconds_count 1", `le="+Inf"} 1`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in\n%s", want, &out)
		}
	}
}

func TestMethodsOfStrangersAreNotCounted(t *testing.T) {
	h, counts, _ := guarded(hello, gate.Options{})
	ask(h, "EVIL", "localhost", "", "/x")
	var out bytes.Buffer
	counts.Write(&out)
	if !strings.Contains(out.String(), `method="other"`) || strings.Contains(out.String(), "EVIL") {
		t.Error(out.String())
	}
}

func TestServeEndsWhenRequestsHaveEnded(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	inside, goOn := make(chan bool), make(chan bool)
	h := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(inside)
		<-goOn
		_, _ = io.WriteString(w, "done")
	})
	ctx, stop := context.WithCancel(t.Context())
	served, asked := make(chan error, 1), make(chan string, 1)
	go func() { served <- gate.Serve(ctx, l, h) }()
	go func() {
		a, err := http.Get("http://" + l.Addr().String())
		if err != nil {
			asked <- err.Error()
			return
		}
		defer func() { _ = a.Body.Close() }()
		body, _ := io.ReadAll(a.Body)
		asked <- string(body)
	}()
	<-inside
	stop()
	close(goOn)
	if got := <-asked; got != "done" {
		t.Errorf("the request in hand got %q", got)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
}

func TestIsLoopback(t *testing.T) {
	for host, want := range map[string]bool{"localhost": true, "127.0.0.1": true, "127.8.8.8": true, "::1": true, "0.0.0.0": false, "": false, "10.0.0.1": false, "desk.example": false} {
		if gate.IsLoopback(host) != want {
			t.Errorf("%q: %v", host, !want)
		}
	}
}
