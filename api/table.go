package api

import (
	"bytes"
	"context"
	"net/http"

	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// standsInput asks where parties stand, by the newest of their positions.
type standsInput struct {
	Filters
	Format string `query:"format" enum:"json,csv,markdown" default:"json" doc:"The form of the answer."`
	Limit  int    `query:"limit" default:"500" minimum:"1" maximum:"5000" doc:"The most positions, the newest."`
}

// positions is the question for them.
func (in *standsInput) positions() service.Question {
	q := in.question(service.Positions)
	q.Limit = in.Limit
	return q
}

// attendanceInput asks for the newest meetings.
type attendanceInput struct {
	Filters
	Format string `query:"format" enum:"json,csv,markdown" default:"json" doc:"The form of the answer."`
	Limit  int    `query:"limit" default:"12" minimum:"1" maximum:"200" doc:"The most meetings, the newest."`
}

// timelineInput asks for what happened when.
type timelineInput struct {
	Filters
	Format string `query:"format" enum:"json,svg,markdown" default:"json" doc:"The form of the answer."`
	Limit  int    `query:"limit" default:"100" minimum:"1" maximum:"1000" doc:"The most meetings, and the most events, the newest."`
	Lanes  int    `query:"lanes" default:"6" minimum:"0" maximum:"100" doc:"Parties that have a lane of their own, those with most entries; 0 for all."`
	All    bool   `query:"all" doc:"With what is doubtful, and what has no day."`
}

// tabler answers what is made of many entries.
type tabler struct{ Options }

// tables declares what is made of many entries.
func (s *tabler) tables(a huma.API) {
	tags, path := []string{"tables"}, func(name string) string { return Prefix + "/" + name }
	huma.Register(a, huma.Operation{OperationID: "get-lines", Method: http.MethodGet, Path: path("lines"), Tags: tags, Responses: in[[]record.Line](a, "csv", "markdown"),
		Summary: "What each party wants, issue by issue, in the order of time, and how it moved, by the newest positions"}, s.lines)
	huma.Register(a, huma.Operation{OperationID: "get-matrix", Method: http.MethodGet, Path: path("matrix"), Tags: tags, Responses: in[*service.PositionMatrix](a, "csv", "markdown"),
		Summary: "Where each party stands on each issue: for or against, its proposal and condition, the day of its last word, and how it moved, by the newest positions"}, s.matrix)
	huma.Register(a, huma.Operation{OperationID: "get-attendance", Method: http.MethodGet, Path: path("attendance"), Tags: tags, Responses: in[*service.AttendanceTable](a, "csv", "markdown"),
		Summary: "The newest meetings, the oldest of them first, by party: who was there, who was left out, who is not mentioned"}, s.attendance)
	huma.Register(a, huma.Operation{OperationID: "get-timeline", Method: http.MethodGet, Path: path("timeline"), Tags: tags, Responses: in[*service.Timeline](a, "svg", "markdown"),
		Summary: "Meetings and events by date, past and planned, with a lane for each party"}, s.timeline)
	huma.Register(a, huma.Operation{OperationID: "get-brief", Method: http.MethodGet, Path: path("brief"), Tags: tags, Responses: in[*service.Brief](a, "markdown", "text", "html", "docx"),
		Summary: "A page of what is new: meetings, who moved, what each party wants, deeds with their objects, what is to come and what is in dispute"}, s.brief)
}

func (s *tabler) lines(ctx context.Context, in *standsInput) (*document, error) {
	lines, err := service.Lines(ctx, s.Record, in.positions())
	if err != nil {
		return nil, problem(err)
	}
	return written(in.Format, func(b *bytes.Buffer) error {
		if in.Format == "json" {
			return export.Line(b, filled(lines))
		}
		return export.Lines(lines).Write(b, in.Format, styleOf(in.Format))
	})
}

func (s *tabler) matrix(ctx context.Context, in *standsInput) (*document, error) {
	m, err := service.Matrix(ctx, s.Record, in.positions())
	if err != nil {
		return nil, problem(err)
	}
	return written(in.Format, func(b *bytes.Buffer) error { return grid(b, in.Format, m, export.Positions(m)) })
}

func (s *tabler) attendance(ctx context.Context, in *attendanceInput) (*document, error) {
	q := in.question(service.Meetings)
	q.Limit = in.Limit
	t, err := service.Attendance(ctx, s.Record, q)
	if err != nil {
		return nil, problem(err)
	}
	return written(in.Format, func(b *bytes.Buffer) error { return grid(b, in.Format, t, export.Attendance(t)) })
}

// grid writes a table of parties.
func grid(b *bytes.Buffer, form string, value any, g *export.Grid) error {
	if form == "json" {
		return export.Line(b, value)
	}
	return g.Write(b, form)
}

func (s *tabler) timeline(ctx context.Context, in *timelineInput) (*document, error) {
	q := service.TimelineQuestion{Question: in.question(service.Everything), Lanes: in.Lanes, All: in.All, Title: in.Dossier}
	q.Limit = in.Limit
	t, err := service.TimelineOf(ctx, s.Record, q)
	if err != nil {
		return nil, problem(err)
	}
	return written(in.Format, func(b *bytes.Buffer) error {
		if in.Format == "json" {
			return export.Line(b, t)
		}
		return (&export.Timeline{Timeline: t}).Write(b, in.Format, styleOf(in.Format))
	})
}

// briefInput asks for a brief.
type briefInput struct {
	Filters
	Format string `query:"format" enum:"json,markdown,text,html,docx" default:"json" doc:"The form of the answer."`
	Long   bool   `query:"long" doc:"All lines, with background and what is doubtful."`
	Most   int    `query:"most" minimum:"0" maximum:"1000" doc:"Lines of a section; 0 is as many as fit on a page. With long, entries of each kind that are looked at, 300 at least."`
}

func (s *tabler) brief(ctx context.Context, in *briefInput) (*document, error) {
	q := service.BriefQuestion{Question: in.question(service.Everything), Long: in.Long, Most: in.Most, Title: in.Dossier}
	found, err := service.BriefOn(ctx, s.Record, q)
	if err != nil {
		return nil, problem(err)
	}
	out, err := written(in.Format, func(b *bytes.Buffer) error {
		if in.Format == "json" {
			return export.Line(b, found)
		}
		return (&export.Brief{Brief: found, Quotes: in.Long}).Write(b, in.Format, styleOf(in.Format))
	})
	if err == nil && (in.Format == "html" || in.Format == "docx") {
		out.Disposition = `attachment; filename="brief.` + in.Format + `"` // its style is its own, which no page of ours may have
	}
	return out, err
}

// styleOf is how a form is written.
func styleOf(form string) export.Style {
	if form == "markdown" {
		return export.Markdown()
	}
	return export.Plain()
}

// filled is a list that is written as one even where it is empty.
func filled[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
