package gate

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"strings"
	"time"

	"rapporteur"
)

// Options say what is let through.
type Options struct {
	// Hosts are the names that the server answers for, without ports, besides those of
	// this machine. A page elsewhere whose name is made to point here gets nothing
	// (DNS rebinding).
	Hosts []string
	// Origin is where people come to, https://desk.example, empty for where the server
	// listens.
	Origin string
	// Proxies are the addresses whose X-Forwarded headers are believed.
	Proxies []netip.Prefix
	// Door lets people in; without one everybody is taken for somebody at this machine.
	Door *Door
	// In gives a context in which a face asks in the name of a desk, nil where there are
	// none; Shared are the paths of what is everybody's, which nobody changes in the name
	// of a desk, as Open of a Door has them.
	In     func(ctx context.Context, namespace string) context.Context
	Shared []string
	// Rate is how often a second a user may ask, 0 for as often as they like.
	Rate float64
	// Body is the size in bytes of the largest request, Time the longest that one takes.
	Body int64
	Time time.Duration
	Log  *slog.Logger
}

// Wrap puts the gate before a face.
func Wrap(next http.Handler, o Options, counts *Counts) http.Handler {
	h := http.TimeoutHandler(http.MaxBytesHandler(next, o.Body), o.Time, "the answer took too long; ask for less of it")
	h = atDesk(h, o.In, o.Shared)
	h = compressed(h)
	limits := newLimiter(max(o.Rate, 1), counts)
	if o.Rate > 0 {
		h = limits.byName(h)
	}
	if o.Door != nil {
		h = o.Door.admit(h)
	} else {
		h = here(h)
	}
	if o.Rate > 0 {
		h = limits.byAddress(h)
	}
	h = sameOrigin(h, o.Origin)
	h = named(h, o.Hosts)
	h = headers(h, strings.HasPrefix(o.Origin, "https:"))
	h = told(h, o.Proxies)
	h = whole(h, o.Log)
	return counted(h, o.Log, counts)
}

// sameOrigin refuses what a page elsewhere has a browser send. A proxy may ask for this
// server by another name than people do, so their origin is given.
func sameOrigin(next http.Handler, origin string) http.Handler {
	cross := http.NewCrossOriginProtection()
	if origin != "" {
		_ = cross.AddTrustedOrigin(origin) // one that is none trusts nobody
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := cross.Check(r); err != nil {
			refuse(w, r, http.StatusForbidden, "a page of another origin sent this; nothing was done")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// policy lets a page load what this server serves and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// headers keep pages to themselves (OWASP Secure Headers).
func headers(next http.Handler, secure bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		if secure || clientOf(r).secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

// named refuses requests that name a host that this server is not.
func named(next http.Handler, hosts []string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isHost(r.Host, hosts) && !isLocal(r) {
			refuse(w, r, http.StatusMisdirectedRequest, "this server does not answer for "+r.Host+"; start it with --public-url")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func isHost(host string, hosts []string) bool {
	host = strings.ToLower(hostOf(host))
	for _, one := range hosts {
		if host == strings.ToLower(one) {
			return true
		}
	}
	return host == "localhost" || IsLoopback(host)
}

// isLocal says whether a request names the address that it came to: whoever points a name
// here cannot make a browser say so.
func isLocal(r *http.Request) bool {
	local, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok {
		return false
	}
	ip, err := netip.ParseAddr(hostOf(r.Host))
	return err == nil && ip.Unmap().String() == hostOf(local.String())
}

// IsLoopback says whether an address is this machine's own.
func IsLoopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

// whole turns the failure of one request into its answer.
func whole(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			what := recover()
			if what == nil {
				return
			}
			if what == http.ErrAbortHandler {
				panic(what)
			}
			log.Error("a request failed", "path", r.URL.Path, "panic", what, "stack", string(debug.Stack()), "code", rapporteur.Internal)
			refuse(w, r, http.StatusInternalServerError, "the server could not answer; its log says why")
		}()
		next.ServeHTTP(w, r)
	})
}
