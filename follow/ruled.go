package follow

import (
	"context"
	"net/http"
	"slices"

	"rapporteur"
)

// ruled takes the answer to a request for robots.txt. A server that has none asks for
// nothing; one that fails, or does not answer, is left alone (RFC 9309, 2.3.1).
func (r *round) ruled(ctx context.Context, res result) error {
	h := res.of
	h.ruling = false
	h.Fetched = r.Now()
	switch a := res.answer; {
	case res.err != nil || a.Status >= 500 || a.Status == http.StatusTooManyRequests:
		h.Unreachable = true
		reason := res.err
		if reason == nil {
			reason = status(a)
			h.Failures++
			if free := r.Now().Add(r.jitter(backOff(robotsAgain, h.Failures))); free.After(h.Free) {
				h.Free = free
			}
		} else if free := r.Now().Add(waitMost + pause); free.After(h.Free) {
			h.Free = free // not in this round again
		}
		h.rules = rulesOf(&h.Host)
		if err := r.unasked(ctx, h, reason); err != nil {
			return err
		}
	case a.Status == http.StatusOK:
		h.Unreachable, h.Robots = false, string(a.Body[:min(len(a.Body), robotsLargest)])
	default:
		h.Unreachable, h.Robots = false, ""
	}
	h.rules = rulesOf(&h.Host)
	if free := r.Now().Add(r.jitter(h.rules.Delay)); free.After(h.Free) {
		h.Free = free
	}
	return r.Store.Update(ctx, func(u Update) error { return u.PutHost(h.Host) })
}

// robotsLargest is how much of robots.txt is kept; robotsAgain is how long it is waited
// for a server that fails to give it.
const (
	robotsLargest = 500 << 10
	robotsAgain   = waitMost * 5
)

// unasked lets the sources fail that a host was to be asked for; its items wait.
func (r *round) unasked(ctx context.Context, h *host, reason error) error {
	why := &rapporteur.Error{Code: rapporteur.Unreadable, Message: "robots.txt of " + h.Name + " cannot be had", Err: reason}
	queue := h.queue
	h.queue, h.items = nil, false
	for _, j := range queue {
		if j.item != nil {
			delete(r.inHand, j.item.Key)
			continue
		}
		if j.source == nil || j.part {
			continue
		}
		if err := r.failing(ctx, j.source, why, 0); err != nil {
			return err
		}
	}
	return r.silentItems(ctx, h, why)
}

// silentMost is how many items of a host that cannot be asked are told of.
const silentMost = 1000

// silentItems has the items that a host was to be asked for say why they wait, and tells of
// those of which that is news.
func (r *round) silentItems(ctx context.Context, h *host, why error) error {
	var waiting, news []Item
	err := r.Store.Update(ctx, func(u Update) error {
		due, err := u.Due(h.Name, r.Now(), silentMost)
		if err != nil {
			return err
		}
		waiting = slices.DeleteFunc(due, func(it Item) bool { return it.Text != "" || r.sources[it.Source] == nil })
		news = nil
		for _, it := range waiting {
			if it.Problem == why.Error() {
				continue
			}
			it.Problem = why.Error()
			news = append(news, it)
			if err := u.PutItem(it); err != nil {
				return err
			}
		}
		return nil
	})
	r.summary.Waiting += len(waiting) - len(news)
	for i := range news {
		r.waits(r.sources[news[i].Source], &news[i], why)
	}
	return err
}

// refused notes that robots.txt does not allow a job.
func (r *round) refused(ctx context.Context, j *job) error {
	err := &rapporteur.Error{Code: rapporteur.Forbidden, Message: "robots.txt of " + j.host.Name + " does not allow it"}
	switch {
	case j.task == pageTask:
		return r.giveUp(ctx, j, err)
	case j.part:
		return nil
	}
	return r.failing(ctx, j.source, err, latest)
}
