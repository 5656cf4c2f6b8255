package gate

import (
	"net/http"
	"strconv"
	"time"

	"rapporteur/access"
)

// addressShare is how many times what a user may ask an address may: an office can
// stand behind one.
const addressShare = 10

// limiter bounds how often an address asks, before it is looked up who it is, and how
// often each user and key does, from wherever.
type limiter struct {
	addresses, names *access.Limits
	counts           *Counts
}

// newLimiter lets each user ask so often a second, and ten seconds' worth at once.
func newLimiter(perSecond float64, counts *Counts) *limiter {
	every := func(rate float64) access.Allowance {
		return access.Allowance{Every: time.Duration(float64(time.Second) / rate), Burst: max(1, int(10*rate))}
	}
	return &limiter{access.NewLimits(every(perSecond * addressShare)), access.NewLimits(every(perSecond)), counts}
}

// byAddress limits addresses but those of this machine.
func (l *limiter) byAddress(next http.Handler) http.Handler {
	return l.by(next, l.addresses, func(r *http.Request) string {
		if address := Address(r); !IsLoopback(address) {
			return access.Network(address)
		}
		return ""
	})
}

// byName limits users and keys.
func (l *limiter) byName(next http.Handler) http.Handler {
	return l.by(next, l.names, func(r *http.Request) string {
		who, _ := access.From(r.Context())
		return who.Name
	})
}

// by limits requests by a name, those without one not at all.
func (l *limiter) by(next http.Handler, limits *access.Limits, name func(*http.Request) string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if of := name(r); of != "" {
			if wait := limits.Take(of, time.Now()); wait > 0 {
				l.counts.refuse()
				after := &access.LimitError{After: wait}
				w.Header().Set("Retry-After", strconv.Itoa(after.Seconds()))
				refuse(w, r, http.StatusTooManyRequests, "too many requests; "+after.Error())
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// here is who asks where no log-in is demanded: somebody at this machine.
func here(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who := access.Who{Role: access.Admin, Address: Address(r), Shared: true}
		who.Namespace, _ = namespaceOf(r)
		next.ServeHTTP(w, r.WithContext(access.With(r.Context(), who)))
	})
}
