package api

import (
	"context"
	"net/http"
	"time"

	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// changesInput asks for what came since a time.
type changesInput struct {
	Filters
	From time.Time `query:"from" required:"true" doc:"What came to the record from this time on: until of the answer before."`
}

// changesPage is what came to the record. Entries that were on their way while they were
// asked for can come twice; their ids tell.
type changesPage struct {
	Items []record.Entry `json:"items"`
	Until time.Time      `json:"until" doc:"The time from which to ask next."`
}

// changes declares what is new.
func (s *server) changes(a huma.API) {
	huma.Register(a, huma.Operation{OperationID: "list-changes", Method: http.MethodGet, Path: Prefix + "/changes", Tags: []string{"lists"},
		Summary: "Entries that are new on the record since a time, the oldest first"},
		func(ctx context.Context, in *changesInput) (*answer[changesPage], error) {
			w := service.Watch{Record: s.Record, Question: in.question(service.Everything), Now: s.Now, From: in.From}
			found, err := w.Next(ctx)
			if err != nil {
				return nil, problem(err)
			}
			return &answer[changesPage]{changesPage{filled(found), w.From}}, nil
		})
}
