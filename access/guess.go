package access

import (
	"fmt"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// LimitError is that somebody tries too often.
type LimitError struct{ After time.Duration }

func (e *LimitError) Error() string {
	return fmt.Sprintf("too many attempts; try again in %d seconds", e.Seconds())
}

// Seconds is how long to wait, at least one.
func (e *LimitError) Seconds() int { return max(1, int((e.After+time.Second-1)/time.Second)) }

// What may be guessed at once, and how often after that. An office can stand behind
// one address; a user can be guessed from many.
var (
	perUser    = Allowance{Every: time.Minute, Burst: 10}
	perAddress = Allowance{Every: 10 * time.Second, Burst: 20}
)

// guesses limits attempts to log in.
type guesses struct{ users, addresses *Limits }

func newGuesses() *guesses { return &guesses{NewLimits(perUser), NewLimits(perAddress)} }

// take counts an attempt. An address that has none left uses up no user's.
func (g *guesses) take(user, address string, now time.Time) error {
	wait := g.addresses.Take(Network(address), now)
	if wait == 0 {
		wait = g.users.Take(cut(user), now)
	}
	if wait > 0 {
		return &LimitError{wait}
	}
	return nil
}

// forget lets a user who is in begin anew; the address does not.
func (g *guesses) forget(user string) { g.users.forget(cut(user)) }

// Network is the address whose limit counts: that of IPv4, the first 64 bits of IPv6,
// which is the least that one customer gets.
func Network(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	if ip = ip.Unmap().WithZone(""); ip.Is6() {
		if net, err := ip.Prefix(64); err == nil {
			return net.String()
		}
	}
	return ip.String()
}

// Allowance is so much at once, and one more every so often.
type Allowance struct {
	Every time.Duration
	Burst int
}

// Limits are limits of the same allowance by name. Safe for use by several goroutines.
type Limits struct {
	Allowance
	mu   sync.Mutex
	all  map[string]*rate.Limiter
	next time.Time // when to look for those that are full again
}

// NewLimits makes limits that nobody has used.
func NewLimits(a Allowance) *Limits { return &Limits{Allowance: a, all: map[string]*rate.Limiter{}} }

// Take takes one of a name, and gives how long to wait where there is none left.
func (l *Limits) Take(name string, now time.Time) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sweep(now)
	one := l.all[name]
	if one == nil {
		one = rate.NewLimiter(rate.Every(l.Every), l.Burst)
		l.all[name] = one
	}
	r := one.ReserveN(now, 1)
	wait := r.DelayFrom(now)
	if wait > 0 {
		r.CancelAt(now)
	}
	return wait
}

func (l *Limits) forget(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.all, name)
}

// sweep forgets names whose allowance is whole again, once in a while.
func (l *Limits) sweep(now time.Time) {
	if now.Before(l.next) {
		return
	}
	l.next = now.Add(l.Every * time.Duration(l.Burst))
	for name, one := range l.all {
		if one.TokensAt(now) >= float64(l.Burst) {
			delete(l.all, name)
		}
	}
}
