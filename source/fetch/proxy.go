package fetch

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/http/httpproxy"

	"rapporteur"
)

// Proxy is what stands between the program and the web.
type Proxy struct {
	name string
	of   func(*url.URL) (*url.URL, error)
}

// FromEnvironment is the name of the proxies that HTTP_PROXY, HTTPS_PROXY and NO_PROXY
// name.
const FromEnvironment = "environment"

// ParseProxy reads what names a proxy: its address, http://proxy.example:3128, or
// FromEnvironment; nil for "", which is none.
func ParseProxy(name string) (*Proxy, error) {
	switch name {
	case "":
		return nil, nil
	case FromEnvironment:
		return &Proxy{name, httpproxy.FromEnvironment().ProxyFunc()}, nil
	}
	u, err := url.Parse(name)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "socks5" || u.Hostname() == "" {
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--proxy", Message: "give the proxy's address, such as http://proxy.example:3128, or " + FromEnvironment}
	}
	return &Proxy{u.Redacted(), func(*url.URL) (*url.URL, error) { return u, nil }}, nil
}

// String is the proxy's name, without a password.
func (p *Proxy) String() string { return p.name }

// way connects to the proxy, which a person named and which therefore is not asked about,
// and asks check about everything else: about the target first, as far as this machine
// knows its address, since the proxy will not ask. A name that this machine cannot
// resolve is left to the proxy.
func (p *Proxy) way(check func(string) error, o Options) way {
	guarded := direct(check, o.Resolver)
	free := &net.Dialer{Timeout: dialTime, Resolver: o.Resolver}
	proxies := map[string]bool{}
	if u, err := p.of(&url.URL{Scheme: "http", Host: "rapporteur.invalid"}); err == nil && u != nil {
		proxies[hostPort(u)] = true
	}
	if u, err := p.of(&url.URL{Scheme: "https", Host: "rapporteur.invalid"}); err == nil && u != nil {
		proxies[hostPort(u)] = true
	}
	told := &guard{tell: o.Tell, told: map[string]bool{}}
	return way{
		proxy: func(r *http.Request) (*url.URL, error) {
			via, err := p.of(r.URL)
			if err != nil || via == nil {
				return nil, err
			}
			if err := checkTarget(r.Context(), r.URL, check, o.Resolver); err != nil {
				return nil, err
			}
			told.once(fmt.Sprintf("fetching from %s through the proxy %s", r.URL.Hostname(), via.Redacted()))
			return via, nil
		},
		dial: func(ctx context.Context, network, address string) (net.Conn, error) {
			if proxies[address] {
				return free.DialContext(ctx, network, address)
			}
			return guarded.dial(ctx, network, address)
		},
	}
}

// checkTarget asks about every address that a host is known under here.
func checkTarget(ctx context.Context, u *url.URL, check func(string) error, resolver *net.Resolver) error {
	if resolver == nil {
		resolver = net.DefaultResolver
	}
	_, port, err := net.SplitHostPort(hostPort(u))
	if err != nil {
		return err
	}
	host := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	if a, err := netip.ParseAddr(host); err == nil {
		return check(net.JoinHostPort(a.String(), port))
	}
	if numeric(host) || host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return check(host)
	}
	addresses, err := resolver.LookupNetIP(ctx, "ip", host)
	if err != nil {
		return nil // the proxy knows it, or nobody does
	}
	for _, a := range addresses {
		if err := check(net.JoinHostPort(a.Unmap().String(), port)); err != nil {
			return err
		}
	}
	return nil
}

// numeric reports whether a host is a number in a spelling that some read as an IPv4
// address: 2130706433, 0x7f.1, 127.1 (WHATWG URL, "ends in a number").
func numeric(host string) bool {
	last := host[strings.LastIndexByte(host, '.')+1:]
	_, err := strconv.ParseUint(last, 0, 64)
	return err == nil || strings.Trim(last, "0123456789") == ""
}

// hostPort is the host of an address with its port, that of the scheme if it has none.
func hostPort(u *url.URL) string {
	port := u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443", "socks5": "1080"}[u.Scheme]
	}
	return net.JoinHostPort(u.Hostname(), port)
}
