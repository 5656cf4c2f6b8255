package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/eval"
	"rapporteur/reading"
	"rapporteur/source"
)

// evalGoldCmd scores readings on reports that a person has annotated.
type evalGoldCmd struct {
	Dir    string `arg:"" help:"Folder of reports (*.txt) each with its annotation (*.json)."`
	Errors bool   `help:"List what was missed and what was invented."`
	frameReaders
}

// Run prints precision, recall and F1 of each kind of entry.
func (cmd *evalGoldCmd) Run(ctx context.Context, c *terminal.Console) error {
	reader, err := reading.Load()
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Internal, Op: "load the reader", Err: err}
	}
	reader = cmd.of(reader)
	scores := eval.NewEntryScores()
	if err := cmd.score(ctx, reader, scores); err != nil {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval " + cmd.Dir, Err: err}
	}
	if cmd.Errors {
		for _, line := range scores.Missed {
			fmt.Fprintln(c.Stdout, "missed", line)
		}
		for _, line := range scores.Invented {
			fmt.Fprintln(c.Stdout, "invented", line)
		}
	}
	_, err = fmt.Fprint(c.Stdout, scores)
	return err
}

func (cmd *evalGoldCmd) score(ctx context.Context, reader *reading.Reader, scores *eval.EntryScores) error {
	paths, err := filepath.Glob(filepath.Join(cmd.Dir, "*.json"))
	if err != nil {
		return err
	}
	if len(paths) == 0 {
		return errors.New("no annotations (*.json) in it")
	}
	for _, path := range paths {
		gold, err := eval.ReadAnnotation(path)
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(path, ".json") + ".txt"
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		report, err := source.Parse(name, data, source.Options{Published: rapporteur.Date(gold.Date)})
		if err != nil {
			return err
		}
		read, err := reader.Read(ctx, report)
		if err != nil {
			return err
		}
		if err := scores.Add(gold, read); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}
