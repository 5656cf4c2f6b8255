package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/reading"
	"rapporteur/source"
)

// candidatesCmd prints what training/weigh.py learns from.
type candidatesCmd struct {
	Dir string `arg:"" help:"Folder of reports (*.txt) each with its annotation (*.json), of which the date is taken."`
}

// Run prints a line of JSON for each report.
func (cmd *candidatesCmd) Run(ctx context.Context, c *terminal.Console) error {
	reader, err := reading.Load()
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Internal, Op: "load the reader", Err: err}
	}
	paths, err := filepath.Glob(filepath.Join(cmd.Dir, "*.txt"))
	if err == nil && len(paths) == 0 {
		err = errors.New("no reports (*.txt) in it")
	}
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "candidates " + cmd.Dir, Err: err}
	}
	out := json.NewEncoder(c.Stdout)
	for _, path := range paths {
		found, err := candidatesOf(ctx, reader, path)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "candidates " + path, Err: err}
		}
		if err := out.Encode(map[string]any{"path": path, "candidates": found}); err != nil {
			return err
		}
	}
	return nil
}

func candidatesOf(ctx context.Context, reader *reading.Reader, path string) ([]reading.Candidate, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	annotation, err := os.ReadFile(strings.TrimSuffix(path, ".txt") + ".json")
	if err != nil {
		return nil, err
	}
	var of struct{ Date rapporteur.Date }
	if err := json.Unmarshal(annotation, &of); err != nil {
		return nil, err
	}
	report, err := source.Parse(path, text, source.Options{Published: of.Date})
	if err != nil {
		return nil, err
	}
	return reader.Candidates(ctx, report)
}
