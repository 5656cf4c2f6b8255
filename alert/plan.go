package alert

import (
	"slices"
	"time"
)

// Ready gives when the next letter of a rule may be made, now or later, given when its
// last ones were made.
func (r *Rule) Ready(now time.Time, made []time.Time) time.Time {
	ready := now
	if r.Most != nil && len(made) >= r.Most.Letters {
		last := slices.SortedFunc(slices.Values(made), func(a, b time.Time) int { return b.Compare(a) })
		if free := last[r.Most.Letters-1].Add(r.Most.In); free.After(ready) {
			ready = free
		}
	}
	if r.Quiet != nil {
		if end, quiet := r.Quiet.End(ready); quiet {
			ready = end
		}
	}
	return ready
}

// The times between tries double from the first one up to the longest; a letter that
// could not be sent for so long is given up.
const (
	firstPause   = 5 * time.Second
	longestPause = time.Hour
	// GivenUp is after what time a letter that cannot be sent is given up.
	GivenUp = 3 * 24 * time.Hour
	// longestWish is the longest that a receiver may ask to be left alone.
	longestWish = 24 * time.Hour
)

// Pause gives the time to the next try after so many, with up to a fifth more or less of
// it as chance, from 0 to 1, has it: receivers that were away are not asked by all at once.
func Pause(tries int, chance float64) time.Duration {
	pause := longestPause
	if tries >= 1 && tries < 12 {
		pause = min(firstPause<<(tries-1), longestPause)
	}
	return pause + time.Duration((chance-0.5)*0.4*float64(pause))
}

// Setback is why a letter was certainly not taken; of any other error nobody knows whether
// it arrived all the same.
type Setback struct {
	// Reason is for people, and has no secret in it.
	Reason string
	// Final says that another try would change nothing.
	Final bool
	// Wish is how long the receiver wants to be left alone, 0 where it did not say.
	Wish time.Duration
}

// Error implements error.
func (s *Setback) Error() string { return s.Reason }

// Settle notes how a try of a letter ended at a time.
func (l *Letter) Settle(err error, now time.Time, chance float64) {
	l.Held = time.Time{}
	if err == nil {
		l.State, l.Done, l.Failure = Sent, now, ""
		return
	}
	l.Failure = err.Error()
	pause := Pause(l.Tries, chance)
	s, refused := err.(*Setback)
	switch {
	case !refused && l.NeverTwice:
		l.State, l.Done = Unsure, now
		return
	case refused && s.Final:
		l.State, l.Done = Failed, now
		return
	case refused:
		pause = max(pause, min(s.Wish, longestWish))
	}
	if l.Due = now.Add(pause); l.Due.Sub(l.Made) > GivenUp {
		l.State, l.Done = Failed, now
		l.Failure = "given up after three days: " + l.Failure
	}
}
