package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/record"
	"rapporteur/service"
)

// annotate writes the reports that were corrected as annotated records.
func (cmd *correctionsCmd) annotate(ctx context.Context, c *terminal.Console, r *record.Record) error {
	reader, err := service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}.Reader(cmd.budget())
	if err != nil {
		return err
	}
	if err := os.MkdirAll(cmd.Annotated, 0o755); err != nil {
		return unwritable(cmd.Annotated, err)
	}
	n := 0
	err = service.Annotate(ctx, r, reader.Explaining().Read, func(a *service.Annotation) error {
		n++
		body, err := json.MarshalIndent(a, "", " ")
		if err != nil {
			return err
		}
		at := filepath.Join(cmd.Annotated, a.File())
		if err := os.WriteFile(at+".txt", []byte(a.Text), 0o644); err != nil {
			return unwritable(at+".txt", err)
		}
		if err := os.WriteFile(at+".json", append(body, '\n'), 0o644); err != nil {
			return unwritable(at+".json", err)
		}
		return nil
	})
	if err == nil {
		c.Tell("%d reports were written into %s", n, cmd.Annotated)
	}
	return err
}

func unwritable(path string, err error) error {
	return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "write " + path, Err: errors.Unwrap(err)}
}
