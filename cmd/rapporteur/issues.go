package main

import (
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/service"
)

// issuesCmd lists what filters take.
type issuesCmd struct {
	Format string `help:"Output format: ${enum}." enum:"text,json,csv,markdown" default:"text" short:"f"`
	issuesFlag
}

// Run prints the issues of negotiation, then the acts of statements.
func (cmd *issuesCmd) Run(c *terminal.Console) error {
	o, err := service.Tables{Issues: cmd.Issues}.Ontology()
	if err != nil {
		return err
	}
	terms, err := service.Issues(o)
	if err != nil {
		return err
	}
	return export.Terms(terms).Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format))
}
