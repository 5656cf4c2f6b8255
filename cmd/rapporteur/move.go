package main

import (
	"context"
	"fmt"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/store"
	"rapporteur/store/rows"
)

// moveCmd copies the record to another store.
type moveCmd struct {
	From place `arg:"" help:"The record: a file, or the address of a database of PostgreSQL."`
	To   place `arg:"" help:"Where it is to be: a file that is not there, or an empty database."`
}

// Help says what holds of a move.
func (moveCmd) Help() string {
	return "Every row is moved as it is, with all of the record's past, users and alerts too, and read again where it was written. One that was stopped goes on when it is begun again. The record that was moved stays where it is."
}

// Run moves, and says what.
func (cmd *moveCmd) Run(ctx context.Context, c *terminal.Console) error {
	if err := store.Move(ctx, string(cmd.From), string(cmd.To), func(s rows.Step) { c.Tell("%s", moved(s)) }); err != nil {
		return err
	}
	info, err := store.Inspect(ctx, string(cmd.To))
	if err != nil {
		return err
	}
	return c.Say("moved to %s, every row compared: %s", cmd.To.shown(), info)
}

// moved says how far a table is.
func moved(s rows.Step) string {
	line := fmt.Sprintf("%s: %d of %d rows", s.Table, s.Done, s.All)
	if s.Before > 0 {
		line += fmt.Sprintf(", %d were there", s.Before)
	}
	return line
}
