package api

import (
	"context"
	"net/http"

	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// one asks for one thing by its id.
type one struct {
	ID     string `path:"id" maxLength:"80" doc:"The id of an entry or a report."`
	AsOf   string `query:"as_of" doc:"The record as it stood at the end of this day, or at this time."`
	NoText bool   `query:"no_text" doc:"Leave out the words of the reports."`
}

// answer is what an operation gives as JSON.
type answer[T any] struct{ Body T }

// why is what an entry is made of.
type why struct {
	Entry   record.Entry    `json:"entry"`
	Reasons []record.Reason `json:"reasons" doc:"What links the reports of the entry."`
	Learned []record.Holder `json:"learned" doc:"Offices that the entry taught the record."`
}

// entries declares what is asked of one entry or report.
func (s *server) entries(a huma.API) {
	huma.Register(a, huma.Operation{OperationID: "get-entry", Method: http.MethodGet, Path: Prefix + "/entries/{id}", Tags: []string{"entries"},
		Summary: "An entry with everything that the reports say of it"}, s.entry)
	huma.Register(a, huma.Operation{OperationID: "get-why", Method: http.MethodGet, Path: Prefix + "/entries/{id}/why", Tags: []string{"entries"},
		Summary: "Why reports are one entry"}, s.why)
	huma.Register(a, huma.Operation{OperationID: "get-history", Method: http.MethodGet, Path: Prefix + "/entries/{id}/history", Tags: []string{"entries"},
		Summary: "What happened to an entry, the oldest first"}, s.history)
	huma.Register(a, huma.Operation{OperationID: "get-report", Method: http.MethodGet, Path: Prefix + "/reports/{id}", Tags: []string{"entries"},
		Summary: "A report and the entries that it supports"}, s.report)
}

func (s *server) entry(ctx context.Context, in *one) (*answer[*record.Entry], error) {
	at, err := service.Moment(in.AsOf)
	if err != nil {
		return nil, problem(err)
	}
	e, err := s.Record.Entry(ctx, in.ID, at)
	if err != nil {
		return nil, absent(err, in.AsOf)
	}
	if in.NoText {
		e.Silence()
	}
	return &answer[*record.Entry]{e}, nil
}

func (s *server) why(ctx context.Context, in *one) (*answer[why], error) {
	got, err := service.WhyOf(ctx, s.Record, in.ID, in.AsOf, in.NoText)
	if err != nil {
		return nil, absent(err, in.AsOf)
	}
	return &answer[why]{why{*got.Entry, got.Reasons, got.Learned}}, nil
}

func (s *server) history(ctx context.Context, in *one) (*answer[[]record.Change], error) {
	changes, err := s.Record.History(ctx, in.ID)
	return &answer[[]record.Change]{filled(changes)}, absent(err, "")
}

// reported is a report with the entries that it supports.
type reported struct {
	Report  record.Report  `json:"report"`
	Entries []record.Entry `json:"entries"`
}

func (s *server) report(ctx context.Context, in *one) (*answer[reported], error) {
	r, entries, err := service.ReportOf(ctx, s.Record, in.ID, in.AsOf, in.NoText)
	if err != nil {
		return nil, absent(err, in.AsOf)
	}
	return &answer[reported]{reported{*r, entries}}, nil
}
