package dispatch

import (
	"context"
	"encoding/binary"
	"io"
	"slices"
	"time"

	"rapporteur/alert"
	"rapporteur/export"
)

// send has the letters brought that are due and gives when the next will be. To one
// receiver goes one at a time.
func (r *Runner) send(ctx context.Context) (next time.Time, err error) {
	now := r.Now()
	var all []alert.Letter
	err = r.Alerts.View(ctx, func(v alert.View) (err error) {
		all, err = v.Letters(alert.LetterQuery{State: alert.Waiting})
		return err
	})
	if err != nil {
		return next, err
	}
	for _, l := range slices.Backward(all) {
		if due := later(l.Due, l.Held); due.After(now) {
			next = earliest(next, due)
			continue
		}
		if !r.engage(l.To) {
			continue // it comes up when the receiver has the one before
		}
		taken, err := r.take(ctx, &l, now)
		if err != nil || taken == nil {
			r.release(l.To)
			if err != nil {
				return next, err
			}
			continue
		}
		r.under.Go(func() { r.bring(ctx, taken) })
	}
	return next, nil
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// engage takes a receiver, and a place among those that are sent to at once.
func (r *Runner) engage(to alert.Target) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.busy[to] {
		return false
	}
	select {
	case r.places <- struct{}{}:
		r.busy[to] = true
		return true
	default:
		return false
	}
}

func (r *Runner) release(to alert.Target) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.busy, to)
	<-r.places
}

// take holds a letter for as long as it may take to bring it; nil where somebody else
// has it. Of one that was held before nobody knows whether it arrived: it goes again,
// under the same id, but where its rule would rather lose it.
func (r *Runner) take(ctx context.Context, l *alert.Letter, now time.Time) (p *alert.Parcel, err error) {
	err = r.Alerts.Update(ctx, func(u alert.Update) error {
		p = nil
		letters, err := u.Letters(alert.LetterQuery{Rule: l.Rule, State: alert.Waiting})
		if err != nil {
			return err
		}
		at := slices.IndexFunc(letters, func(o alert.Letter) bool { return o.ID == l.ID })
		if at < 0 || !letters[at].Held.Equal(l.Held) || letters[at].Due.After(now) {
			return nil
		}
		mine := letters[at]
		if !mine.Held.IsZero() {
			if mine.NeverTwice {
				mine.State, mine.Done, mine.Held = alert.Unsure, now, time.Time{}
				mine.Failure = "the program died while it was sent; whether it arrived is not known"
				return u.PutLetter(mine)
			}
		}
		mine.Held, mine.Tries = now.Add(r.Longest+spare), mine.Tries+1
		if err := u.PutLetter(mine); err != nil {
			return err
		}
		p = &alert.Parcel{Letter: mine}
		return r.fill(u, p)
	})
	return p, err
}

// fill puts into a parcel what is in its letter.
func (r *Runner) fill(v alert.View, p *alert.Parcel) (err error) {
	if p.Words = p.Digest; p.Digest != nil {
		return nil
	}
	if p.Found, err = v.Notices(alert.NoticeQuery{Numbers: p.Notices}); err != nil {
		return err
	}
	slices.Reverse(p.Found)
	p.Words, err = export.Letter(p.Rule, p.Found, r.Base)
	return err
}

// bring has a parcel brought and writes down how that ended. What has been sent is noted
// even while the program ends.
func (r *Runner) bring(ctx context.Context, p *alert.Parcel) {
	defer r.Wake()
	defer r.release(p.To)
	timed, end := context.WithTimeout(context.WithoutCancel(ctx), r.Longest)
	defer end()
	defer context.AfterFunc(ctx, func() { // what is on its way may arrive before the program ends
		select {
		case <-r.After(grace):
			end()
		case <-timed.Done():
		}
	})()
	var err error = &alert.Setback{Final: true, Reason: "nothing here sends by " + string(p.To.By)}
	if c := r.Couriers[p.To.By]; c != nil {
		err = c.Deliver(timed, p)
	}
	l := p.Letter
	l.Settle(err, r.Now(), r.chance())
	noted := r.Alerts.Update(context.WithoutCancel(ctx), func(u alert.Update) error {
		now, err := u.Letters(alert.LetterQuery{Rule: l.Rule, State: alert.Waiting})
		if err != nil || !slices.ContainsFunc(now, func(o alert.Letter) bool { return o.ID == l.ID && o.Held.Equal(p.Held) }) {
			return err // the rule was dropped
		}
		return u.PutLetter(l)
	})
	switch {
	case noted != nil:
		r.Log.Error("a letter was sent and that was not written down; it will be sent again with the same id", "rule", l.Rule, "id", l.ID, "err", noted)
	case err == nil:
		r.Log.Info("an alert was sent", "rule", l.Rule, "to", l.To.String(), "id", l.ID, "tries", l.Tries)
	case l.State == alert.Failed:
		r.Log.Error("an alert will not be sent", "rule", l.Rule, "to", l.To.String(), "id", l.ID, "err", l.Failure)
	default:
		r.Log.Warn("an alert could not be sent and will be again", "rule", l.Rule, "to", l.To.String(), "id", l.ID, "tries", l.Tries, "due", l.Due, "err", l.Failure)
	}
}

// chance is a number from 0 to 1.
func (r *Runner) chance() float64 {
	var b [4]byte
	if _, err := io.ReadFull(r.Random, b[:]); err != nil {
		return 0.5
	}
	return float64(binary.LittleEndian.Uint32(b[:])) / (1 << 32)
}
