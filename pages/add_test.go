package pages_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"rapporteur/access"
	"rapporteur/record"
)

var draftTokens = regexp.MustCompile(`name="token" value="([^"]+)"`)

// TestAdd shows what a text says before it is kept.
func TestAdd(t *testing.T) {
	r, open, notes := desk(t)
	h := as(access.Editor, open)
	count := func() int {
		n, err := r.CountReports(t.Context(), record.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	holds(t, h, "/add", http.StatusOK, `name="text"`, `name="address"`, `type="file"`)
	a, body := post(t, h, "/add", url.Values{"text": {"Ghana and Togo spoke of <b>fish</b>."}, "published": {"2027-03-05"}, "outlet": {"The Net"}})
	if a.StatusCode != http.StatusOK || !strings.Contains(body, "not kept yet") || !strings.Contains(body, "&lt;b&gt;fish") || count() != 2 {
		t.Fatalf("%d, %d reports: %s", a.StatusCode, count(), mainOf(body))
	}
	token := draftTokens.FindStringSubmatch(body)[1]
	if a, _ := post(t, as(access.Reader, open), "/add/keep", url.Values{"token": {token}}); a.StatusCode != http.StatusForbidden || count() != 2 {
		t.Errorf("a reader: %d", a.StatusCode)
	}
	a, body = post(t, h, "/add/keep", url.Values{"token": {token}})
	if a.StatusCode != http.StatusSeeOther || count() != 3 || len(*notes) != 1 {
		t.Fatalf("%d, %d reports, %q: %s", a.StatusCode, count(), *notes, mainOf(body))
	}
	holds(t, h, a.Header.Get("Location"), http.StatusOK, "The Net", "Ghana and Togo")
	if a, _ = post(t, h, "/add/keep", url.Values{"token": {token}}); a.StatusCode != http.StatusNotFound {
		t.Errorf("kept twice: %d", a.StatusCode)
	}
	if _, body = post(t, h, "/add", url.Values{"text": {"Ghana and Togo spoke of <b>fish</b>."}, "published": {"2027-03-05"}, "outlet": {"The Net"}}); !strings.Contains(body, "on the record already") {
		t.Error(mainOf(body))
	}
}

// TestAddRefuses opens no file of the machine, and nothing that is not on the web.
func TestAddRefuses(t *testing.T) {
	_, open, _ := desk(t)
	h := as(access.Editor, open)
	for _, address := range []string{"/etc/hostname", "file:///etc/hostname", "-", "http://127.0.0.1:1/x", "http://[::1]/", "ftp://example.org/x"} {
		_, body := post(t, h, "/add", url.Values{"address": {address}})
		if !strings.Contains(body, `class="wrong"`) || draftTokens.MatchString(body) {
			t.Errorf("%s: %s", address, mainOf(body))
		}
	}
	for status, form := range map[int][]url.Values{http.StatusUnprocessableEntity: {{}, {"text": {"x"}, "published": {"soon"}}}, http.StatusOK: {{"text": {"this is unreadable"}}}} {
		for _, f := range form {
			if a, body := post(t, h, "/add", f); a.StatusCode != status || !strings.Contains(body, `class="wrong"`) {
				t.Errorf("%v: %d %s", f, a.StatusCode, mainOf(body))
			}
		}
	}
	holds(t, as(access.Reader, open), "/add", http.StatusOK, "Readers cannot add reports.")
}

// TestAddFiles reads files, also one of many reports.
func TestAddFiles(t *testing.T) {
	r, open, _ := desk(t)
	h := as(access.Editor, open)
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	for name, body := range map[string]string{"one.html": "<html><body><article><h1>Talks end</h1><p>Ghana and Togo ended their talks in Accra after three days.</p></article></body></html>",
		"two.jsonl": `{"text":"Mali and Niger spoke of wells.","published":"2027-03-04"}` + "\n" + `{"text":"Mali wants wells.","published":"2027-03-05"}` + "\n"} {
		f, err := w.CreateFormFile("file", name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	q := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/add", &out)
	q.Header.Set("Content-Type", w.FormDataContentType())
	a, body := answer(t, h, q)
	if a.StatusCode != http.StatusOK || !strings.Contains(body, "Keep all of them") {
		t.Fatalf("%d %s", a.StatusCode, mainOf(body))
	}
	form := url.Values{}
	for _, m := range draftTokens.FindAllStringSubmatch(body[strings.LastIndex(body, `action="/add/keep"`):], -1) {
		form.Add("token", m[1])
	}
	if a, _ = post(t, h, "/add/keep", form); a.Header.Get("Location") != "/reports" {
		t.Errorf("%d %s", a.StatusCode, a.Header.Get("Location"))
	}
	if n, err := r.CountReports(t.Context(), record.Filter{}); err != nil || n != 5 {
		t.Error(n, err)
	}
}
