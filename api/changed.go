package api

import (
	"bytes"
	"context"

	"rapporteur/export"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// changedInput asks what changed between two times.
type changedInput struct {
	Filters
	Between string `query:"between" required:"true" maxLength:"40" doc:"From the end of this day, or from this time on."`
	And     string `query:"and" maxLength:"40" doc:"Up to the end of this day, or to this time; without it, until now."`
	Limit   int    `query:"limit" default:"10" minimum:"1" maximum:"1000" doc:"The most of each kind."`
	Format  string `query:"format" enum:"json,markdown" default:"json" doc:"The form of the answer."`
}

func (s *tabler) changed(ctx context.Context, in *changedInput) (*document, error) {
	if in.AsOf != "" {
		return nil, huma.Error422UnprocessableEntity("as_of: between and and say as of when; leave it out")
	}
	q := service.ChangedQuestion{Question: in.question(service.Everything), Title: in.Dossier, From: in.Between, To: in.And}
	q.Limit = in.Limit
	found, err := service.WhatChanged(ctx, s.Record, q)
	if err != nil {
		return nil, problem(err)
	}
	return written(in.Format, func(b *bytes.Buffer) error {
		if in.Format == "json" {
			return export.Line(b, found)
		}
		return (&export.Changed{Changed: found}).Write(b, in.Format, styleOf(in.Format))
	})
}
