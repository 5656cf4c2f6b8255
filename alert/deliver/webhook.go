package deliver

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptrace"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"rapporteur/alert"
	"rapporteur/source/fetch"
)

// Webhook posts letters as JSON.
type Webhook struct {
	// Fetcher says where to it may be posted.
	Fetcher *fetch.Fetcher
	Getenv  func(string) string
	Now     func() time.Time
}

// encodedSecret begins a secret that is written in base64, as Standard Webhooks has it.
const encodedSecret = "whsec_"

// Sign gives the signature of a body that is sent under an id at a time.
func Sign(secret, id string, at time.Time, body []byte) string {
	key := []byte(secret)
	if coded, ok := strings.CutPrefix(secret, encodedSecret); ok {
		if plain, err := base64.StdEncoding.DecodeString(coded); err == nil {
			key = plain
		}
	}
	h := hmac.New(sha256.New, key)
	_, _ = fmt.Fprintf(h, "%s.%d.%s", id, at.Unix(), body) // a hash takes everything
	return "v1," + base64.StdEncoding.EncodeToString(h.Sum(nil))
}

// Deliver posts a parcel. What is not answered with 2xx was not taken.
func (w *Webhook) Deliver(ctx context.Context, p *alert.Parcel) error {
	address, err := p.To.Address(w.Getenv)
	if err == nil {
		err = alert.CheckURL("webhook", address)
	}
	if err != nil {
		return refused(err)
	}
	body, err := p.JSON()
	if err != nil {
		return refused(err)
	}
	at := w.Now()
	header := http.Header{"Content-Type": {"application/json"}, "Webhook-Id": {p.ID}, "Idempotency-Key": {p.ID}, "Webhook-Timestamp": {strconv.FormatInt(at.Unix(), 10)}}
	if p.To.Secret != "" {
		secret, err := p.To.Secret.Reveal(w.Getenv)
		if err != nil {
			return refused(err)
		}
		header.Set("Webhook-Signature", Sign(secret, p.ID, at, body))
	}
	var begun atomic.Bool // something may have arrived
	traced := httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { begun.Store(true) }})
	a, err := w.Fetcher.Post(traced, address, header, body)
	switch {
	case err != nil && !begun.Load():
		return refused(err)
	case err != nil:
		return err
	}
	return answered(a.Status, a.Header, at)
}

// refused is a letter that did not leave.
func refused(err error) *alert.Setback { return &alert.Setback{Reason: err.Error()} }

// answered reads an answer.
func answered(status int, header http.Header, now time.Time) error {
	if status >= 200 && status < 300 {
		return nil
	}
	s := &alert.Setback{Reason: fmt.Sprintf("the receiver answered %d %s", status, http.StatusText(status)), Wish: wish(header.Get("Retry-After"), now)}
	switch {
	case status == http.StatusGone:
		s.Final, s.Reason = true, s.Reason+": it wants no more"
	case status >= 300 && status < 400:
		s.Reason += "; letters follow no redirects, give the address that it leads to"
	case status == http.StatusBadRequest, status == http.StatusRequestEntityTooLarge, status == http.StatusUnprocessableEntity, status == http.StatusUnsupportedMediaType:
		s.Final = true // the same bytes would be refused again
	}
	return s
}

// wish reads Retry-After: seconds, or a time.
func wish(text string, now time.Time) time.Duration {
	if seconds, err := strconv.ParseInt(strings.TrimSpace(text), 10, 32); err == nil && seconds > 0 {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil {
		return max(0, at.Sub(now))
	}
	return 0
}
