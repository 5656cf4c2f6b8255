package api

import (
	"context"
	"net/http"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// trailLine is a line of the trail, under a name of its own in the document.
type trailLine access.Line

// trailInput asks who did what.
type trailInput struct {
	Who   []string      `query:"who,explode" doc:"Only what these users or keys (key:NAME) did."`
	What  []access.What `query:"what,explode" enum:"logged-in,logged-out,log-in-failed,user-added,user-changed,user-dropped,key-added,key-revoked,report-added,corrected,dossier-kept,dossier-dropped,alert-kept,alert-dropped" doc:"Only this."`
	Since string        `query:"since" maxLength:"40" doc:"From this day or time on."`
	Until string        `query:"until" maxLength:"40" doc:"Up to this time, or the end of this day."`
	Limit int           `query:"limit" default:"100" minimum:"1" maximum:"10000" doc:"The most lines, the last."`
}

// correctionsInput asks what persons corrected.
type correctionsInput struct {
	Entry    []string          `query:"entry,explode" doc:"Only what is about these entries."`
	Report   []string          `query:"report,explode" doc:"Only what is about these reports."`
	Kind     []record.Kind     `query:"kind,explode" enum:"meeting,statement,event,position,notice,report" doc:"Only of this kind of entries, or of reports themselves."`
	Action   []record.Action   `query:"action,explode" enum:"set,add,drop,missed,reject,split,merge,distinct,accept,note" doc:"Only this."`
	Standing []record.Standing `query:"standing,explode" enum:"counts,look-again,undone,gone" doc:"Only what has become this."`
	By       []string          `query:"by,explode" doc:"Only what this person said."`
	Since    string            `query:"since" doc:"Only what was corrected on this day or later, YYYY-MM-DD."`
	Until    string            `query:"until" doc:"Only what was corrected on this day or before."`
}

// trails declares what persons did.
func (s *server) trails(a huma.API) {
	huma.Register(a, huma.Operation{OperationID: "list-corrections", Method: http.MethodGet, Path: Prefix + "/corrections", Tags: []string{"lists"},
		Summary: "What persons corrected and what has become of it, the last first"}, s.corrections)
	huma.Register(a, huma.Operation{OperationID: "list-trail", Method: http.MethodGet, Path: Prefix + "/trail", Tags: []string{"lists"},
		Summary: "Who logged in, failed to, added, corrected and changed what, the last first; for administrators"}, s.trail)
}

func (s *server) corrections(ctx context.Context, in *correctionsInput) (*answer[[]record.Noted], error) {
	f := record.CorrectionFilter{Entries: in.Entry, Reports: in.Report, Kinds: in.Kind, Actions: in.Action, Standings: in.Standing, By: in.By}
	if err := f.Day(rapporteur.Date(in.Since), rapporteur.Date(in.Until), time.UTC); err != nil {
		return nil, problem(err)
	}
	all, err := s.Record.Corrections(ctx, f)
	return &answer[[]record.Noted]{filled(all)}, problem(err)
}

func (s *server) trail(ctx context.Context, in *trailInput) (*answer[[]trailLine], error) {
	if err := access.Allow(ctx, access.Oversee); err != nil {
		return nil, huma.Error403Forbidden(err.Error())
	}
	if s.Trail == nil {
		return &answer[[]trailLine]{[]trailLine{}}, nil
	}
	q := access.TrailQuery{Who: in.Who, What: in.What, Limit: in.Limit}
	var err error
	if q.Since, err = service.From(in.Since, time.Time{}); err != nil {
		return nil, problem(err)
	}
	if q.Until, err = service.Moment(in.Until); err != nil {
		return nil, problem(err)
	}
	lines, err := s.Trail(ctx, q)
	out := make([]trailLine, len(lines))
	for i, l := range lines {
		out[i] = trailLine(l)
	}
	return &answer[[]trailLine]{out}, problem(err)
}
