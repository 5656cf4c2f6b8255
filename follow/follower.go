package follow

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"

	"rapporteur"
	"rapporteur/source/fetch"
)

// Fresh is a report that came in, on its way to the record.
type Fresh struct {
	Item   Item
	Report *rapporteur.Report
	// Desks are those that follow its source, empty for the list that is everybody's.
	Desks []string
	// page is kept where the source says so.
	page *Page
}

// Taken is what became of a report.
type Taken struct {
	// Report is its id on the record.
	Report string
	// Outcome is the record's word for what became of it: added, copied, revised, known.
	Outcome string
	// Err says why it is not on the record. What is over the quota of who follows it is
	// asked for again the next day (UTC).
	Err error
}

// Options say how is followed.
type Options struct {
	Store   Store
	Fetcher *fetch.Fetcher
	// Desk is whose list Add and AddAll add to; a round asks what anybody follows, once.
	Desk Desk
	// Take puts reports on the record and says of each what became of it, in their order.
	// That it fails ends the round.
	Take func(ctx context.Context, fresh []Fresh) ([]Taken, error)
	// TakeFile does the same for the reports in a file of a folder that desks follow.
	TakeFile func(ctx context.Context, path string, desks []string) ([]Taken, error)
	// Tell is told what happens, nil is nobody.
	Tell func(Event)
	// AtOnce is how many hosts are asked at once, 0 for 8.
	AtOnce int
	// Keep has the pages of all sources kept.
	Keep bool
	// Longest is how long a round goes on looking for work, 0 for as long as there is some.
	Longest time.Duration
	// Now and After are the clock, Random gives numbers from 0 to 1; nil are the real ones.
	Now    func() time.Time
	After  func(time.Duration) <-chan time.Time
	Random func() float64
}

// Event is something that happened: a source was asked, or an item came to an end.
type Event struct {
	Source *Source
	// Item is nil where it is about the source.
	Item *Item
	// New is how many items of the source are new.
	New     int
	Outcome string
	Err     error
}

// Follower follows. A round at a time; its other methods may be called beside it.
type Follower struct {
	Options
	mu    sync.Mutex // guards Random
	hosts map[string]*host
	// tidied is when what is old was last dropped.
	tidied time.Time
}

// New makes a follower.
func New(o Options) *Follower {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.After == nil {
		o.After = time.After
	}
	if o.Random == nil {
		o.Random = rand.Float64
	}
	if o.AtOnce <= 0 {
		o.AtOnce = 8
	}
	if o.Tell == nil {
		o.Tell = func(Event) {}
	}
	return &Follower{Options: o, hosts: map[string]*host{}}
}

func (f *Follower) random() float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.Random()
}

// Next gives when something is to be asked next, zero if nothing ever is: when it is due
// and its host may be asked.
func (f *Follower) Next(ctx context.Context) (next time.Time, err error) {
	if err := f.load(ctx); err != nil {
		return next, err
	}
	sooner := func(due time.Time, of string) {
		if h := f.hosts[of]; h != nil && h.Free.After(due) {
			due = h.Free
		}
		if next.IsZero() || due.Before(next) {
			next = due
		}
	}
	err = f.Store.View(ctx, func(v View) error {
		all, err := v.Sources()
		if err != nil {
			return err
		}
		for i := range all {
			if !all[i].Gone {
				sooner(all[i].Due, hostOf(all[i].Address))
			}
		}
		dues, err := v.Dues()
		for name, due := range dues {
			sooner(due, name)
		}
		return err
	})
	return next, err
}
