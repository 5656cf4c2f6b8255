package gate

import (
	"encoding/json"
	"net/http"
	"strings"
)

// refusal is a problem in the form of RFC 9457.
type refusal struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

// refuse says why there is no answer: to programs as a problem, to people in a line.
func refuse(w http.ResponseWriter, r *http.Request, status int, why string) {
	w.Header().Set("Cache-Control", "no-store")
	if forPeople(r) {
		http.Error(w, why, status)
		return
	}
	body, err := json.Marshal(refusal{http.StatusText(status), status, why})
	if err != nil { // no text fails to be a string of JSON
		body = []byte(`{"status":500}`)
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_, _ = w.Write(body) // who asked may be gone
}

// forPeople says whether a page is asked for and not data.
func forPeople(r *http.Request) bool {
	return !strings.HasPrefix(r.URL.Path, "/api/") && strings.Contains(r.Header.Get("Accept"), "text/html")
}
