package api

import (
	"context"
	"net/http"
	"sync"

	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// profile is what is known of an actor.
type profile struct {
	Party      record.Party        `json:"party" doc:"The actor as the record has it."`
	Known      *service.KnownActor `json:"known" doc:"What the tables know, with the offices that reports taught."`
	Meetings   []record.Entry      `json:"meetings" doc:"The latest of its own."`
	Statements []record.Entry      `json:"statements"`
	Lines      []record.Line       `json:"lines" doc:"What it wants, issue by issue."`
	Deeds      []record.Entry      `json:"deeds" doc:"What it did and what was done to it."`
	Named      []record.Entry      `json:"named" doc:"What others said in whose words it is named."`
}

// profiles declares the profile of an actor.
func (s *knower) profiles(a huma.API) {
	directory := sync.OnceValues(s.Tables.Directory)
	huma.Register(a, huma.Operation{OperationID: "get-actor", Method: http.MethodGet, Path: Prefix + "/actors/{id}", Tags: []string{"entries"},
		Summary: "An actor: offices by date and what taught them, latest meetings, statements, positions and deeds, and how others speak of it"},
		func(ctx context.Context, in *one) (*answer[profile], error) {
			d, err := directory()
			if err != nil {
				return nil, problem(err)
			}
			p, err := d.Profile(ctx, s.Record, in.ID, in.AsOf)
			if err != nil {
				return nil, absent(err, in.AsOf)
			}
			out := profile{Party: p.Party, Known: p.Known, Meetings: filled(p.Meetings), Statements: filled(p.Statements), Lines: filled(p.Lines), Deeds: filled(p.Deeds), Named: filled(p.Named)}
			if in.NoText {
				out.silence()
			}
			return &answer[profile]{out}, nil
		})
}

// silence leaves the words of the reports out.
func (p *profile) silence() {
	for _, list := range [][]record.Entry{p.Meetings, p.Statements, p.Deeds, p.Named} {
		for i := range list {
			list[i].Silence()
		}
	}
	for i := range p.Lines {
		for j := range p.Lines[i].Positions {
			p.Lines[i].Positions[j].Silence()
		}
	}
}
