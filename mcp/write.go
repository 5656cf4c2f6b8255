package mcp

import (
	"cmp"
	"context"

	"rapporteur/access"
	"rapporteur/service"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// Added is what became of a report.
type Added struct {
	Report  string `json:"report"`
	Outcome string `json:"outcome" jsonschema:"added, known, again, revised or copied"`
}

// VerdictInput says that an entry is right or wrong.
type VerdictInput struct {
	ID   string `json:"id" jsonschema:"the id of an entry"`
	Note string `json:"note,omitempty" jsonschema:"why"`
}

// Verdict is what was written down.
type Verdict struct {
	Entry  string `json:"entry"`
	Number int64  `json:"number" jsonschema:"of the correction; with it a person can take it back"`
}

// writes declares the tools that change the record.
func (s *server) writes(to *sdk.Server) {
	if s.Read != nil {
		tool(s, to, "add_report", "Add a report", "Reads a news report and puts it on the record; given again it changes nothing.", access.Change, s.add)
	}
	tool(s, to, "accept", "Accept an entry", "Writes down that an entry is right as it stands. Only where the user says so.", access.Change,
		func(ctx context.Context, in VerdictInput) (Verdict, error) {
			return s.judge(ctx, service.Correction{Entry: in.ID, Note: in.Note, Accept: true})
		})
	tool(s, to, "reject", "Reject an entry", "Writes down that there is no such thing as an entry says; it leaves the record and can be brought back. Only where the user says so.", access.Change,
		func(ctx context.Context, in VerdictInput) (Verdict, error) {
			return s.judge(ctx, service.Correction{Entry: in.ID, Note: in.Note, Reject: true})
		})
}

func (s *server) add(ctx context.Context, in TextInput) (out Added, err error) {
	o, err := in.offer()
	if err != nil {
		return out, err
	}
	g := service.Ingest{Record: s.Record, Read: s.Read, Knowing: s.Knowing, Workers: 1}
	err = g.Add(ctx, o.Inputs(), func(one service.Arrival) error {
		if one.Err != nil {
			return one.Err
		}
		out = Added{Report: one.Report.ID, Outcome: string(one.Outcome)}
		s.Note(ctx, access.ReportAdded, out.Report+" "+out.Outcome)
		return nil
	})
	if err == nil && out.Report == "" {
		err = errNoWords
	}
	return out, err
}

func (s *server) judge(ctx context.Context, c service.Correction) (Verdict, error) {
	c.By, c.Tables = cmp.Or(access.Name(ctx), "mcp"), s.Tables
	done, err := service.Correct(ctx, s.Record, c)
	if err != nil {
		return Verdict{}, err
	}
	out := Verdict{Entry: c.Entry}
	for i := range done.Corrections {
		out.Number = done.Corrections[i].ID
		s.Note(ctx, access.Corrected, service.InTrail(&done.Corrections[i]))
	}
	return out, nil
}
