package follow

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"rapporteur/source/robots"
)

// token is how robots.txt calls the program.
const token = "rapporteur"

// host is a server of a round: what is known of it, and what it is to be asked.
type host struct {
	Host
	rules *robots.Rules
	busy  bool
	// ruling says that its robots.txt has been asked for and has not come yet.
	ruling bool
	// queue are jobs that are ready, beside the items that are due.
	queue []*job
	// items says that the store may have items of it that are due.
	items bool
}

// hostOf is the name of the host of an address; "" where it has none.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// host gives what is known of a host, from the store the first time.
func (f *Follower) host(name string) *host {
	h := f.hosts[name]
	if h == nil {
		h = &host{Host: Host{Name: name}}
		f.hosts[name] = h
	}
	return h
}

// load reads what is known of hosts, once.
func (f *Follower) load(ctx context.Context) error {
	return f.Store.View(ctx, func(v View) error {
		all, err := v.Hosts()
		for _, known := range all {
			if f.hosts[known.Name] == nil {
				h := &host{Host: known, rules: rulesOf(&known)}
				// Who was here before may have asked it a moment ago.
				if free := f.Now().Add(f.jitter(max(pause, h.rules.Delay))); free.After(h.Free) {
					h.Free = free
				}
				f.hosts[known.Name] = h
			}
		}
		return err
	})
}

func rulesOf(h *Host) *robots.Rules {
	if h.Unreachable {
		return robots.Nothing()
	}
	return robots.Parse([]byte(h.Robots), token)
}

// needsRobots says that robots.txt is to be fetched before anything else.
func (h *host) needsRobots(now time.Time) bool {
	return h.rules == nil || h.Unreachable || now.Sub(h.Fetched) > robotsFor
}

// ready says that there is something to ask the host as soon as it is free.
func (h *host) ready() bool {
	switch {
	case h.busy:
		return false
	case h.ruling:
		return len(h.queue) > 0 && h.queue[0].task == robotsTask
	}
	return len(h.queue) > 0 || h.items
}

// answered notes that a host answered, and how long it is left alone now.
func (f *Follower) answered(h *host, status int, header http.Header) {
	now := f.Now()
	if status < http.StatusInternalServerError {
		h.Failures = 0
	}
	wait := pause
	if h.rules != nil {
		wait = max(wait, h.rules.Delay)
	}
	h.Free = now.Add(f.jitter(wait))
	if status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable {
		d, ok := retryAfter(header, now)
		if !ok && status == http.StatusTooManyRequests {
			d = 10 * time.Minute
		}
		h.Free = now.Add(f.jitter(max(d, wait)))
	}
}

// silent notes that a host did not answer.
func (f *Follower) silent(h *host) {
	h.Failures++
	h.Free = f.Now().Add(f.jitter(backOff(time.Minute, h.Failures)))
}
