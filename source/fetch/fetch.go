package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"time"

	"rapporteur"
)

// Limits on what is fetched: one page, not a site.
const (
	longest        = 30 * time.Second
	dialTime       = 10 * time.Second
	redirectsMost  = 5
	bodyLargest    = 10 << 20 // bytes over the wire, and when unpacked
	headersLargest = 64 << 10
)

// Options say from where a fetcher may fetch, beside the public internet. The zero value
// is the strictest.
type Options struct {
	// Version is the program's, for the servers that it asks.
	Version string
	// Purpose is why it asks, in a few words; empty is that a person asked for one report.
	Purpose string
	// Networks are blocks of addresses that are fetched from as well, at any port.
	Networks []netip.Prefix
	// Proxy stands between, if it is set.
	Proxy *Proxy
	// Tell is told, once for each host, what is fetched from an allowed network or through
	// a proxy; nil tells nobody.
	Tell func(string)
	// Time is the longest that one answer may take, 0 for 30 seconds.
	Time time.Duration
	// Resolver resolves names; nil is the machine's.
	Resolver *net.Resolver
}

// Fetcher gets pages. It may be used by several goroutines.
type Fetcher struct {
	client *http.Client
	agent  string
}

// New makes a fetcher.
func New(o Options) *Fetcher {
	g := &guard{networks: o.Networks, tell: o.Tell, told: map[string]bool{}}
	return o.fetcher(g.check)
}

// fetcher makes a fetcher that asks check about every address it is about to connect to.
func (o Options) fetcher(check func(address string) error) *Fetcher {
	if o.Time == 0 {
		o.Time = longest
	}
	if o.Purpose == "" {
		o.Purpose = "reads one report for the person who asked for it"
	}
	way := direct(check, o.Resolver)
	if o.Proxy != nil {
		way = o.Proxy.way(check, o)
	}
	return &Fetcher{
		agent: fmt.Sprintf("rapporteur/%s (%s)", o.Version, o.Purpose),
		client: &http.Client{
			Timeout:       o.Time,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
			Transport: &http.Transport{
				Proxy:                  way.proxy,
				DialContext:            way.dial,
				DisableKeepAlives:      true,
				DisableCompression:     true, // unpacked here, under limits of its own
				ForceAttemptHTTP2:      true,
				TLSHandshakeTimeout:    dialTime,
				ResponseHeaderTimeout:  o.Time,
				MaxResponseHeaderBytes: headersLargest,
			},
		},
	}
}

// way is how connections are made: to whom, and through what.
type way struct {
	dial  func(ctx context.Context, network, address string) (net.Conn, error)
	proxy func(*http.Request) (*url.URL, error)
}

// direct dials the host itself, which check has to allow. Proxies from the environment
// are not used: a proxy resolves names itself, behind the guard's back.
func direct(check func(string) error, resolver *net.Resolver) way {
	dialer := &net.Dialer{Timeout: dialTime, Control: control(check), Resolver: resolver}
	return way{dial: dialer.DialContext}
}

// Request is what is asked of a server.
type Request struct {
	Address string
	// Accept is what is wanted, by media type; empty is a page.
	Accept string
	// ETag and Modified are those of what was fetched before: what has not changed since
	// is answered with 304 and no body.
	ETag, Modified string
}

// Pages is what a request for a page accepts.
const Pages = "text/html,application/xhtml+xml,text/plain;q=0.9"

// Answer is what a server answered.
type Answer struct {
	// Address is where the answer came from, behind redirects that were followed.
	Address string
	Status  int
	Header  http.Header
	// Body is as it was sent, unpacked.
	Body []byte
}

// Ask asks once and gives the answer, whatever its status; redirects are not followed.
func (f *Fetcher) Ask(ctx context.Context, q Request) (*Answer, error) {
	u, err := url.Parse(q.Address)
	if err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Message: "not an address; write it as https://host/path"}
	}
	if err := allowed(u); err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", f.agent)
	r.Header.Set("Accept", orElse(q.Accept, Pages))
	r.Header.Set("Accept-Language", "en")
	r.Header.Set("Accept-Encoding", "gzip")
	for name, value := range map[string]string{"If-None-Match": q.ETag, "If-Modified-Since": q.Modified} {
		if value != "" {
			r.Header.Set(name, value)
		}
	}
	response, err := f.client.Do(r)
	if err != nil {
		return nil, withoutAddress(err)
	}
	defer func() { _ = response.Body.Close() }() // nothing was written
	out := &Answer{Address: u.String(), Status: response.StatusCode, Header: response.Header}
	if out.Status == http.StatusOK {
		out.Body, err = unpack(response)
	}
	return out, err
}

// Get gets one page, through a few redirects.
func (f *Fetcher) Get(ctx context.Context, address string) (*Answer, error) {
	for range redirectsMost + 1 {
		a, err := f.Ask(ctx, Request{Address: address})
		if err != nil {
			return nil, err
		}
		switch to, moved := a.Moved(); {
		case moved:
			address = to
		case a.Status != http.StatusOK:
			return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Message: "the server answered " + a.status() + "; open the address in a browser and save the page"}
		default:
			return a, nil
		}
	}
	return nil, ErrRedirects
}

// ErrRedirects is the error of what leads from one address to another without an end.
var ErrRedirects = &rapporteur.Error{Code: rapporteur.Unreadable, Message: fmt.Sprintf("more than %d redirects; give the address that they lead to", redirectsMost)}

// Moved gives the address that an answer redirects to.
func (a *Answer) Moved() (string, bool) {
	switch a.Status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return "", false
	}
	from, err := url.Parse(a.Address)
	to := a.Header.Get("Location")
	if err != nil || to == "" {
		return "", false
	}
	u, err := from.Parse(to)
	if err != nil {
		return "", false
	}
	u.Fragment = ""
	return u.String(), true
}

// ForGood says that a redirect is to be remembered.
func (a *Answer) ForGood() bool {
	return a.Status == http.StatusMovedPermanently || a.Status == http.StatusPermanentRedirect
}

// status is a status in numbers and words.
func (a *Answer) status() string {
	return fmt.Sprint(a.Status, " ", http.StatusText(a.Status))
}

// withoutAddress leaves out the address that errors of net/http repeat.
func withoutAddress(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

func orElse(s, other string) string {
	if s != "" {
		return s
	}
	return other
}
