package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/eval"
	"rapporteur/reading"
	"rapporteur/service"
	"rapporteur/source"
)

// evalCheckedCmd compares samples that persons judged with what is read today.
type evalCheckedCmd struct {
	Files []string `arg:"" name:"file" help:"Judged samples: speakers.tsv, pronouns.tsv, events.tsv, meetings.tsv, positions.tsv."`
	Dir   string   `required:"" placeholder:"DIR" help:"Folder of the reports that were judged."`
}

// Run prints where each sample stands, its errors, and how far confidence can be
// trusted.
func (cmd *evalCheckedCmd) Run(ctx context.Context, c *terminal.Console) error {
	readings, err := readAll(ctx, cmd.Dir)
	if err != nil {
		return err
	}
	var bands [10]eval.Score
	for _, path := range cmd.Files {
		judged, err := eval.ReadJudgements(path)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval", Err: err}
		}
		kind := strings.TrimSuffix(filepath.Base(path), ".tsv")
		stand := eval.Stand(judged, answersOf(readings, kind))
		fmt.Fprintf(c.Stdout, "%s: %s\n", kind, stand)
		printErrors(c, stand)
		for i := range bands {
			bands[i] = bands[i].Add(stand.Bands[i])
		}
	}
	return printBands(c, bands)
}

func printErrors(c *terminal.Console, s *eval.Standing) {
	var kinds []string
	for k := range s.Errors {
		kinds = append(kinds, k)
	}
	slices.SortFunc(kinds, func(a, b string) int {
		if d := s.Errors[b] - s.Errors[a]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	for _, k := range kinds {
		fmt.Fprintf(c.Stdout, "  %3d %s\n", s.Errors[k], k)
	}
}

func printBands(c *terminal.Console, bands [10]eval.Score) error {
	out := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "confidence\tjudged\tright, %\t")
	for i, b := range bands {
		if b.System > 0 {
			fmt.Fprintf(out, "%.1f to %.1f\t%d\t%.0f\t\n", float64(i)/10, float64(i+1)/10, b.System, 100*b.Precision())
		}
	}
	return out.Flush()
}

// evalSampleCmd draws entries for a person to judge.
type evalSampleCmd struct {
	Kind string `arg:"" help:"What to draw: ${enum}." enum:"speakers,pronouns,events,meetings,positions"`
	Dir  string `arg:"" help:"Folder of reports (*.txt)."`
	N    int    `short:"n" default:"200" help:"How many."`
	Seed uint64 `default:"1" help:"Seed of the draw; the same seed draws the same."`
}

// Run prints a table in the form that eval checked reads, the words behind it.
func (cmd *evalSampleCmd) Run(ctx context.Context, c *terminal.Console) error {
	readings, err := readAll(ctx, cmd.Dir)
	if err != nil {
		return err
	}
	fmt.Fprintln(c.Stdout, "report\tstart\tend\tsays\tverdict\terror\twords")
	for _, a := range eval.Sample(answersOf(readings, cmd.Kind), cmd.N, cmd.Seed) {
		words := strings.Join(strings.Fields(a.Words), " ")
		if _, err := fmt.Fprintf(c.Stdout, "%s\t%d\t%d\t%s\t\t\t%s\n", a.Report, a.Start, a.End, a.Says, words); err != nil {
			return err
		}
	}
	return nil
}

// namedReading is a reading with the name of its file, without extension.
type namedReading struct {
	name    string
	reading *rapporteur.Reading
}

// readAll reads the *.txt files of a folder in the order of their names.
func readAll(ctx context.Context, dir string) ([]namedReading, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err == nil && len(paths) == 0 {
		err = errors.New("no *.txt files in it")
	}
	if err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read " + dir, Err: err}
	}
	reader, err := service.Tables{}.Reader(reading.DefaultBudget())
	if err != nil {
		return nil, err
	}
	in := &service.Inputs{Opener: &source.Opener{Version: version}}
	var out []namedReading
	for o := range service.Readings(ctx, in.All(paths), 0, reader.Read) {
		if o.Err != nil {
			return nil, o.Err
		}
		out = append(out, namedReading{strings.TrimSuffix(filepath.Base(paths[len(out)]), ".txt"), o.Reading})
	}
	return out, nil
}

func answersOf(readings []namedReading, kind string) []eval.Answer {
	var out []eval.Answer
	for _, r := range readings {
		out = append(out, eval.Answers(r.name, kind, r.reading)...)
	}
	return out
}
