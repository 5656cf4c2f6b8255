package gate

import (
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
	// Secure says that people come by https, here or at a proxy.
	Secure bool
	// Body is the size in bytes of the largest request, Time the longest that one takes.
	Body int64
	Time time.Duration
	Log  *slog.Logger
}

// Wrap puts the gate before a face.
func Wrap(next http.Handler, o Options, counts *Counts) http.Handler {
	cross := http.NewCrossOriginProtection()
	h := http.TimeoutHandler(http.MaxBytesHandler(next, o.Body), o.Time, "the answer took too long; ask for less of it")
	h = cross.Handler(h)
	h = named(h, o.Hosts)
	h = headers(h, o.Secure)
	h = whole(h, o.Log)
	return counted(h, o.Log, counts)
}

// policy lets a page load what this server serves and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

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
		if secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

// named refuses requests that name a host that this server is not.
func named(next http.Handler, hosts []string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isHost(r.Host, hosts) {
			http.Error(w, "this server does not answer for "+r.Host+"; start it with --public-url", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func isHost(host string, hosts []string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.Trim(host, "[]"))
	for _, one := range hosts {
		if host == strings.ToLower(one) {
			return true
		}
	}
	return host == "localhost" || IsLoopback(host)
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
			http.Error(w, "the server could not answer; its log says why", http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}
