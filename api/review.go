package api

import (
	"context"
	"net/http"

	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// reviewInput asks what a person should look at.
type reviewInput struct {
	Filters
	Limit int `query:"limit" default:"20" minimum:"1" maximum:"500" doc:"The most doubts, the weightiest."`
}

// reviews declares the queue of what is doubtful. A doubt is answered by a correction:
// accept, set, reject, merge, distinct or split.
func (s *tabler) reviews(a huma.API) {
	huma.Register(a, huma.Operation{OperationID: "get-review", Method: http.MethodGet, Path: Prefix + "/review", Tags: []string{"tables"},
		Summary: "What a person should look at, the most uncertain and most consequential first"},
		func(ctx context.Context, in *reviewInput) (*answer[*service.Doubts], error) {
			q := in.question(service.Everything)
			q.Limit = in.Limit
			found, err := service.Review(ctx, s.Record, q)
			if err == nil {
				found.Doubts = filled(found.Doubts)
			}
			return &answer[*service.Doubts]{found}, problem(err)
		})
}
