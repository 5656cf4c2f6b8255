package api

import (
	"context"
	"net/http"

	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// tableInput asks for what is not cut into pages.
type tableInput struct{ Filters }

// attendanceInput asks for the newest meetings.
type attendanceInput struct {
	Filters
	Limit int `query:"limit" default:"12" minimum:"1" maximum:"200" doc:"The most meetings, the newest."`
}

// tables declares what is made of many entries.
func (s *server) tables(a huma.API) {
	huma.Register(a, huma.Operation{OperationID: "get-lines", Method: http.MethodGet, Path: Prefix + "/lines", Tags: []string{"tables"},
		Summary: "What each party wants, issue by issue, in the order of time, and how it moved"},
		func(ctx context.Context, in *tableInput) (*answer[[]record.Line], error) {
			lines, err := service.Lines(ctx, s.Record, in.question(service.Positions))
			return &answer[[]record.Line]{filled(lines)}, problem(err)
		})
	huma.Register(a, huma.Operation{OperationID: "get-attendance", Method: http.MethodGet, Path: Prefix + "/attendance", Tags: []string{"tables"},
		Summary: "The newest meetings, the oldest of them first, with who was there and who was left out"},
		func(ctx context.Context, in *attendanceInput) (*answer[[]record.Entry], error) {
			q := in.question(service.Meetings)
			q.Limit = in.Limit
			got, err := service.Attendance(ctx, s.Record, q)
			if err != nil {
				return nil, problem(err)
			}
			return &answer[[]record.Entry]{filled(got.Entries)}, nil
		})
}

// filled is a list that is written as one even where it is empty.
func filled[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
