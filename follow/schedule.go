package follow

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"rapporteur/source/feed"
)

// Kind is what is followed.
type Kind = feed.Kind

// Folder is the kind of what is followed in the file system.
const Folder Kind = "folder"

// How often is asked, and how long is waited.
const (
	// Usual is how often a source is asked where nobody says otherwise.
	Usual     = 30 * time.Minute
	soonest   = time.Minute
	latest    = 24 * time.Hour
	patience  = 7 * 24 * time.Hour // the longest Retry-After that is believed
	pause     = 2 * time.Second    // between two requests to one host
	robotsFor = 24 * time.Hour
	// triesMost is how often a page is asked for that does not come, missingMost one that
	// the server does not have.
	triesMost, missingMost = 6, 3
)

// revisits are the ages at which a page is looked at again, in case it was revised.
var revisits = []time.Duration{time.Hour, 4 * time.Hour, 12 * time.Hour, 24 * time.Hour, 48 * time.Hour}

// nextVisit gives when an item first seen at a time is looked at again; zero is never.
func nextVisit(seen, now time.Time) time.Time {
	for _, age := range revisits {
		if at := seen.Add(age); at.After(now) {
			return at
		}
	}
	return time.Time{}
}

// backOff doubles a time with every failure, up to a day.
func backOff(first time.Duration, failures int) time.Duration {
	for range min(failures, 20) - 1 {
		if first *= 2; first > latest {
			return latest
		}
	}
	return min(first, latest)
}

// jitter lengthens a time by up to a tenth, so that what began together does not go on
// together.
func (f *Follower) jitter(d time.Duration) time.Duration {
	return d + time.Duration(f.random()*float64(d)/10)
}

// retryAfter gives how long a server asks to be left alone, in seconds or as a date.
func retryAfter(h http.Header, now time.Time) (time.Duration, bool) {
	text := strings.TrimSpace(h.Get("Retry-After"))
	if n, err := strconv.Atoi(text); err == nil && n >= 0 {
		return min(time.Duration(min(n, int(patience/time.Second)))*time.Second, patience), true
	}
	if t, err := http.ParseTime(text); err == nil {
		return min(max(t.Sub(now), 0), patience), true
	}
	return 0, false
}

// freshFor gives how long a server says that its answer is fresh, a day at most.
func freshFor(h http.Header) time.Duration {
	for part := range strings.SplitSeq(strings.ToLower(h.Get("Cache-Control")), ",") {
		if age, ok := strings.CutPrefix(strings.TrimSpace(part), "max-age="); ok {
			if n, err := strconv.Atoi(strings.Trim(age, `"`)); err == nil && n > 0 {
				return time.Duration(min(n, int(latest/time.Second))) * time.Second
			}
		}
	}
	return 0
}
