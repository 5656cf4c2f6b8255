package api

import (
	"context"
	"net/http"

	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

type dossierInput struct {
	Name string `path:"name" maxLength:"200" doc:"The name of the dossier."`
	Body struct {
		Actors []string `json:"actors,omitempty" doc:"Ids or names."`
		States []string `json:"states,omitempty" doc:"ISO 3166 alpha-3 codes."`
		Issues []string `json:"issues,omitempty" doc:"Ids of issues."`
		Since  string   `json:"since,omitempty" doc:"From this day on."`
		Until  string   `json:"until,omitempty" doc:"Up to this day."`
	}
}

type dropInput struct {
	Name string `path:"name" maxLength:"200"`
}

// dossiers declares the named parts of the record.
func (s *server) dossiers(a huma.API) {
	tags := []string{"dossiers"}
	huma.Register(a, huma.Operation{OperationID: "list-dossiers", Method: http.MethodGet, Path: Prefix + "/dossiers", Tags: tags, Summary: "The named parts of the record"},
		func(ctx context.Context, _ *struct{}) (*answer[[]record.Dossier], error) {
			all, err := s.Record.Dossiers(ctx)
			return &answer[[]record.Dossier]{filled(all)}, problem(err)
		})
	huma.Register(a, huma.Operation{OperationID: "put-dossier", Method: http.MethodPut, Path: Prefix + "/dossiers/{name}", Tags: tags, Summary: "Keep a named part of the record"},
		func(ctx context.Context, in *dossierInput) (*answer[record.Dossier], error) {
			q := service.Question{Actors: in.Body.Actors, States: in.Body.States, Issues: in.Body.Issues, Since: in.Body.Since, Until: in.Body.Until}
			d, _, err := service.KeepDossier(ctx, s.Record, in.Name, q)
			if err == nil {
				s.Note(ctx, access.DossierKept, d.Name)
			}
			return &answer[record.Dossier]{d}, problem(err)
		})
	huma.Register(a, huma.Operation{OperationID: "drop-dossier", Method: http.MethodDelete, Path: Prefix + "/dossiers/{name}", Tags: tags, Summary: "Forget a named part; its entries stay", DefaultStatus: http.StatusNoContent},
		func(ctx context.Context, in *dropInput) (*struct{}, error) {
			err := s.Record.DropDossier(ctx, in.Name)
			if err == nil {
				s.Note(ctx, access.DossierGone, in.Name)
			}
			return nil, absent(err, "")
		})
}
