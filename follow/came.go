package follow

import (
	"context"
	"net/http"
	"time"

	"rapporteur"
)

// came takes the answer to a request for a page.
func (r *round) came(ctx context.Context, res result) error {
	it, a := res.item, res.answer
	if res.address != "" {
		r.summary.Pages++
	}
	switch {
	case res.err != nil && (res.silent || rapporteur.CodeOf(res.err) == rapporteur.Interrupted):
		return r.later(ctx, res.job, res.err, triesMost)
	case res.err != nil:
		return r.giveUp(ctx, res.job, res.err)
	case a == nil || a.Status == http.StatusOK:
		return r.read(ctx, res)
	case a.Status == http.StatusNotModified && it.Text != "":
		return r.unchanged(ctx, res)
	case a.Status == http.StatusTooManyRequests || a.Status == http.StatusServiceUnavailable:
		return r.later(ctx, res.job, status(a), 3*triesMost)
	case a.Status >= 500:
		return r.later(ctx, res.job, status(a), triesMost)
	case a.Status == http.StatusNotFound:
		return r.later(ctx, res.job, status(a), missingMost) // a list is often ahead of its pages
	}
	return r.giveUp(ctx, res.job, status(a))
}

// read takes the report of a page: one whose text is known is left as it is, another one
// waits to be taken.
func (r *round) read(ctx context.Context, res result) error {
	it := res.item
	if res.answer != nil {
		it.ETag, it.Modified = res.answer.Header.Get("ETag"), res.answer.Header.Get("Last-Modified")
		if res.hops > 0 {
			it.ETag, it.Modified = "", "" // they are the other address's
			if res.forGood {
				it.Address, it.Host = res.address, hostOf(res.address)
			}
		}
	}
	if res.report.ID == it.Text {
		return r.unchanged(ctx, res)
	}
	fresh := Fresh{Item: *it, Report: res.report, Desks: res.source.Desks()}
	if s := res.source; res.answer != nil && (s.Keep || r.Keep) {
		fresh.page = &Page{Address: res.address, Fetched: r.Now(), Type: res.answer.Header.Get("Content-Type"), Body: res.answer.Body}
	}
	if len(r.fresh) == 0 {
		r.freshSince = r.Now()
	}
	r.fresh, r.taking = append(r.fresh, fresh), append(r.taking, res)
	return r.keep(ctx, res.host)
}

// take hands on what waits, and writes down what became of it.
func (r *round) take(ctx context.Context) error {
	fresh, of := r.fresh, r.taking
	r.fresh, r.taking = nil, nil
	taken, err := r.Take(ctx, fresh)
	put := r.Store.Update(context.WithoutCancel(ctx), func(u Update) error {
		for i := range taken {
			it := of[i].item
			r.ended(it, fresh[i].Report, taken[i])
			if overQuota(taken[i].Err) {
				r.full[it.Source] = taken[i].Err
			}
			if p := fresh[i].page; p != nil && taken[i].Err == nil {
				p.Report = taken[i].Report
				if err := u.PutPage(*p); err != nil {
					return err
				}
			}
			if err := u.PutItem(*it); err != nil {
				return err
			}
		}
		return nil
	})
	for i := range of {
		delete(r.inHand, of[i].item.Key)
		if i < len(taken) && put == nil {
			r.tell(of[i].source, of[i].item, taken[i])
		}
	}
	if err != nil {
		return err
	}
	return put
}

// tell counts and tells what became of a report.
func (r *notes) tell(s *Source, it *Item, t Taken) {
	if overQuota(t.Err) {
		r.waits(s, it, t.Err)
		return
	}
	r.summary.count(t)
	r.Tell(Event{Source: s, Item: it, Outcome: t.Outcome, Err: t.Err})
}

// ended notes what became of an item's report.
func (r *round) ended(it *Item, report *rapporteur.Report, t Taken) {
	it.Tries, it.Content, it.Problem = 0, "", ""
	if overQuota(t.Err) {
		r.tomorrowAgain(it, t.Err)
		return
	}
	if t.Err != nil {
		it.State, it.Due, it.Problem = Failed, time.Time{}, t.Err.Error()
		return
	}
	if it.Text != "" {
		it.Revisions++
	}
	it.State, it.Text, it.Report = Done, report.ID, t.Report
	it.Due = r.visitAgain(it)
}
