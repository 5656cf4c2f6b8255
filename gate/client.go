package gate

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// client is who sends a request, as far as the network tells.
type client struct {
	address string
	// secure says that the request came by https, here or at a proxy.
	secure bool
	// who is the name of who asks, once it is known, for the log.
	who string
}

// clientKey is the key of client among the values of a context.
type clientKey struct{}

func clientOf(r *http.Request) *client {
	if c, ok := r.Context().Value(clientKey{}).(*client); ok {
		return c
	}
	return &client{}
}

// Address is where a request comes from: the other end of the connection or, behind
// proxies that are trusted, what they say of it.
func Address(r *http.Request) string { return clientOf(r).address }

// told puts into a request where it comes from, and the host that it asked for. What
// is forwarded is believed of proxies that are trusted alone, as anybody can write it.
func told(next http.Handler, proxies []netip.Prefix) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := clientOf(r)
		c.address, c.secure = hostOf(r.RemoteAddr), r.TLS != nil
		if trusted(c.address, proxies) {
			r = forwarded(r, c, proxies)
		}
		next.ServeHTTP(w, r)
	})
}

// forwarded takes what a trusted proxy says of a request.
func forwarded(r *http.Request, c *client, proxies []netip.Prefix) *http.Request {
	c.address = farthest(r.Header.Values("X-Forwarded-For"), c.address, proxies)
	if last(r.Header.Values("X-Forwarded-Proto")) == "https" {
		c.secure = true
	}
	if host := last(r.Header.Values("X-Forwarded-Host")); host != "" {
		r = r.Clone(r.Context())
		r.Host = host
	}
	return r
}

// farthest is the first address, from this server outwards, that is no trusted proxy's:
// what stands before it anybody may have written.
func farthest(lines []string, address string, proxies []netip.Prefix) string {
	list := strings.Split(strings.Join(lines, ","), ",")
	for i := len(list) - 1; i >= 0 && trusted(address, proxies); i-- {
		ip, err := netip.ParseAddr(hostOf(strings.TrimSpace(list[i])))
		if err != nil {
			break
		}
		address = ip.Unmap().String()
	}
	return address
}

// last is the last value of a header, that of the nearest proxy.
func last(lines []string) string {
	all := strings.Split(strings.Join(lines, ","), ",")
	return strings.ToLower(strings.TrimSpace(all[len(all)-1]))
}

func trusted(address string, proxies []netip.Prefix) bool {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return false
	}
	for _, p := range proxies {
		if p.Contains(ip.Unmap()) {
			return true
		}
	}
	return false
}

// hostOf is an address without its port and brackets.
func hostOf(address string) string {
	if host, _, err := net.SplitHostPort(address); err == nil {
		address = host
	}
	return strings.Trim(address, "[]")
}

// withClient is a context that is told who sends the request.
func withClient(r *http.Request) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), clientKey{}, &client{}))
}
