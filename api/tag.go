package api

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// tagged gives every answer to a GET an ETag, and those that the asker has already no
// body (RFC 9110, 8.8.3 and 13.1.2).
func (m *memory) tagged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			next.ServeHTTP(w, r)
			return
		}
		a, err := m.answer(next, r)
		if err != nil { // the record does not answer, or who asked is gone
			failed(w, err)
			return
		}
		for name, values := range a.header {
			w.Header()[name] = slices.Clone(values) // it is others' too
		}
		if a.tag != "" {
			w.Header().Set("ETag", a.tag)
			w.Header().Set("Cache-Control", "private, no-cache")
			w.Header().Add("Vary", "Accept")
			if has(r.Header.Get("If-None-Match"), a.tag) {
				w.WriteHeader(http.StatusNotModified)
				return
			}
		}
		w.WriteHeader(a.status)
		_, _ = w.Write(a.body.Bytes()) // who asked may be gone
	})
}

// failed answers that nothing could be answered.
func failed(w http.ResponseWriter, err error) {
	p := problem(err)
	status := http.StatusInternalServerError
	if known, ok := p.(huma.StatusError); ok {
		status = known.GetStatus()
	}
	refused(w, status, p)
}

// has says whether a list of tags holds one, or that of the same answer packed, which a
// gate gives that packs it.
func has(list, tag string) bool {
	for one := range strings.SplitSeq(list, ",") {
		one = strings.TrimPrefix(strings.TrimSpace(one), "W/")
		if one = strings.Replace(one, `-gzip"`, `"`, 1); one == tag || one == "*" {
			return true
		}
	}
	return false
}

// held keeps an answer until it is whole.
type held struct {
	header http.Header
	body   bytes.Buffer
	status int
	// tag is its ETag, empty for what is no success.
	tag string
}

func (h *held) Header() http.Header         { return h.header }
func (h *held) WriteHeader(status int)      { h.status = status }
func (h *held) Write(b []byte) (int, error) { return h.body.Write(b) }

// hold makes an answer.
func hold(next http.Handler, r *http.Request) *held {
	h := &held{header: http.Header{}, status: http.StatusOK}
	next.ServeHTTP(h, r)
	if h.status == http.StatusOK {
		sum := sha256.Sum256(h.body.Bytes())
		h.tag = `"` + hex.EncodeToString(sum[:12]) + `"`
	}
	return h
}
