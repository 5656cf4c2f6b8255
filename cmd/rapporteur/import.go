package main

import (
	"context"
	"io"
	"os"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// importCmd makes a record of an export.
type importCmd struct {
	Path string `arg:"" help:"An export as JSON lines, made by rapporteur export jsonl; - is standard input." type:"path"`
	dbFlag
}

// Help is shown below the usage.
func (importCmd) Help() string {
	return "The record of --db must be new: it becomes the record that was exported, with its ids, past days, corrections and dossiers, with the desk that exported it. With --namespace it is taken in for that desk of a record that is there: corrections, dossiers and names of the desk that exported it, or what was everybody's; no reports. The desk must have corrected nothing yet."
}

// Run reads the lines one by one.
func (cmd *importCmd) Run(ctx context.Context, c *terminal.Console) error {
	from := c.Stdin
	if cmd.Path != "-" {
		f, err := os.Open(cmd.Path)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "import " + cmd.Path, Message: "cannot be opened", Err: err}
		}
		defer func() { _ = f.Close() }()
		from = io.Reader(f)
	}
	return cmd.making(ctx, func(r *record.Record) error {
		done, err := service.Import(ctx, r, cmd.Path, from)
		if err != nil {
			return err
		}
		return export.Indented(c.Stdout, done)
	})
}
