package main

import (
	"io/fs"
	"os"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/ontology"
	"rapporteur/service"
)

// openIssues reads the ontology with the user's own tables of issues.
func openIssues(paths []string) (*ontology.Ontology, error) {
	var own []fs.FS
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "--issues " + path, Message: "cannot be read; give a table with the columns id, group, label, words", Err: err}
		}
		table := ontology.Issues(data)
		if _, err := ontology.Load(table); err != nil {
			return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--issues " + path, Message: "no table of issues; its columns are id, group, label, words, with a tab between them", Err: err}
		}
		own = append(own, table)
	}
	return ontology.Load(own...)
}

// issuesCmd lists what filters take.
type issuesCmd struct {
	Format string `help:"Output format: ${enum}." enum:"text,json,csv,markdown" default:"text" short:"f"`
	issuesFlag
}

// Run prints the issues of negotiation, then the acts of statements.
func (cmd *issuesCmd) Run(c *console) error {
	o, err := openIssues(cmd.Issues)
	if err != nil {
		return err
	}
	terms, err := service.Issues(o)
	if err != nil {
		return err
	}
	return export.Terms(terms).Write(c.stdout, cmd.Format, formStyle(c, cmd.Format))
}
