package gate_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"strings"
	"testing"

	"rapporteur/gate"
)

// TestAnswersArePacked holds what is packed, for whom, and that its bytes are those of the
// face.
func TestAnswersArePacked(t *testing.T) {
	long := strings.Repeat("The ferries are late. ", 200)
	h, _, _ := guarded(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", r.URL.Query().Get("type"))
		w.Header().Set("ETag", `"one"`)
		if r.URL.Path == "/short" {
			_, _ = io.WriteString(w, long[:50])
			return
		}
		_, _ = io.WriteString(w, long)
	}, gate.Options{})
	for _, test := range []struct {
		what, path, accept string
		packed             bool
	}{
		{"a page", "/?type=text/html", "gzip, br", true},
		{"an answer", "/?type=application/json", "gzip", true},
		{"a problem", "/?type=application/problem%2Bjson", "gzip", true},
		{"a drawing", "/?type=image/svg%2Bxml", "gzip", true},
		{"for who takes it not", "/?type=text/html", "", false},
		{"for who refuses it", "/?type=text/html", "gzip;q=0", false},
		{"what is short", "/short?type=text/html", "gzip", false},
		{"a document", "/?type=application/vnd.openxmlformats-officedocument.wordprocessingml.document", "gzip", false},
		{"a sheet in a file", "/?type=application/zip", "gzip", false},
	} {
		a := ask(h, http.MethodGet, "localhost", "", test.path, "Accept-Encoding", test.accept)
		var body io.Reader = a.Body
		if packed := a.Header.Get("Content-Encoding") == "gzip"; packed != test.packed {
			t.Errorf("%s: packed: %t", test.what, packed)
		} else if packed {
			unpacked, err := gzip.NewReader(a.Body)
			if err != nil {
				t.Fatal(err)
			}
			body = unpacked
			if tag := a.Header.Get("ETag"); tag != `"one-gzip"` {
				t.Errorf("%s: %s", test.what, tag)
			}
			if !strings.Contains(a.Header.Get("Vary"), "Accept-Encoding") {
				t.Errorf("%s: Vary: %s", test.what, a.Header.Get("Vary"))
			}
		}
		if got, err := io.ReadAll(body); err != nil || !strings.HasPrefix(long, string(got)) {
			t.Errorf("%s: %v", test.what, err)
		}
	}
}
