package api

import (
	"context"
	"net/http"

	"rapporteur"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// readings declares the reading of a report that is not kept.
func (s *knower) readings(a huma.API) {
	huma.Register(a, huma.Operation{OperationID: "post-reading", Method: http.MethodPost, Path: Prefix + "/readings", Tags: []string{"knowledge"}, MaxBodyBytes: 16 << 20,
		Responses: in[*rapporteur.Reading](a), Errors: everyError, Summary: "Read a report and answer what it would put on the record, which stays as it is"},
		func(ctx context.Context, in *postInput) (*answer[*rapporteur.Reading], error) {
			if s.Read == nil {
				return nil, huma.Error403Forbidden("this server takes no reports")
			}
			inputs, err := in.Body.inputs()
			if err != nil {
				return nil, problem(err)
			}
			for one := range service.Readings(ctx, inputs, 1, s.Read) {
				return &answer[*rapporteur.Reading]{one.Reading}, problem(one.Err)
			}
			return nil, huma.Error422UnprocessableEntity("there is no report in it")
		})
}
