package follow

import (
	"context"
	"time"

	"rapporteur/source/feed"
)

// well notes that a source answered, and when it is asked again: when it is wanted, but no
// sooner than the list, its headers and robots.txt like.
func (r *notes) well(s *Source, res result) {
	now := r.Now()
	s.Checked, s.Answered, s.Failures = now, now, 0
	if !s.Gone {
		s.Problem = ""
	}
	every := s.Every
	if every == 0 {
		every = Usual
	}
	s.Due = now.Add(r.jitter(max(every, s.Wants, freshFor(res.answer.Header), soonest)))
}

// move remembers where a source has moved for good. One that moved to where another one
// is followed is not asked any more; who followed it follows the other one.
func (r *notes) move(ctx context.Context, s *Source, to string) error {
	for _, other := range r.sources {
		if other.ID != s.ID && feed.Key(other.Address) == feed.Key(to) {
			s.Gone, s.Problem = true, "moved to "+to+", which is followed already"
			return r.Store.Update(ctx, func(u Update) error { return follows(u, s.ID, other.ID) })
		}
	}
	if s.Given == "" {
		s.Given = s.Address
	}
	s.Address = to
	return nil
}

// follows has those who follow a source follow another one too.
func follows(u Update, from, to int64) error {
	was, err := u.Source(from)
	if err != nil || was == nil {
		return err
	}
	other, err := u.Source(to)
	if err != nil || other == nil {
		return err
	}
	before := len(other.By)
	for _, i := range was.interests() {
		if _, there := other.At(i.Desk); !there {
			other.join(i)
		}
	}
	if len(other.By) == before {
		return nil
	}
	_, err = u.PutSource(*other)
	return err
}

// failing notes that a source failed, and that it is asked again later and later.
func (r *notes) failing(ctx context.Context, s *Source, reason error, wait time.Duration) error {
	now := r.Now()
	r.summary.Sources++
	r.summary.Failing++
	s.Checked, s.Problem = now, reason.Error()
	s.Failures++
	every := s.Every
	if every == 0 {
		every = Usual
	}
	s.Due = now.Add(r.jitter(max(backOff(every, s.Failures), wait)))
	r.Tell(Event{Source: s, Err: reason, Outcome: "failed"})
	return r.store(ctx, r.host(hostOf(s.Address)), s)
}

// unchanged notes that a page is as it was.
func (r *notes) unchanged(ctx context.Context, res result) error {
	it := res.item
	it.Tries, it.Problem, it.Due = 0, "", r.visitAgain(it)
	return r.settled(ctx, res.job)
}

// visitAgain gives when an item's page is looked at again.
func (r *notes) visitAgain(it *Item) time.Time {
	if it.Address == "" {
		return time.Time{}
	}
	return nextVisit(it.Seen, r.Now())
}

// later has a page asked for again, so many times at most.
func (r *notes) later(ctx context.Context, j *job, reason error, most int) error {
	it := j.item
	it.Tries++
	if it.Tries >= most {
		return r.giveUp(ctx, j, reason)
	}
	it.Problem, it.Due = reason.Error(), r.Now().Add(r.jitter(backOff(10*time.Minute, it.Tries)))
	if it.Text == "" {
		r.waits(j.source, it, reason)
	}
	return r.settled(ctx, j)
}

// giveUp ends an item that does not come. What was read of it before stands.
func (r *notes) giveUp(ctx context.Context, j *job, reason error) error {
	it := j.item
	it.Due, it.Problem, it.Content = time.Time{}, reason.Error(), ""
	if it.Text == "" {
		it.State = Failed
		r.summary.Failed++
		r.Tell(Event{Source: j.source, Item: it, Outcome: "failed", Err: reason})
	}
	return r.settled(ctx, j)
}

// settled writes down an item and what was learned of its host.
func (r *notes) settled(ctx context.Context, j *job) error {
	delete(r.inHand, j.item.Key)
	return r.Store.Update(ctx, func(u Update) error {
		if err := r.putHost(u, j.host); err != nil {
			return err
		}
		return u.PutItem(*j.item)
	})
}
