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
	huma.Register(a, huma.Operation{OperationID: "get-matrix", Method: http.MethodGet, Path: Prefix + "/matrix", Tags: []string{"tables"},
		Summary: "Where each party stands on each issue: for or against, its proposal and condition, the day of its last word, and how it moved"},
		func(ctx context.Context, in *tableInput) (*answer[*service.PositionMatrix], error) {
			m, err := service.Matrix(ctx, s.Record, in.question(service.Positions))
			return &answer[*service.PositionMatrix]{m}, problem(err)
		})
	huma.Register(a, huma.Operation{OperationID: "get-attendance", Method: http.MethodGet, Path: Prefix + "/attendance", Tags: []string{"tables"},
		Summary: "The newest meetings, the oldest of them first, by party: who was there, who was left out, who is not mentioned"},
		func(ctx context.Context, in *attendanceInput) (*answer[*service.AttendanceTable], error) {
			q := in.question(service.Meetings)
			q.Limit = in.Limit
			t, err := service.Attendance(ctx, s.Record, q)
			return &answer[*service.AttendanceTable]{t}, problem(err)
		})
	huma.Register(a, huma.Operation{OperationID: "get-brief", Method: http.MethodGet, Path: Prefix + "/brief", Tags: []string{"tables"},
		Summary: "A page of what is new: meetings, who moved, what each party wants, deeds with their objects, what is to come and what is in dispute"},
		func(ctx context.Context, in *briefInput) (*answer[*service.Brief], error) {
			b, err := service.BriefOn(ctx, s.Record, service.BriefQuestion{Question: in.question(service.Everything), Long: in.Long, Most: in.Most})
			return &answer[*service.Brief]{b}, problem(err)
		})
}

// briefInput asks for a brief.
type briefInput struct {
	Filters
	Long bool `query:"long" doc:"All lines, with background and what is doubtful."`
	Most int  `query:"most" minimum:"0" maximum:"1000" doc:"Lines of a section; 0 is as many as fit on a page."`
}

// filled is a list that is written as one even where it is empty.
func filled[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
