package service

import (
	"context"
	"slices"
	"time"

	"rapporteur/follow"
	"rapporteur/record"
)

// Following puts on the record what comes in from what is followed.
type Following struct {
	Ingest *Ingest
	// Inputs open what lies in folders.
	Inputs *Inputs
	// Options say how is followed; who takes what comes in is filled in here.
	Options follow.Options
	// Behind are called after each round, with what it came to: what hangs on a record
	// that has changed.
	Behind []func(context.Context, follow.Summary) error
}

// Follower gives who follows.
func (f *Following) Follower() *follow.Follower {
	o := f.Options
	o.Take, o.TakeFile = f.take, f.takeFile
	return follow.New(o)
}

// Between two rounds.
const (
	roundsLeast = time.Second
	// roundsMost is how long it takes at most until what somebody else has begun to follow
	// is noticed.
	roundsMost = time.Minute
)

// Watch goes on round after round until the context is over, which is how it ends, or
// does one if once is set. It tells what each round came to, and calls what hangs on it.
func (f *Following) Watch(ctx context.Context, once bool, tell func(follow.Summary) error) error {
	who := f.Follower()
	for {
		s, err := who.Round(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		if err := tell(s); err != nil {
			return err
		}
		for _, behind := range f.Behind {
			if err := behind(ctx, s); err != nil && ctx.Err() == nil {
				return err
			}
		}
		if once {
			return nil
		}
		wait := roundsMost
		if !s.Next.IsZero() {
			wait = min(max(s.Next.Sub(who.Now()), roundsLeast), roundsMost)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-who.After(wait):
		}
	}
}

// RemoveFollowed is Remove, and has what was removed not come in again: pages that were
// kept of it go as well.
func RemoveFollowed(ctx context.Context, r *record.Record, store follow.Store, what record.Removal) ([]string, error) {
	gone, err := Remove(ctx, r, what)
	if err != nil || len(gone) == 0 {
		return gone, err
	}
	for some := range slices.Chunk(gone, 500) {
		if err := store.Update(ctx, func(u follow.Update) error { return u.Forget(some...) }); err != nil {
			return gone, err
		}
	}
	return gone, nil
}
