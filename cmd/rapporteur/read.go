package main

import (
	"context"
	"io"
	"os"
	"runtime"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/source"

	"golang.org/x/term"
)

// readCmd prints the record of each report.
type readCmd struct {
	Paths         []string `arg:"" name:"report" help:"Files, folders, files of JSON lines (.jsonl), URLs; - is standard input, a report or JSON lines with text or html, url, published, outlet, title."`
	Format        string   `help:"Output format: ${enum}." enum:"text,json,jsonl,markdown" default:"text" short:"f"`
	NoText        bool     `name:"no-text" help:"Leave out the words of the reports."`
	Explain       bool     `help:"Name the rule and the confidence behind each entry."`
	MinConfidence float64  `help:"Leave out entries that are less sure than this, 0 to 1." default:"0" placeholder:"P"`
	Missed        bool     `help:"List the sentences that look as if they held an entry and gave none."`
	Published     string   `help:"Date of the report, YYYY-MM-DD, where the report does not say it." placeholder:"DATE"`
	Outlet        string   `help:"Who published the report."`
	Title         string   `help:"Title of the report."`
	URL           string   `name:"url" help:"Address of the report."`
	actorsFlag
	issuesFlag
	Workers int `help:"Reports read at once; 0 is one for each core." default:"0"`
}

// outcome is one report, read or not.
type outcome struct {
	reading *rapporteur.Reading
	missed  []rapporteur.Span
	err     error
}

// Run reads the reports in parallel and prints them in the order given.
func (cmd *readCmd) Run(ctx context.Context, c *console) error {
	if cmd.MinConfidence < 0 || cmd.MinConfidence > 1 {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "--min-confidence", Message: "give a number from 0 to 1"}
	}
	if cmd.Missed && cmd.NoText {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "--missed", Message: "it lists sentences of the reports, which --no-text leaves out"}
	}
	reader, err := newReader(cmd.Actors, cmd.Issues...)
	if err != nil {
		return err
	}
	in := &inputs{opener: &source.Opener{Stdin: c.stdin, Version: version}, stdin: c.stdin,
		opts: source.Options{Published: rapporteur.Date(cmd.Published), Outlet: cmd.Outlet, Title: cmd.Title, URL: cmd.URL}}
	var failed failures
	printed := false
	for out := range inOrder(in.all(cmd.Paths), workers(cmd.Workers), cmd.one(ctx, reader)) {
		if out.err != nil {
			failed = append(failed, out.err)
			continue
		}
		if err := cmd.print(c, printed, out); err != nil {
			return err
		}
		printed = true
	}
	if len(failed) > 0 {
		return failed
	}
	return nil
}

// one gives the function that opens and reads one report.
func (cmd *readCmd) one(ctx context.Context, reader *reading.Reader) func(input) outcome {
	return func(in input) outcome {
		report, err := in.open(ctx)
		if err != nil {
			return outcome{err: err}
		}
		out := outcome{reading: reader.Read(report)}
		if cmd.Missed {
			out.missed = reader.Missed(report, out.reading)
		}
		out.reading.Keep(cmd.MinConfidence)
		if cmd.NoText {
			record.SilenceReading(out.reading)
		}
		return out
	}
}

// workers is the number of reports read at once, one for each core if none is
// given.
func workers(given int) int {
	if given > 0 {
		return given
	}
	return runtime.GOMAXPROCS(0)
}

// print writes one reading in the format asked for.
func (cmd *readCmd) print(c *console, more bool, out outcome) error {
	switch {
	case cmd.Missed:
		return export.Missed(c.stdout, out.reading, out.missed)
	case cmd.Format == "json":
		return export.JSON(c.stdout, out.reading)
	case cmd.Format == "jsonl":
		return export.JSONLine(c.stdout, out.reading)
	}
	style := textStyle(c)
	if cmd.Format == "markdown" {
		style = export.Markdown()
	}
	style.Explain = cmd.Explain
	if more {
		if _, err := io.WriteString(c.stdout, "\n"); err != nil {
			return err
		}
	}
	return export.Text(c.stdout, out.reading, style)
}

// textStyle is coloured on a terminal, unless NO_COLOR is set.
func textStyle(c *console) export.Style {
	f, ok := c.stdout.(*os.File)
	if ok && c.getenv("NO_COLOR") == "" && c.getenv("TERM") != "dumb" && term.IsTerminal(int(f.Fd())) {
		return export.Colour()
	}
	return export.Plain()
}

// newReader loads the engine and the tables.
func newReader(actors []string, issues ...string) (*reading.Reader, error) {
	own, err := openActors(actors)
	if err != nil {
		return nil, err
	}
	codes, err := openIssues(issues)
	if err != nil {
		return nil, err
	}
	reader, err := reading.LoadWith(codes, own...)
	if err != nil && rapporteur.CodeOf(err) == rapporteur.Internal {
		err = &rapporteur.Error{Code: rapporteur.Internal, Op: "start", Err: err}
	}
	return reader, err
}
