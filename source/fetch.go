package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"rapporteur"
)

// Limits on what is fetched: one page, not a site.
const (
	fetchTime      = 30 * time.Second
	dialTime       = 10 * time.Second
	redirectsMost  = 5
	packedLargest  = 10 << 20 // bytes over the wire
	pageLargest    = 10 << 20 // bytes when unpacked
	headersLargest = 64 << 10
)

// fetcher gets pages from the public internet, and from nowhere else.
type fetcher struct {
	client *http.Client
	agent  string
}

// answer is a page, and the address that it came from in the end.
type answer struct {
	url  string
	body []byte
}

func newFetcher(version string) *fetcher {
	return guarded(version, refuse)
}

// guarded makes a fetcher that asks the guard about every address it is about
// to connect to. Proxies from the environment are not used: a proxy resolves
// names itself, behind the guard's back.
func guarded(version string, guard func(address string) error) *fetcher {
	dialer := &net.Dialer{Timeout: dialTime, Control: control(guard)}
	return &fetcher{
		agent: fmt.Sprintf("rapporteur/%s (reads one report for the person who asked for it)", version),
		client: &http.Client{
			Timeout:       fetchTime,
			CheckRedirect: redirect,
			Transport: &http.Transport{
				DialContext:            dialer.DialContext,
				DisableKeepAlives:      true,
				DisableCompression:     true, // unpacked here, under limits of its own
				ForceAttemptHTTP2:      true,
				TLSHandshakeTimeout:    dialTime,
				ResponseHeaderTimeout:  fetchTime,
				MaxResponseHeaderBytes: headersLargest,
			},
		},
	}
}

// redirect allows a few steps, each to an address of the web.
func redirect(r *http.Request, via []*http.Request) error {
	if len(via) > redirectsMost {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Message: fmt.Sprintf("more than %d redirects; give the address that they lead to", redirectsMost)}
	}
	return allowed(r.URL)
}

// get fetches one page.
func (f *fetcher) get(ctx context.Context, target string) (answer, error) {
	u, err := url.Parse(target)
	if err != nil {
		return answer{}, &rapporteur.Error{Code: rapporteur.Invalid, Message: "not an address; write it as https://host/path"}
	}
	if err := allowed(u); err != nil {
		return answer{}, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return answer{}, err
	}
	r.Header.Set("User-Agent", f.agent)
	r.Header.Set("Accept", "text/html,application/xhtml+xml,text/plain;q=0.9")
	r.Header.Set("Accept-Language", "en")
	r.Header.Set("Accept-Encoding", "gzip")
	response, err := f.client.Do(r)
	if err != nil {
		return answer{}, err
	}
	defer func() { _ = response.Body.Close() }() // nothing was written
	if response.StatusCode != http.StatusOK {
		return answer{}, &rapporteur.Error{Code: rapporteur.Unreadable, Message: "the server answered " + response.Status + "; open the address in a browser and save the page"}
	}
	body, err := unpack(response)
	return answer{response.Request.URL.String(), body}, err
}

// unpack reads the body, within limits before and after decompression.
func unpack(response *http.Response) ([]byte, error) {
	var body io.Reader = &limited{response.Body, packedLargest}
	switch coding := response.Header.Get("Content-Encoding"); coding {
	case "", "identity":
	case "gzip", "x-gzip":
		packed, err := gzip.NewReader(body)
		if err != nil {
			return nil, err
		}
		body = packed
	default:
		return nil, fmt.Errorf("packed as %q, which was not asked for", coding)
	}
	data, err := io.ReadAll(&limited{body, pageLargest})
	if err != nil {
		return nil, err
	}
	return transcode(data, response.Header.Get("Content-Type")), nil
}

// transcode makes UTF-8 of a page whose encoding only the server declares.
func transcode(data []byte, contentType string) []byte {
	if utf8.Valid(data) {
		return data
	}
	encoding, name, _ := charset.DetermineEncoding(nil, contentType)
	if !bytes.Contains(bytes.ToLower([]byte(contentType)), []byte("charset")) || name == "utf-8" {
		return data
	}
	if out, err := encoding.NewDecoder().Bytes(data); err == nil {
		return out
	}
	return data
}

// limited fails where io.LimitedReader would pass off a part as the whole.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	if l.left < 0 {
		return 0, errTooLong
	}
	if int64(len(p)) > l.left+1 {
		p = p[:l.left+1]
	}
	n, err := l.r.Read(p)
	l.left -= int64(n)
	if l.left < 0 {
		return n, errTooLong
	}
	return n, err
}
