package dispatch

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"sync"
	"time"

	"rapporteur/alert"
	"rapporteur/record"
)

// Courier brings a parcel to its receiver before the context is over. An error that says
// what to do about it is an *alert.Setback; after any other one it is tried again.
type Courier interface {
	Deliver(ctx context.Context, p *alert.Parcel) error
}

// Options say how a runner works; what is zero is as usual.
type Options struct {
	Record *record.Record
	Alerts alert.Store
	// Couriers bring letters, by the way in which they travel.
	Couriers map[alert.Means]Courier
	// Now and Random are the clock and the source of ids; After tells that a time is over.
	Now    func() time.Time
	Random io.Reader
	After  func(time.Duration) <-chan time.Time
	// Base is the address of the server that has the entries, empty for none.
	Base string
	Log  *slog.Logger
	// Longest is how long a courier may take, 30 seconds if it is zero.
	Longest time.Duration
}

const (
	// every is how often it is asked whether another process has changed the record.
	every = 250 * time.Millisecond
	// atLeast is how often everything is looked at, whatever happens.
	atLeast = 15 * time.Second
	// usualLongest is how long a courier may take.
	usualLongest = 30 * time.Second
	// spare is how much longer a letter is held than its courier may take.
	spare = 5 * time.Second
	// grace is how long a letter may still take when the program ends.
	grace = 3 * time.Second
	// atOnce is the most letters that are sent at once.
	atOnce = 8
	// keptFor is how long it is remembered what was sent.
	keptFor = 90 * 24 * time.Hour
)

// Runner finds, makes and sends.
type Runner struct {
	Options
	wake chan struct{}
	// places holds one for each letter that may be sent at once.
	places chan struct{}
	mu     sync.Mutex
	// busy are the receivers to whom a letter is on its way.
	busy map[alert.Target]bool
	// wrong is what was last said to be wrong with each rule.
	wrong map[string]string
	under sync.WaitGroup
	// swept is when what is old was last dropped.
	swept time.Time
}

// New makes a runner.
func New(o Options) *Runner {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.After == nil {
		o.After = time.After
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Longest == 0 {
		o.Longest = usualLongest
	}
	return &Runner{Options: o, wake: make(chan struct{}, 1), places: make(chan struct{}, atOnce), busy: map[alert.Target]bool{}, wrong: map[string]string{}}
}

// Wake says that the record has changed. It never waits.
func (r *Runner) Wake() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// Run works until its context is over, and then waits for the letters that are on their
// way. What fails is logged and tried again.
func (r *Runner) Run(ctx context.Context) {
	defer r.under.Wait()
	next := time.Time{}
	for ctx.Err() == nil {
		if now := r.Now(); !now.Before(next) || r.stamped(ctx) {
			due, err := r.round(ctx)
			if err != nil && ctx.Err() == nil {
				r.Log.Error("alerts were not looked at; they will be again", "err", err)
			}
			if next = now.Add(atLeast); !due.IsZero() && due.Before(next) {
				next = due
			}
		}
		select {
		case <-ctx.Done():
		case <-r.wake:
			next = time.Time{}
		case <-r.After(every):
		}
	}
}

// Step does all that is to be done now and waits until it is done.
func (r *Runner) Step(ctx context.Context) error {
	for {
		_, err := r.round(ctx)
		r.under.Wait()
		if err != nil {
			return err
		}
		select {
		case <-r.wake: // a letter has gone out, others to its receiver may follow
		default:
			return nil
		}
	}
}

// stamped reports whether the record has changed since rules looked at it.
func (r *Runner) stamped(ctx context.Context) bool {
	some := false
	err := r.Alerts.View(ctx, func(v alert.View) error {
		stamps, err := v.Stamps()
		some = len(stamps) > 0
		return err
	})
	return some && err == nil
}

// round finds, makes letters and sends those that are due; it gives when there is more to
// do, zero for not before something happens.
func (r *Runner) round(ctx context.Context) (time.Time, error) {
	found := r.find(ctx)
	made, err := r.compose(ctx)
	if err != nil {
		return time.Time{}, errors.Join(found, err)
	}
	digests, err := r.digests(ctx)
	if err != nil {
		return time.Time{}, errors.Join(found, err)
	}
	due, err := r.send(ctx)
	return earliest(made, digests, due), errors.Join(found, err, r.sweep(ctx))
}

// sweep drops, once a day, what is long done with.
func (r *Runner) sweep(ctx context.Context) error {
	now := r.Now()
	if now.Sub(r.swept) < 24*time.Hour {
		return nil
	}
	r.swept = now
	old := false
	err := r.Alerts.View(ctx, func(v alert.View) error {
		rules, err := v.Rules()
		old = len(rules) > 0
		return err
	})
	if err != nil || !old {
		return err
	}
	return r.Alerts.Update(ctx, func(u alert.Update) error { return u.DropDone(now.Add(-keptFor)) })
}

// earliest is the first of some times, zero where all are.
func earliest(times ...time.Time) time.Time {
	var out time.Time
	for _, t := range times {
		if !t.IsZero() && (out.IsZero() || t.Before(out)) {
			out = t
		}
	}
	return out
}
