package main

import (
	"context"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// briefCmd prints a page of what is new.
type briefCmd struct {
	Long   bool   `help:"All lines, with the words of the reports, background and what is doubtful."`
	Most   int    `help:"Lines in a section; 0 is as many as fit on a page. With --long, entries of each kind that are looked at, 300 at least." default:"0"`
	Format string `help:"Output format: ${enum}." enum:"text,json,markdown,html,docx" default:"text" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Help is shown below the usage.
func (briefCmd) Help() string {
	return "Without --since it is about the last seven days of the record; --since last is about what has come to the record since the last brief that was asked for so."
}

// Run asks for what is new in the time given, and writes it.
func (cmd *briefCmd) Run(ctx context.Context, c *terminal.Console) error {
	if cmd.Format == "docx" && c.Capable() {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "brief --format docx", Message: "a document is nothing for a terminal; write it to a file: rapporteur brief --format docx > brief.docx"}
	}
	q := service.BriefQuestion{Long: cmd.Long, Most: cmd.Most, Title: cmd.about()}
	last := service.LastBriefs{}
	if cmd.Since == "last" {
		var err error
		if last, err = service.OpenLastBriefs(cmd.DB.shown(), cmd.about()); err != nil {
			return err
		}
		q.From, cmd.Since = last.At, ""
	}
	q.Question = cmd.question(service.Everything)
	q.Silent = cmd.NoText
	now := c.Now()
	var found *service.Brief
	err := cmd.asking(ctx, func(r *record.Record) (err error) {
		found, err = service.BriefOn(ctx, r, q)
		return err
	})
	if err != nil {
		return err
	}
	b := &export.Brief{Brief: found, Quotes: cmd.Long}
	if err := b.Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format)); err != nil {
		return err
	}
	return last.Keep(now)
}
