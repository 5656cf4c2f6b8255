package follow

import (
	"context"
	"maps"
	"slices"
	"time"

	"rapporteur/source/fetch"
)

// Limits of a round.
const (
	// batch is how many reports are handed on together.
	batch = 32
	// takeSoon is how long a wait is used to take what came in, takeLate how long what came
	// in waits for more.
	takeSoon, takeLate = 10 * time.Second, 30 * time.Second
	// waitMost is how long a round waits for a host to be free again.
	waitMost = 2 * time.Minute
)

// Round asks every source that is due, and for every page that is, waiting for hosts as
// they want it. It ends when there is nothing more to do but what has to wait longer, or
// when the context is over: what is under way then is asked for again the next time.
func (f *Follower) Round(ctx context.Context) (Summary, error) {
	r := &round{notes: &notes{Follower: f, summary: Summary{Began: f.Now()}, checked: map[int64]bool{}, inHand: map[string]bool{}, full: map[int64]error{}},
		asked: map[string]bool{}, results: make(chan result, f.AtOnce)}
	err := r.begin(ctx)
	if err == nil {
		err = r.folders(ctx)
	}
	if err == nil {
		err = r.work(ctx)
	}
	for ; r.running > 0; r.running-- {
		<-r.results // the context is over, or the record: they end soon
	}
	r.summary.Ended, r.summary.Hosts = f.Now(), len(r.asked)
	if err == nil {
		err = f.tidy(ctx)
	}
	if err == nil {
		r.summary.Next, err = f.Next(ctx)
	}
	return r.summary, err
}

// begin reads what is followed and which hosts have items that are due.
func (r *round) begin(ctx context.Context) error {
	if err := r.load(ctx); err != nil {
		return err
	}
	for _, h := range r.hosts {
		h.queue, h.busy, h.ruling, h.items = nil, false, false, false
	}
	return r.Store.View(ctx, func(v View) error {
		all, err := v.Sources()
		if err != nil {
			return err
		}
		r.sources = map[int64]*Source{}
		for i := range all {
			r.sources[all[i].ID] = &all[i]
		}
		dues, err := v.Dues()
		for name, due := range dues {
			if !due.After(r.summary.Began) {
				r.host(name).items = true
			}
		}
		return err
	})
}

// work asks until there is nothing left to ask.
func (r *round) work(ctx context.Context) error {
	for ctx.Err() == nil {
		if err := r.dispatch(ctx); err != nil {
			return err
		}
		wait, more := r.soonest()
		if idle := r.running == 0 && (!more || wait > takeSoon); len(r.fresh) >= batch || len(r.fresh) > 0 && (idle || r.Now().Sub(r.freshSince) > takeLate) {
			if err := r.take(ctx); err != nil {
				return err
			}
			continue
		}
		if r.running == 0 && !more {
			return nil
		}
		var free <-chan time.Time // never, where only answers are waited for
		if more && r.running < r.AtOnce {
			free = r.After(wait)
		}
		select {
		case <-ctx.Done():
		case <-free:
		case res := <-r.results:
			r.running--
			res.host.busy = false
			if err := r.handle(ctx, res); err != nil {
				return err
			}
		}
	}
	return ctx.Err()
}

// over says that the round has gone on for long enough.
func (r *round) over() bool {
	if r.Longest > 0 && r.Now().Sub(r.summary.Began) > r.Longest {
		r.summary.Cut = true
	}
	return r.summary.Cut
}

// dispatch sends out what hosts are free for, by the names of the hosts.
func (r *round) dispatch(ctx context.Context) error {
	if r.over() {
		return nil
	}
	now := r.Now()
	for _, id := range slices.Sorted(maps.Keys(r.sources)) {
		if s := r.sources[id]; !s.Gone && s.Kind != Folder && !s.Due.After(now) && !r.checked[id] {
			r.checked[id] = true
			r.enqueue(&job{task: listTask, address: s.Address, source: s, forGood: true})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.hosts)) {
		h := r.hosts[name]
		for r.running < r.AtOnce && !h.busy && !h.Free.After(now) {
			j, err := r.next(ctx, h, now)
			if err != nil {
				return err
			}
			if j == nil {
				break
			}
			if err := r.start(ctx, j); err != nil {
				return err
			}
		}
	}
	return nil
}

// next gives the next job of a host, nil if there is none.
func (r *round) next(ctx context.Context, h *host, now time.Time) (*job, error) {
	if len(h.queue) == 0 && h.items {
		if err := r.refill(ctx, h, now); err != nil {
			return nil, err
		}
	}
	if !h.ready() || len(h.queue) == 0 {
		return nil, nil
	}
	if j := h.queue[0]; j.task != robotsTask && h.Name != "" && h.needsRobots(now) {
		h.ruling = true
		return &job{task: robotsTask, host: h, of: h, address: h.Name + "/robots.txt"}, nil
	}
	j := h.queue[0]
	h.queue = h.queue[1:]
	return j, nil
}

// refill gets items of a host that are due and not under way.
func (r *round) refill(ctx context.Context, h *host, now time.Time) error {
	const some = 16
	var late []Item
	err := r.Store.View(ctx, func(v View) error {
		due, err := v.Due(h.Name, now, some+len(r.inHand))
		for i := range due {
			it := &due[i]
			s := r.sources[it.Source]
			if r.inHand[it.Key] || s == nil || len(h.queue) == some {
				continue
			}
			if r.full[s.ID] != nil {
				late = append(late, *it)
				continue
			}
			r.inHand[it.Key] = true
			h.queue = append(h.queue, &job{task: pageTask, host: h, address: it.Address, source: s, item: it, forGood: true})
		}
		h.items = len(h.queue)+len(late) > 0
		return err
	})
	if err != nil {
		return err
	}
	return r.putOff(ctx, late)
}

// start sends a job out, unless robots.txt refuses it.
func (r *round) start(ctx context.Context, j *job) error {
	if j.task != robotsTask && j.host.rules != nil && j.address != "" && !j.host.rules.Allows(j.address) {
		return r.refused(ctx, j)
	}
	j.host.busy = true
	r.running++
	if j.address != "" {
		r.summary.Requests++
		r.asked[j.host.Name] = true
	}
	go func() { r.results <- r.run(ctx, j) }()
	return nil
}

// soonest gives how long it is until a host that has work is free, and whether one is.
func (r *round) soonest() (time.Duration, bool) {
	if r.summary.Cut {
		return 0, false
	}
	now, best := r.Now(), waitMost+1
	for _, h := range r.hosts {
		if h.ready() {
			best = min(best, max(h.Free.Sub(now), 0))
		}
	}
	return best, best <= waitMost
}

// handle notes what came of a job.
func (r *round) handle(ctx context.Context, res result) error {
	if ctx.Err() != nil {
		return nil // it was called off, which says nothing of the host
	}
	switch {
	case res.address == "":
	case res.silent:
		r.silent(res.host)
	case res.answer != nil:
		r.answered(res.host, res.answer.Status, res.answer.Header)
	default:
		r.answered(res.host, 0, nil)
	}
	if res.answer != nil && res.err == nil {
		if to, moved := res.answer.Moved(); moved && res.hops < hopsMost {
			return r.hop(ctx, res, to)
		} else if moved {
			res.err = fetch.ErrRedirects
		}
	}
	switch res.task {
	case robotsTask:
		return r.ruled(ctx, res)
	case listTask:
		return r.listed(ctx, res)
	}
	return r.came(ctx, res)
}

// hop goes on to where an answer redirects to, as a job of the host there.
func (r *round) hop(ctx context.Context, res result, to string) error {
	if err := r.keep(ctx, res.host); err != nil {
		return err
	}
	next := *res.job
	next.address, next.hops, next.forGood = to, res.hops+1, res.forGood && res.answer.ForGood()
	next.host = r.host(hostOf(to))
	next.host.queue = append([]*job{&next}, next.host.queue...)
	return nil
}
