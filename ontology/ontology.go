package ontology

import (
	"embed"
	"io/fs"

	"rapporteur/table"
)

//go:embed tables/*.tsv
var tables embed.FS

// Ontology is the codes and the issues. It is read-only once loaded and may be
// shared by goroutines.
type Ontology struct {
	codes    []Code
	code     map[string]int
	types    []Type
	of       map[string]int
	contexts []Context
	issues   *issues
}

// Load reads the tables that are built in and the issues that a user adds: each
// folder may hold a table issues.tsv with the columns of the built-in one. An
// issue with an id that exists replaces it; further ones come before.
func Load(own ...fs.FS) (*Ontology, error) {
	o := &Ontology{code: map[string]int{}, of: map[string]int{}, issues: newIssues()}
	for _, f := range []struct {
		name string
		add  func(table.Row) error
	}{
		{"cameo.tsv", o.addCode},
		{"plover.tsv", o.addType},
		{"modes.tsv", o.addMode},
		{"contexts.tsv", o.addContext},
		{"issue_words.tsv", o.issues.addWeight},
	} {
		if err := each(tables, "tables/"+f.name, f.add); err != nil {
			return nil, err
		}
	}
	return o, o.loadIssues(own)
}

// each reads a table row by row.
func each(from fs.FS, path string, add func(table.Row) error, columns ...string) error {
	data, err := fs.ReadFile(from, path)
	if err != nil {
		return err
	}
	parsed, err := table.Parse(path, data, columns...)
	if err != nil {
		return err
	}
	for _, row := range parsed.Rows {
		if err := add(row); err != nil {
			return err
		}
	}
	return nil
}
