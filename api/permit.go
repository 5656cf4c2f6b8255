package api

import (
	"encoding/json"
	"errors"
	"net/http"

	"rapporteur/access"

	"github.com/danielgtaylor/huma/v2"
)

// permitted lets those ask who may, and those change the record who may that: 401 for
// who is not known, 403 for whose role does not allow it.
func permitted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		deed := access.Change
		if r.Method == http.MethodGet || r.Method == http.MethodHead || r.Method == http.MethodOptions {
			deed = access.Ask
		}
		if err := access.Allow(r.Context(), deed); err != nil {
			denied(w, err)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// denied answers who may not.
func denied(w http.ResponseWriter, err error) {
	status := http.StatusForbidden
	if errors.Is(err, access.ErrUnknown) {
		status = http.StatusUnauthorized
		w.Header().Set("WWW-Authenticate", `Bearer realm="rapporteur"`)
	}
	refused(w, status, huma.NewError(status, err.Error()))
}

// refused writes a problem (RFC 9457).
func refused(w http.ResponseWriter, status int, p any) {
	body, wrong := json.Marshal(p)
	if wrong != nil {
		panic(wrong) // a problem is text and numbers
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_, _ = w.Write(body) // who asked may be gone
}

// secured says in the document how a program shows who it is.
func secured(c *huma.Config) {
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"key":     {Type: "http", Scheme: "bearer", Description: "A key of `rapporteur keys add`. Not asked for where the server listens to its own machine alone."},
		"session": {Type: "apiKey", In: "cookie", Name: "rapporteur", Description: "The session of a person who has logged in; by https its name is __Host-rapporteur."},
	}
	c.Security = []map[string][]string{{"key": {}}, {"session": {}}, {}}
}
