package main

import (
	"slices"

	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/service"
)

// actorsUpdateCmd brings a folder of tables up to date.
type actorsUpdateCmd struct {
	File   string `arg:"" help:"A Wikidata dump, or a table or JSON lines with state, office, name, from, to, source and as_of." type:"path"`
	Into   string `help:"The folder of your tables, actors unless told; it is made if it is not there." default:"actors" placeholder:"FOLDER" type:"path"`
	DryRun bool   `name:"dry-run" help:"Print what would change, and write nothing." short:"n"`
	Format string `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
}

// Help is shown below the usage.
func (actorsUpdateCmd) Help() string {
	return "What is new goes to persons-update.tsv and terms-update.tsv in the folder; your own rows stand in other files, stay as they are, and win. Read with them: --actors FOLDER."
}

// Run prints what changes, a line a row, and says how many rows do.
func (cmd *actorsUpdateCmd) Run(c *terminal.Console) error {
	changes, err := service.UpdateActors(cmd.File, cmd.Into, cmd.DryRun)
	if err != nil {
		return err
	}
	if err := export.Updates(changes).Write(c.Stdout, cmd.Format); err != nil {
		return err
	}
	changed := len(slices.DeleteFunc(changes, func(one service.TableChange) bool { return !one.Changes() }))
	switch {
	case changed == 0:
		c.Tell("nothing changes; %s is up to date with it", cmd.Into)
	case cmd.DryRun:
		c.Tell("rows that would be written: %d", changed)
	default:
		c.Tell("rows written: %d; --actors %s reads with them", changed, cmd.Into)
	}
	return nil
}
