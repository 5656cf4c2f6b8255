package main

import (
	"context"
	"fmt"
	"path/filepath"
	"text/tabwriter"
	"time"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/eval"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source"
	"rapporteur/store/memory"
)

// evalRecordCmd scores a whole record beside one that a person made.
type evalRecordCmd struct {
	Dir     string `arg:"" name:"dir" help:"Folder with reports.jsonl, gold.json and the tables of actors (examples/negotiation)." type:"existingdir"`
	Verbose bool   `short:"v" help:"Say what is wrong or missing."`
	frameReaders
}

// Run reads the reports into a record in memory and prints how it stands.
func (cmd *evalRecordCmd) Run(ctx context.Context, c *terminal.Console) error {
	scores, err := scoreRecord(ctx, cmd.Dir, cmd.frameReaders)
	if err != nil {
		return err
	}
	if cmd.Verbose {
		for _, m := range scores.Mistakes {
			fmt.Fprintln(c.Stdout, m)
		}
	}
	return printRecordScores(c, scores)
}

// scoreRecord goes the entire way, from the reports of a folder to the record.
func scoreRecord(ctx context.Context, dir string, found frameReaders) (*eval.RecordScores, error) {
	gold, err := eval.ReadGoldRecord(dir)
	if err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval " + dir, Err: err}
	}
	r := record.New(memory.New(), func() time.Time { return time.Time{} })
	if err := readInto(ctx, r, dir, found); err != nil {
		return nil, err
	}
	system, err := systemRecord(ctx, r)
	if err != nil {
		return nil, err
	}
	return eval.ScoreRecord(gold, system), nil
}

// readInto puts the reports of a folder on a record.
func readInto(ctx context.Context, r *record.Record, dir string, found frameReaders) error {
	reader, err := service.Tables{Actors: []string{filepath.Join(dir, "actors")}}.Reader(reading.DefaultBudget())
	if err != nil {
		return err
	}
	in := &service.Inputs{Opener: &source.Opener{Version: version}}
	var readings []*rapporteur.Reading
	for one := range service.Readings(ctx, in.All([]string{filepath.Join(dir, "reports.jsonl")}), 0, found.of(reader).Read) {
		if one.Err != nil {
			return one.Err
		}
		readings = append(readings, one.Reading)
	}
	_, err = r.Add(ctx, readings...)
	return err
}

// systemRecord is all that a record holds.
func systemRecord(ctx context.Context, r *record.Record) (*eval.SystemRecord, error) {
	s := &eval.SystemRecord{}
	var err error
	if s.Entries, err = r.Entries(ctx, record.Filter{Oldest: true}); err != nil {
		return nil, err
	}
	if s.Shifts, err = r.Shifts(ctx, record.Filter{}); err != nil {
		return nil, err
	}
	if s.Reports, err = r.Reports(ctx, record.Filter{Oldest: true}); err != nil {
		return nil, err
	}
	for i := range s.Reports {
		whole, err := r.Report(ctx, s.Reports[i].ID)
		if err != nil {
			return nil, err
		}
		s.Reports[i].Text = whole.Text
	}
	return s, nil
}

func printRecordScores(c *terminal.Console, s *eval.RecordScores) error {
	out := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "entries\tmentions\tread\tB³ precision, %\trecall\tF1\tF1 of all mentions\t")
	for _, k := range s.Kinds {
		fmt.Fprintf(out, "%ss\t%d\t%d\t%.1f\t%.1f\t%.1f\t%.1f\t\n", k.Kind, k.Mentions.Gold, k.Mentions.Correct,
			100*k.Merged.Precision(), 100*k.Merged.Recall(), 100*k.Merged.F1(), 100*k.All.F1())
	}
	fmt.Fprintln(out, "found\tplanted\tfound\tinvented\t")
	for _, row := range []struct {
		name string
		of   eval.Score
	}{{"contradictions", s.Contradictions}, {"shifts", s.Shifts}, {"wire copies", s.Wires}, {"revisions", s.Revisions}} {
		fmt.Fprintf(out, "%s\t%d\t%d\t%d\t\n", row.name, row.of.Gold, row.of.Correct, row.of.System-row.of.Correct)
	}
	fmt.Fprintln(out, "fields\tright\tof\t")
	for _, f := range s.Fields {
		fmt.Fprintf(out, "%s\t%d\t%d\t\n", f.Field, f.Right, f.Of)
	}
	return out.Flush()
}
