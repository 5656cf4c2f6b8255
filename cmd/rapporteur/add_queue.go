package main

import (
	"context"
	"fmt"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/service"
	"rapporteur/worker"
)

// sent is what became of a report that goes into the queue.
type sent struct {
	Input   string `json:"input"`
	Report  string `json:"report,omitempty"`
	Outcome string `json:"outcome,omitempty"`
	Error   string `json:"error,omitempty"`
	err     error
}

// publish opens reports and puts them into the queue, for others to read. It ends where
// the queue is full, and can be repeated.
func (cmd *addCmd) publish(ctx context.Context, c *terminal.Console, in *service.Inputs) error {
	tracer, flush, err := tracing(ctx, c)
	if err != nil {
		return err
	}
	defer flush()
	return cmd.joining(ctx, c, func(q *worker.Queue) error {
		q.Tracer = tracer
		var failed terminal.Failures
		n := 0
		for one := range service.InOrder(ctx, in.All(cmd.Paths), cmd.Workers, func(in service.Input) sent { return send(ctx, q, in) }) {
			if rapporteur.CodeOf(one.err) == rapporteur.Busy || rapporteur.CodeOf(one.err) == rapporteur.NoSpace {
				c.Tell("%d reports are in the queue; the same command goes on from there", n)
				return failed.Behind(one.err)
			}
			if one.err != nil {
				failed = append(failed, one.err)
			} else {
				n++
			}
			if err := export.Line(c.Stdout, one); err != nil {
				return err
			}
		}
		if ctx.Err() != nil {
			return &rapporteur.Error{Code: rapporteur.Interrupted, Op: "add", Message: fmt.Sprintf("interrupted; %d reports are in the queue, the same command goes on from there", n)}
		}
		return failed.Of(n + len(failed))
	})
}

// send opens one report and puts it into the queue.
func send(ctx context.Context, q *worker.Queue, in service.Input) sent {
	out := sent{Input: in.Name, Outcome: "queued"}
	report, err := in.Report(ctx)
	var done worker.Published
	if err == nil {
		done, err = q.Publish(ctx, in.Name, report)
	}
	if err != nil {
		return sent{Input: in.Name, Error: err.Error(), err: err}
	}
	if out.Report = done.Report; done.Already {
		out.Outcome = "queued before"
	}
	return out
}
