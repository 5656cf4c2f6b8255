package main

import (
	"context"
	"io/fs"
	"os"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/ontology"
	"rapporteur/record"
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

// checkIssues refuses ids of issues that neither the ontology nor the record knows.
func checkIssues(ctx context.Context, r *record.Record, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	o, err := ontology.Load()
	if err != nil {
		return err
	}
	issues := o.Issues()
	for _, id := range ids {
		if slices.ContainsFunc(issues, func(i rapporteur.Issue) bool { return i.ID == id }) {
			continue
		}
		found, err := r.Entries(ctx, record.Filter{Kinds: []record.Kind{record.Position}, Issues: []string{id}, Limit: 1})
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return &rapporteur.Error{Code: rapporteur.Invalid, Op: "--issue " + id, Message: "there is no such issue" + nearIssues(issues, id)}
		}
	}
	return nil
}

// nearIssues names issues whose id or label begins alike, or else all.
func nearIssues(issues []rapporteur.Issue, id string) string {
	var near, all []string
	for _, i := range issues {
		all = append(all, i.ID)
		if n := min(3, len(id)); n > 0 && (strings.HasPrefix(i.ID, strings.ToLower(id[:n])) || strings.HasPrefix(strings.ToLower(i.Label), strings.ToLower(id[:n]))) {
			near = append(near, i.ID)
		}
	}
	if len(near) == 0 {
		return "; issues are " + strings.Join(all, ", ")
	}
	return "; is it " + strings.Join(near, ", or ") + "?"
}
