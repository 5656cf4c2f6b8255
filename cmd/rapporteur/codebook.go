package main

import (
	"slices"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/dataset"
	"rapporteur/service"
)

// codebookCmd explains what exports hold.
type codebookCmd struct {
	Part   []string `help:"Only these parts: ${enum}." enum:"fields,values,plover,cameo,contexts,issues,rules,quality,program" placeholder:"PART"`
	Format string   `help:"Output format: ${enum}." enum:"text,json,jsonl,csv,markdown" default:"text" short:"f"`
	issuesFlag
}

// Run prints every field, code and rule with its figures.
func (cmd *codebookCmd) Run(c *terminal.Console) error {
	codes, err := service.Tables{Issues: cmd.Issues}.Ontology()
	if err != nil {
		return err
	}
	p, err := service.Provenance{Program: "rapporteur " + version, Schema: rapporteur.Schema}.Cite()
	if err != nil {
		return err
	}
	all, err := dataset.Codebook(codes, p)
	if err != nil {
		return err
	}
	if len(cmd.Part) > 0 {
		all = slices.DeleteFunc(all, func(e dataset.Explained) bool { return !slices.Contains(cmd.Part, e.Part) })
	}
	return dataset.List(all).Write(c.Stdout, cmd.Format, c.StyleOf(cmd.Format))
}
