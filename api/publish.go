package api

import (
	"context"
	"iter"
	"net/http"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/danielgtaylor/huma/v2"
)

// queued is the outcome of a report that waits to be read.
const queued record.Outcome = "queued"

// publish puts reports into the queue. Their ids are those of their texts.
func (s *server) publish(ctx context.Context, inputs iter.Seq[service.Input]) (*postOutput, error) {
	var done []arrived
	var failed []string
	var first error
	for in := range inputs {
		report, err := in.Report(ctx)
		if err == nil {
			err = s.Publish(ctx, report)
		}
		if err != nil {
			if failed = append(failed, err.Error()); first == nil {
				first = err
			}
			if rapporteur.CodeOf(err) == rapporteur.Busy {
				break
			}
			continue
		}
		s.Note(ctx, access.ReportAdded, report.ID+" "+string(queued))
		done = append(done, arrived{Report: report.ID, Outcome: queued})
	}
	if len(done) == 0 && first == nil {
		return nil, huma.Error422UnprocessableEntity("there is no report in it")
	}
	if len(done) == 0 {
		return nil, problem(first)
	}
	body := done[0]
	body.More, body.Failed = done[1:], failed
	return &postOutput{Status: http.StatusAccepted, Location: Prefix + "/reports/" + body.Report, Body: body}, nil
}
