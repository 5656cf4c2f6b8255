package main

import (
	"context"
	"time"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// digestCmd prints what came to the record in a day.
type digestCmd struct {
	Of      string   `help:"What had come in the 24 hours before the end of this day, YYYY-MM-DD, as the record stood then; without it, in the last 24 hours." placeholder:"DATE"`
	Actor   []string `help:"Only what this actor has part in: an id or a name." placeholder:"WHO" complete:"actors"`
	State   []string `help:"Only what somebody of this state has part in: an ISO 3166 alpha-3 code." placeholder:"CODE" complete:"states"`
	Issue   []string `help:"Only positions on this issue: its id." placeholder:"ID" complete:"issues"`
	Dossier string   `help:"Only what belongs to this dossier." placeholder:"NAME" complete:"dossiers"`
	Format  string   `help:"Output format: ${enum}." enum:"text,json,markdown,html" default:"text" short:"f"`
	NoText  bool     `name:"no-text" help:"Leave out the words of the reports."`
	dbFlag
}

// Help is shown below the usage.
func (digestCmd) Help() string {
	return "It is a brief of what came to the record in a day, whenever it happened. To have it sent each day: rapporteur alert add morning --digest \"07:00 Europe/Oslo\" --dossier NAME --email ADDRESS."
}

// Run asks for what came in the day, and writes it.
func (cmd *digestCmd) Run(ctx context.Context, c *terminal.Console) error {
	until, err := dayAfter("digest --of", cmd.Of)
	if err != nil {
		return err
	}
	q := service.BriefQuestion{Title: cmd.Dossier, From: c.Now().Add(-24 * time.Hour), Question: service.Question{About: service.Everything, Actors: cmd.Actor,
		States: cmd.State, Issues: cmd.Issue, Dossier: cmd.Dossier, Silent: cmd.NoText}}
	if !until.IsZero() {
		q.From, q.AsOf = until.Add(-24*time.Hour), until.Add(-time.Millisecond).Format(time.RFC3339Nano)
	}
	var found *service.Brief
	err = cmd.asking(ctx, func(r *record.Record) (err error) {
		found, err = service.BriefOn(ctx, r, q)
		return err
	})
	if err != nil {
		return err
	}
	return (&export.Brief{Brief: found}).Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format))
}
