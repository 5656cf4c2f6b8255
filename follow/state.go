package follow

import (
	"context"
	"time"

	"rapporteur"
)

// notes are what a round has come to so far, and what of it is written down.
type notes struct {
	*Follower
	summary Summary
	sources map[int64]*Source
	// checked are the sources that were asked in this round, inHand the items that are
	// under way by their keys.
	checked map[int64]bool
	inHand  map[string]bool
	// full are the sources of which nothing more may be taken today, and why.
	full map[int64]error
}

// round is one round on its way. Everything in it but the requests themselves happens on
// one goroutine.
type round struct {
	*notes
	// asked are the hosts that were asked.
	asked   map[string]bool
	results chan result
	running int
	// fresh are the reports that wait to be taken, since freshSince, and taking the jobs
	// that got them.
	fresh      []Fresh
	taking     []result
	freshSince time.Time
}

// enqueue gives a job to the host of its address.
func (r *round) enqueue(j *job) {
	j.host = r.host(hostOf(j.address))
	j.host.queue = append(j.host.queue, j)
}

// keep writes down what was learned of a host, if a restart should know it.
func (r *notes) keep(ctx context.Context, h *host) error {
	if h.Name == "" || h.Failures == 0 && h.Free.Sub(r.Now()) < time.Minute {
		return nil
	}
	return r.Store.Update(ctx, func(u Update) error { return u.PutHost(h.Host) })
}

// store writes down a source and what was learned of its host.
func (r *notes) store(ctx context.Context, h *host, s *Source) error {
	return r.Store.Update(ctx, func(u Update) error {
		if err := r.putHost(u, h); err != nil {
			return err
		}
		return renew(u, s)
	})
}

func (r *notes) putHost(u Update, h *host) error {
	if h.Name == "" || h.Failures == 0 && h.Free.Sub(r.Now()) < time.Minute {
		return nil
	}
	return u.PutHost(h.Host)
}

// overQuota reports whether a report waits because a desk may take no more today.
func overQuota(err error) bool { return rapporteur.CodeOf(err) == rapporteur.OverQuota }

// tomorrow is when desks may take more again: quotas are of days of UTC.
func (r *notes) tomorrow() time.Time {
	const day = 24 * time.Hour
	return r.Now().UTC().Truncate(day).Add(day + r.jitter(time.Hour) - time.Hour)
}

// tomorrowAgain has an item wait for tomorrow. Its page is asked for as for the first time.
func (r *notes) tomorrowAgain(it *Item, why error) {
	it.ETag, it.Modified, it.Problem, it.Due = "", "", why.Error(), r.tomorrow()
}

// waits tells of a report that did not come in and is asked for again by itself.
func (r *notes) waits(s *Source, it *Item, why error) {
	r.summary.Waiting++
	r.Tell(Event{Source: s, Item: it, Outcome: "waiting", Err: why})
}

// putOff has items wait for tomorrow that are not to be asked for today.
func (r *notes) putOff(ctx context.Context, items []Item) error {
	if len(items) == 0 {
		return nil
	}
	return r.Store.Update(ctx, func(u Update) error {
		for i := range items {
			r.tomorrowAgain(&items[i], r.full[items[i].Source])
			if err := u.PutItem(items[i]); err != nil {
				return err
			}
		}
		r.summary.Waiting += len(items)
		return nil
	})
}

// keptFor is how long an item is remembered that no list has any more.
const keptFor = 90 * 24 * time.Hour

// tidy drops what need not be remembered any more, once a day.
func (f *Follower) tidy(ctx context.Context) error {
	now := f.Now()
	if now.Sub(f.tidied) < 24*time.Hour {
		return nil
	}
	f.tidied = now
	return f.Store.Update(ctx, func(u Update) error { return u.DropItems(now.Add(-keptFor)) })
}
