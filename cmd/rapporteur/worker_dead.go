package main

import (
	"context"
	"time"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/worker"
)

// workerDeadCmd looks after reports that are not tried any more.
type workerDeadCmd struct {
	List   deadListCmd   `cmd:"" help:"List them with what is wrong."`
	Replay deadReplayCmd `cmd:"" help:"Let them be read again, as after an upgrade."`
	Drop   deadDropCmd   `cmd:"" help:"Take them out for good."`
}

type deadListCmd struct {
	Format string `help:"Form of the answer: ${enum}." enum:"text,jsonl" default:"text"`
	Limit  int    `help:"Most that are listed; 0 is all." default:"50" placeholder:"N"`
	natsFlags
}

// Run lists the oldest first.
func (cmd *deadListCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.joining(ctx, c, func(q *worker.Queue) error {
		dead, err := q.Dead(ctx, cmd.Limit)
		if err != nil {
			return err
		}
		for _, d := range dead {
			if cmd.Format == "jsonl" {
				err = export.Line(c.Stdout, d)
			} else {
				err = c.Say("%d  %s  %s  %s: %s", d.Number, d.At.UTC().Format(time.DateTime), d.Step, d.Input, d.Error)
			}
			if err != nil {
				return err
			}
		}
		if len(dead) == 0 && cmd.Format == "text" {
			c.Tell("no report is dead")
		}
		return nil
	})
}

// someDead are reports by their numbers, or all.
type someDead struct {
	Numbers []uint64 `arg:"" optional:"" name:"number" help:"Numbers as dead list has them."`
	All     bool     `help:"All of them."`
	natsFlags
}

// do does something with what was named and tells of how many.
func (s *someDead) do(ctx context.Context, c *terminal.Console, what string, do func(*worker.Queue, context.Context, ...uint64) (int, error)) error {
	if s.All == (len(s.Numbers) > 0) {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "worker dead", Message: "give numbers of `rapporteur worker dead list`, or --all"}
	}
	return s.joining(ctx, c, func(q *worker.Queue) error {
		n, err := do(q, ctx, s.Numbers...)
		if n > 0 || err == nil {
			if said := c.Say("%s %d", what, n); err == nil {
				err = said
			}
		}
		return err
	})
}

type deadReplayCmd struct{ someDead }

// Run publishes them again.
func (cmd *deadReplayCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.do(ctx, c, "replayed", (*worker.Queue).Replay)
}

type deadDropCmd struct{ someDead }

// Run takes them out.
func (cmd *deadDropCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.do(ctx, c, "dropped", (*worker.Queue).Drop)
}
