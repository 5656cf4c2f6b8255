package follow

import (
	"context"
	"net/http"
	"slices"
	"time"

	"rapporteur/source/feed"
)

// listed takes the answer to a request for a list.
func (r *round) listed(ctx context.Context, res result) error {
	s, a := res.source, res.answer
	switch {
	case res.part && (res.err != nil || a.Status != http.StatusOK):
		return r.keep(ctx, res.host) // the other parts count
	case res.part:
		_, err := r.learn(ctx, res, s)
		return err
	case res.err != nil:
		return r.failing(ctx, s, res.err, 0)
	case a.Status == http.StatusNotModified:
		r.summary.Sources++
		r.summary.Unchanged++
		r.well(s, res)
		r.Tell(Event{Source: s, Outcome: "unchanged"})
		return r.store(ctx, res.host, s)
	case a.Status == http.StatusOK:
		return r.answers(ctx, res)
	case a.Status == http.StatusGone:
		s.Gone = true
		return r.failing(ctx, s, status(a), 0)
	}
	wait, _ := retryAfter(a.Header, r.Now())
	return r.failing(ctx, s, status(a), wait)
}

// answers takes a list that came.
func (r *round) answers(ctx context.Context, res result) error {
	s, before := res.source, *res.source
	if s.Kind == "" {
		s.Kind = res.list.Kind
	}
	if s.Title == "" {
		s.Title = res.list.Title
	}
	if s.Site == "" {
		s.Site = res.list.Site
	}
	s.ETag, s.Modified = res.answer.Header.Get("ETag"), res.answer.Header.Get("Last-Modified")
	if res.hops > 0 {
		s.ETag, s.Modified = "", "" // they are the other address's
		if res.forGood {
			if err := r.move(ctx, s, res.address); err != nil {
				return err
			}
		}
	}
	res.first = before.Answered.IsZero()
	s.Wants = res.list.Every
	r.well(s, res)
	fresh, err := r.learn(ctx, res, s)
	if err != nil {
		*s = before
		return err
	}
	r.summary.Sources++
	if fresh == 0 && len(res.list.Parts) == 0 {
		r.summary.Unchanged++
	}
	r.Tell(Event{Source: s, New: fresh, Outcome: "answered"})
	for _, p := range parts(res.list, r.Now()) {
		r.enqueue(&job{task: listTask, address: p.Address, source: s, part: true, first: res.first})
	}
	return nil
}

// newsDays is how old a page of a sitemap may be to be news; partsMost is how many parts
// of one are read in a round.
const (
	newsDays  = 2 * 24 * time.Hour
	partsMost = 4
)

// parts are the parts of a sitemap that may hold news: those that changed in the last
// days, or, where it does not say when they did, the last ones.
func parts(l *feed.List, now time.Time) []feed.Part {
	out := slices.DeleteFunc(slices.Clone(l.Parts), func(p feed.Part) bool { return p.Changed.IsZero() || now.Sub(p.Changed) > newsDays })
	if len(out) == 0 {
		undated := slices.DeleteFunc(slices.Clone(l.Parts), func(p feed.Part) bool { return !p.Changed.IsZero() })
		out = undated[max(0, len(undated)-2):]
	}
	return out[:min(len(out), partsMost)]
}
