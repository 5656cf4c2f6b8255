package main

import (
	"context"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// showCmd prints what is on the record.
type showCmd struct {
	What     string   `arg:"" enum:"meetings,statements,events,positions,actors,shifts,notices,reports" help:"What to show: ${enum}."`
	Place    []string `help:"Only what is at this place: a name, or the code of a state." placeholder:"NAME" complete:"places"`
	Status   []string `help:"Only meetings of this status (proposed, planned, under-way, held, postponed, cancelled, refused), or events of this modality (happened, under-way, planned, threatened, conditional, denied, refused)." placeholder:"STATUS" complete:"statuses"`
	Stance   []string `help:"Only positions of this stance: supports, opposes, conditional, undecided." placeholder:"STANCE" complete:"stances"`
	Type     []string `help:"Only this kind of meeting, act of statement, PLOVER type of event or kind of notice; rapporteur issues lists acts." placeholder:"TYPE" complete:"types"`
	Text     string   `help:"Only what these words support; \"in quotation marks\" for a phrase."`
	Disputed bool     `help:"Only what reports disagree on."`
	Oldest   bool     `help:"The oldest first."`
	Limit    int      `help:"At most so many; 0 for all." default:"50"`
	Offset   int      `help:"Leave out so many first."`
	Format   string   `help:"Output format: ${enum}." enum:"text,json,jsonl,csv,markdown" default:"text" short:"f"`
	NoText   bool     `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Run asks the record and prints the answer.
func (cmd *showCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		q := cmd.question(service.Subject(cmd.What))
		q.Places, q.Statuses, q.Stances, q.Types = cmd.Place, cmd.Status, cmd.Stance, cmd.Type
		q.Text, q.Disputed, q.Oldest, q.Limit, q.Offset, q.Silent = cmd.Text, cmd.Disputed, cmd.Oldest, cmd.Limit, cmd.Offset, cmd.NoText
		answer, err := service.Ask(ctx, r, q)
		if err != nil {
			return err
		}
		if err := export.Answer(q.About, answer).Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format)); err != nil {
			return err
		}
		cmd.tell(c)
		cut(c, answer.Len(), cmd.Offset, answer.Total, answer.Over)
		return nil
	})
}
