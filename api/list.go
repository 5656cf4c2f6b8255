package api

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"path"
	"time"

	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// listInput asks for one page of a list.
type listInput struct {
	Filters
	Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"1000" doc:"The most results of a page."`
	Cursor string `query:"cursor" doc:"Where the page begins: next of the page before."`
	Format string `query:"format" enum:"json,jsonl,csv,atom" doc:"The form of the answer; the header Accept says it as well."`
	Accept string `header:"Accept" hidden:"true"`
	asked  url.URL
}

// Resolve keeps the address that was asked for, which that of the next page is made of.
func (in *listInput) Resolve(ctx huma.Context) []error {
	in.asked = ctx.URL()
	return nil
}

// following is the address of the page at a cursor, with all the filters of this one.
func (in *listInput) following(next string) string {
	query := in.asked.Query()
	query.Set("cursor", next)
	return in.asked.Path + "?" + query.Encode()
}

// listOutput is a page, already written.
type listOutput struct {
	Type string `header:"Content-Type"`
	Link string `header:"Link" doc:"The address of the next page, rel=next."`
	Body []byte
}

// page is a list as JSON.
type page[T any] struct {
	Items []T    `json:"items" doc:"The results of this page."`
	Total int    `json:"total" doc:"How many there are on all pages."`
	Over  bool   `json:"over,omitempty" doc:"There are more than total: what meets several conditions is counted 10,000 further than the page, reports 100,000."`
	Next  string `json:"next,omitempty" doc:"The cursor of the next page; absent on the last."`
}

// lists declares a list for each subject.
func (s *server) lists(a huma.API) {
	list[record.Entry](s, a, service.Meetings, "Meetings: who with whom, where, when, and who was left out", func(a *service.Answer) []record.Entry { return a.Entries })
	list[record.Entry](s, a, service.Statements, "Statements: who said what, to whom, in whose name", func(a *service.Answer) []record.Entry { return a.Entries })
	list[record.Entry](s, a, service.Events, "Events: who did what to whom, in PLOVER and CAMEO", func(a *service.Answer) []record.Entry { return a.Entries })
	list[record.Entry](s, a, service.Positions, "Positions: what each party wants", func(a *service.Answer) []record.Entry { return a.Entries })
	list[record.Entry](s, a, service.Notices, "Notices: what is wrong in the reports themselves", func(a *service.Answer) []record.Entry { return a.Entries })
	list[record.Party](s, a, service.Actors, "Actors of the record, those with most entries first", func(a *service.Answer) []record.Party { return a.Actors })
	list[record.Shift](s, a, service.Shifts, "Shifts: who moved on which issue, with both quotes", func(a *service.Answer) []record.Shift { return a.Shifts })
	list[record.Report](s, a, service.Reports, "Reports, the latest first", func(a *service.Answer) []record.Report { return a.Reports })
}

// list declares one of them.
func list[T any](s *server, a huma.API, about service.Subject, summary string, of func(*service.Answer) []T) {
	op := huma.Operation{OperationID: "list-" + string(about), Method: http.MethodGet, Path: Prefix + "/" + string(about), Summary: summary, Tags: []string{"lists"},
		Responses: in[page[T]](a, "jsonl", "csv", "atom")}
	huma.Register(a, op, func(ctx context.Context, in *listInput) (*listOutput, error) {
		q := in.question(about)
		at, err := in.place(&q, s.Now())
		if err != nil {
			return nil, err
		}
		answer, err := service.Ask(ctx, s.Record, q)
		if err != nil {
			return nil, problem(err)
		}
		p := page[T]{Items: of(answer), Total: answer.Total, Over: answer.Over}
		if p.Items == nil {
			p.Items = []T{}
		}
		if end := q.Offset + answer.Len(); end < answer.Total {
			p.Next = cursor{end, at}.String()
		}
		f := &feed{}
		for _, item := range p.Items {
			f.add(item)
		}
		return in.written(export.Answer(about, answer), p, f, p.Next)
	})
}

// place puts the page that is asked for into the question and gives the time at which
// the record is looked at.
func (in *listInput) place(q *service.Question, now time.Time) (time.Time, error) {
	q.Limit = in.Limit
	if in.Cursor == "" {
		return now, nil
	}
	c, err := cursorOf(in.Cursor)
	if err != nil {
		return now, err
	}
	q.Offset = c.offset
	if q.AsOf == "" {
		q.AsOf = c.asOf.Format(time.RFC3339Nano)
	}
	return c.asOf, nil
}

// written puts a page into the form that was asked for.
func (in *listInput) written(l *export.Listing, p any, f *feed, next string) (*listOutput, error) {
	out, buffer := &listOutput{}, &bytes.Buffer{}
	var err error
	form := in.form()
	out.Type = media[form]
	switch form {
	case "csv", "jsonl":
		err = l.Write(buffer, form, export.Style{})
	case "atom":
		err = f.write(buffer, "The record: "+path.Base(in.asked.Path), in.asked.RequestURI())
	default:
		err = export.Line(buffer, p)
	}
	if next != "" {
		out.Link = "<" + in.following(next) + ">; rel=\"next\""
	}
	out.Body = buffer.Bytes()
	return out, problem(err)
}

// form is the form that the parameter, or else the header Accept, names.
func (in *listInput) form() string {
	if in.Format != "" {
		return in.Format
	}
	switch in.Accept {
	case "text/csv":
		return "csv"
	case "application/x-ndjson", "application/jsonl":
		return "jsonl"
	case "application/atom+xml":
		return "atom"
	}
	return "json"
}
