package api

import (
	"context"
	"net/http"

	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// networkInput asks for the parties with most ties.
type networkInput struct {
	Filters
	Limit int `query:"limit" default:"18" minimum:"1" maximum:"200" doc:"The most parties, those with most ties."`
}

// placesInput asks where things were.
type placesInput struct{ Filters }

// webs declares what ties parties, and where they met.
func (s *tabler) webs(a huma.API) {
	huma.Register(a, huma.Operation{OperationID: "get-network", Method: http.MethodGet, Path: Prefix + "/network", Tags: []string{"tables"},
		Summary: "Who meets whom, and who names whom, among the newest meetings and statements"},
		func(ctx context.Context, in *networkInput) (*answer[*service.Network], error) {
			found, err := service.NetworkOf(ctx, s.Record, in.question(service.Everything), in.Limit)
			return &answer[*service.Network]{found}, problem(err)
		})
	atlas := &service.Atlas{}
	huma.Register(a, huma.Operation{OperationID: "get-places", Method: http.MethodGet, Path: Prefix + "/places", Tags: []string{"tables"},
		Summary: "Where the newest meetings and events were, with coordinates where they are known"},
		func(ctx context.Context, in *placesInput) (*answer[*service.PlaceMap], error) {
			found, err := atlas.Places(ctx, s.Record, in.question(service.Everything))
			return &answer[*service.PlaceMap]{found}, problem(err)
		})
}
