package follow

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"rapporteur"
	"rapporteur/source"
	"rapporteur/source/feed"
	"rapporteur/source/fetch"
)

// What is asked of a host.
type task int

const (
	robotsTask task = iota
	listTask
	pageTask
)

// job is one request, and what it is for.
type job struct {
	task    task
	host    *host // whom it is asked of
	address string
	source  *Source
	item    *Item
	// of is whose robots.txt it is.
	of *host
	// part says that a list is a part of the source's, first that the source was not asked
	// before.
	part, first bool
	// hops are the redirects that led here, forGood that all of them are permanent.
	hops    int
	forGood bool
}

// hopsMost is how many redirects are followed.
const hopsMost = 5

// result is what came of a job.
type result struct {
	*job
	answer *fetch.Answer
	// silent says that nobody answered.
	silent bool
	list   *feed.List
	report *rapporteur.Report
	err    error
}

// lists is what a request for a list accepts.
const lists = "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,text/html;q=0.7,*/*;q=0.1"

// run carries out a job: it asks, and reads what came. Nothing is written down here.
func (f *Follower) run(ctx context.Context, j *job) result {
	out := result{job: j}
	if j.task == pageTask && j.address == "" {
		out.report, out.err = contentOf(ctx, j.item, j.source)
		return out
	}
	q := fetch.Request{Address: j.address}
	switch {
	case j.task == listTask && !j.part && j.hops == 0:
		q.Accept, q.ETag, q.Modified = lists, j.source.ETag, j.source.Modified
	case j.task == listTask:
		q.Accept = lists
	case j.task == pageTask:
		q.ETag, q.Modified = j.item.ETag, j.item.Modified
	default:
		q.Accept = "text/plain"
	}
	out.answer, out.err = f.Fetcher.Ask(ctx, q)
	if out.err != nil {
		var ours *rapporteur.Error
		out.silent = !errors.As(out.err, &ours)
		return out
	}
	if out.answer.Status == http.StatusOK {
		switch j.task {
		case listTask:
			out.list, out.err = listOf(j.source.Kind, out.answer)
		case pageTask:
			out.report, out.err = pageOf(ctx, j, out.answer)
		}
	}
	return out
}

// sectionLeast is how many links to reports make a page one that lists them.
const sectionLeast = 5

// listOf reads a list of the kind that a source is of, any where that is not known.
func listOf(kind Kind, a *fetch.Answer) (*feed.List, error) {
	contentType := a.Header.Get("Content-Type")
	if kind != feed.Section {
		l, err := feed.Parse(a.Body, contentType, a.Address)
		if !errors.Is(err, feed.ErrPage) || kind != "" {
			return l, err
		}
	}
	p, err := feed.ReadPage(a.Body, contentType, a.Address)
	if err != nil {
		return nil, err
	}
	if n := len(p.Section.Items); n == 0 || kind == "" && n < sectionLeast {
		return nil, &rapporteur.Error{Code: rapporteur.Unsupported, Message: "a web page without links that look like reports"}
	}
	return &p.Section, nil
}

// pageOf reads the report of a page; what the page does not say of itself, its list does.
func pageOf(ctx context.Context, j *job, a *fetch.Answer) (*rapporteur.Report, error) {
	r, err := source.Answered(ctx, a, source.Options{Outlet: j.source.Outlet})
	if err != nil {
		return nil, err
	}
	complete(r, j.item, j.source)
	return r, nil
}

// contentOf reads what a list has of an item that has no page.
func contentOf(ctx context.Context, it *Item, s *Source) (*rapporteur.Report, error) {
	page := "<!doctype html><meta charset=utf-8><body>" + it.Content
	r, err := source.ParseContext(ctx, it.Key, []byte(page), source.Options{Outlet: s.Outlet, Title: it.Title})
	if err != nil {
		return nil, err
	}
	complete(r, it, s)
	return r, nil
}

// complete adds what a report does not say of itself.
func complete(r *rapporteur.Report, it *Item, s *Source) {
	if r.Published == "" && !it.Published.IsZero() {
		r.Published = rapporteur.Date(it.Published.Format("2006-01-02"))
	}
	if r.Title == "" {
		r.Title = rapporteur.Text(it.Title)
	}
	if r.Outlet == "" {
		r.Outlet = rapporteur.Text(s.Title)
	}
}

// status says in words what a server answered.
func status(a *fetch.Answer) error {
	return &rapporteur.Error{Code: rapporteur.Unreadable, Message: fmt.Sprintf("the server answered %d %s", a.Status, http.StatusText(a.Status))}
}
