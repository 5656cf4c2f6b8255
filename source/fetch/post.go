package fetch

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"

	"rapporteur"
)

// answerRead is the most of the answer to a post that is read, so that a connection ends
// in order.
const answerRead = 64 << 10

// Post sends something to a server, under the same guard as what is fetched, and gives the
// answer without its body, whatever its status; redirects are not followed. Errors never
// hold the address.
func (f *Fetcher) Post(ctx context.Context, address string, header http.Header, body []byte) (*Answer, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Message: "not an address; write it as https://host/path"}
	}
	if err := allowed(u); err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, u.String(), bytes.NewReader(body))
	if err != nil {
		return nil, withoutAddress(err)
	}
	r.Header = header.Clone()
	r.Header.Set("User-Agent", f.agent)
	response, err := f.client.Do(r)
	if err != nil {
		return nil, withoutAddress(err)
	}
	defer func() { _ = response.Body.Close() }()                          // the answer is known
	_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, answerRead)) // so is its status
	return &Answer{Address: u.Redacted(), Status: response.StatusCode, Header: response.Header}, nil
}
