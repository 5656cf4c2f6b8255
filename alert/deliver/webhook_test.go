package deliver_test

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"rapporteur/alert"
	"rapporteur/alert/deliver"
	"rapporteur/source/fetch"
)

var (
	made = time.Date(2031, 5, 1, 12, 0, 0, 0, time.UTC)
	home = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
)

func parcel(to alert.Target) *alert.Parcel {
	return &alert.Parcel{Letter: alert.Letter{ID: "alert-1", Rule: "plans", To: to, Made: made}, Found: []alert.Notice{{Number: 7, Rule: "plans", At: made, When: alert.Planned, Entry: "m1", Title: "Planned: talks"}},
		Words: &alert.Composed{Subject: "plans: Planned: talks", Text: "Planned: talks\n", HTML: "<p>Planned: <b>talks</b></p>"}}
}

func env(values ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(values); i += 2 {
			if values[i] == name {
				return values[i+1]
			}
		}
		return ""
	}
}

// TestWebhook checks the signature as a receiver would.
func TestWebhook(t *testing.T) {
	for secret, key := range map[string]string{"whisper": "whisper", "whsec_" + base64.StdEncoding.EncodeToString([]byte("key")): "key", "whsec_%": "whsec_%", "": ""} {
		var header http.Header
		var body []byte
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			header = r.Header
			body, _ = io.ReadAll(r.Body) // what is missing fails below
			w.WriteHeader(http.StatusAccepted)
		}))
		to := alert.Target{By: alert.Webhook, To: s.URL + "/hook"}
		if secret != "" {
			to.Secret = "env:SECRET"
		}
		w := &deliver.Webhook{Fetcher: fetch.New(fetch.Options{Networks: home}), Getenv: env("SECRET", secret), Now: func() time.Time { return made }}
		if err := w.Deliver(t.Context(), parcel(to)); err != nil {
			t.Fatal(err)
		}
		s.Close()
		h := hmac.New(sha256.New, []byte(key))
		h.Write([]byte("alert-1." + header.Get("Webhook-Timestamp") + "." + string(body)))
		want := "v1," + base64.StdEncoding.EncodeToString(h.Sum(nil))
		if secret == "" {
			want = ""
		}
		if got := header.Get("Webhook-Signature"); got != want || header.Get("Webhook-Timestamp") != "1935403200" || header.Get("Webhook-Id") != "alert-1" || header.Get("Idempotency-Key") != "alert-1" {
			t.Errorf("%v, want the signature %s", header, want)
		}
		var got struct {
			Schema, ID, Rule, Kind, Subject string
			Notices                         []alert.Notice
		}
		if err := json.Unmarshal(body, &got); err != nil || got.Schema != "rapporteur-alert/1" || got.ID != "alert-1" || got.Kind != "alerts" || len(got.Notices) != 1 || got.Notices[0].Entry != "m1" {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func TestWebhookAnswers(t *testing.T) {
	for _, c := range []struct {
		status int
		retry  string
		final  bool
		wish   time.Duration
	}{
		{500, "", false, 0}, {503, "120", false, 2 * time.Minute}, {429, "Thu, 01 May 2031 12:05:00 GMT", false, 5 * time.Minute}, {429, "soon", false, 0}, {503, "-5", false, 0},
		{410, "", true, 0}, {400, "", true, 0}, {404, "", false, 0}, {302, "", false, 0},
	} {
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", c.retry)
			w.Header().Set("Location", "http://elsewhere.example/secret")
			w.WriteHeader(c.status)
		}))
		w := &deliver.Webhook{Fetcher: fetch.New(fetch.Options{Networks: home}), Getenv: env(), Now: func() time.Time { return made }}
		err := w.Deliver(t.Context(), parcel(alert.Target{By: alert.Webhook, To: s.URL + "/T0/token"}))
		s.Close()
		var back *alert.Setback
		if !errors.As(err, &back) || back.Final != c.final || back.Wish != c.wish || strings.Contains(err.Error(), "token") {
			t.Errorf("%d, %q: %+v", c.status, c.retry, err)
		}
	}
}

// TestWebhookFailures: what did not leave was not taken, and of a line that breaks nobody
// knows; no failure tells an address or a secret.
func TestWebhookFailures(t *testing.T) {
	broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if c, _, err := http.NewResponseController(w).Hijack(); err == nil {
			_ = c.Close() // as a server that dies
		}
	}))
	defer broken.Close()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	deaf := "http://" + l.Addr().String() + "/T0/token"
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name     string
		networks []netip.Prefix
		target   alert.Target
		sure     bool
	}{
		{"the line breaks", home, alert.Target{By: alert.Webhook, To: broken.URL + "/T0/token"}, false},
		{"nobody listens", home, alert.Target{By: alert.Webhook, To: deaf}, true},
		{"a private address", nil, alert.Target{By: alert.Webhook, To: broken.URL + "/T0/token"}, true},
		{"no address", home, alert.Target{By: alert.Webhook, To: "env:NONE"}, true},
		{"an odd address", home, alert.Target{By: alert.Webhook, To: "env:ODD"}, true},
		{"no secret", home, alert.Target{By: alert.Webhook, To: broken.URL, Secret: "env:NONE"}, true},
	} {
		w := &deliver.Webhook{Fetcher: fetch.New(fetch.Options{Networks: c.networks}), Getenv: env("ODD", "ftp://T0/token"), Now: time.Now}
		err := w.Deliver(t.Context(), parcel(c.target))
		var back *alert.Setback
		if err == nil || errors.As(err, &back) != c.sure || strings.Contains(err.Error(), "token") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestMain is the command that letters are given to, where it is told so.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == "take" {
		take(os.Args[2:])
	}
	os.Exit(m.Run())
}

func take(args []string) {
	body, err := io.ReadAll(os.Stdin)
	switch {
	case err != nil:
		os.Exit(9)
	case args[0] == "refuse":
		fmt.Fprintln(os.Stderr, "no\troom\x1b[31m today")
		os.Exit(3)
	case args[0] == "hang":
		time.Sleep(time.Minute)
	}
	line := os.Getenv("RAPPORTEUR_ALERT_ID") + " " + os.Getenv("SMTP_PASSWORD") + " " + string(body)
	if err := os.WriteFile(args[0], []byte(line), 0o600); err != nil {
		os.Exit(8)
	}
	os.Exit(0)
}

func TestCommand(t *testing.T) {
	if runtime.GOOS == "windows" || strings.ContainsRune(os.Args[0], ' ') {
		t.Skip("the path of this program has other words")
	}
	c := &deliver.Command{Getenv: env("SMTP_PASSWORD", "hunter2", "PATH", os.Getenv("PATH"))}
	out := filepath.Join(t.TempDir(), "out")
	if err := c.Deliver(t.Context(), parcel(alert.Target{By: alert.Command, To: os.Args[0] + " take " + out})); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil || !strings.HasPrefix(string(got), "alert-1  {") || !strings.Contains(string(got), `"schema":"rapporteur-alert/1"`) {
		t.Errorf("%s, %v", got, err)
	}
	soon, end := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer end()
	for _, one := range []struct {
		ctx   context.Context
		words string
		sure  bool
		want  string
	}{
		{t.Context(), os.Args[0] + " take refuse", true, "ended with 3: no room[31m today"},
		{t.Context(), "/nowhere/at-all", true, "cannot be run"},
		{t.Context(), "", true, "no command"},
		{soon, os.Args[0] + " take hang", false, "took too long"},
	} {
		err := c.Deliver(one.ctx, parcel(alert.Target{By: alert.Command, To: one.words}))
		var back *alert.Setback
		if err == nil || errors.As(err, &back) != one.sure || !strings.Contains(err.Error(), one.want) {
			t.Errorf("%q: %v", one.words, err)
		}
	}
}
