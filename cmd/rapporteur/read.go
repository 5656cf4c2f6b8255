package main

import (
	"context"
	"io"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source"
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
	budgetFlag
	Workers int `help:"Reports read at once; 0 is one for each core." default:"0"`
}

// Run reads the reports in parallel and prints them in the order given.
func (cmd *readCmd) Run(ctx context.Context, c *console) error {
	if cmd.MinConfidence < 0 || cmd.MinConfidence > 1 {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "--min-confidence", Message: "give a number from 0 to 1"}
	}
	if cmd.Missed && cmd.NoText {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "--missed", Message: "it lists sentences of the reports, which --no-text leaves out"}
	}
	if err := c.mindDay(cmd.Published); err != nil {
		return err
	}
	reader, err := newReader(cmd.Actors, cmd.Issues, cmd.budget())
	if err != nil {
		return err
	}
	in := newInputs(c, source.Options{Published: rapporteur.Date(cmd.Published), Outlet: cmd.Outlet, Title: cmd.Title, URL: cmd.URL})
	var failed failures
	printed := 0
	for out := range service.Readings(ctx, in.All(cmd.Paths), cmd.Workers, reader.Read) {
		if out.Err != nil {
			failed = append(failed, out.Err)
			continue
		}
		if err := cmd.print(c, reader, printed > 0, out.Reading); err != nil {
			return err
		}
		printed++
	}
	return failed.of(len(failed) + printed)
}

// newInputs opens what the arguments of a command stand for.
func newInputs(c *console, opts source.Options) *service.Inputs {
	return &service.Inputs{Opener: &source.Opener{Stdin: c.stdin, Version: version}, Options: opts, Stdin: c.stdin}
}

// print writes one reading in the format asked for.
func (cmd *readCmd) print(c *console, reader *reading.Reader, more bool, read *rapporteur.Reading) error {
	var missed []rapporteur.Span
	if cmd.Missed {
		missed = reader.Missed(&read.Report, read)
	}
	read.Keep(cmd.MinConfidence)
	if cmd.NoText {
		record.SilenceReading(read)
	}
	switch {
	case cmd.Missed:
		return export.Missed(c.stdout, read, missed)
	case cmd.Format == "json":
		return export.JSON(c.stdout, read)
	case cmd.Format == "jsonl":
		return export.JSONLine(c.stdout, read)
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
	return export.Text(c.stdout, read, style)
}

// textStyle is coloured on a terminal, unless NO_COLOR is set.
func textStyle(c *console) export.Style {
	if c.getenv("NO_COLOR") == "" && c.getenv("TERM") != "dumb" && isTerminal(c.stdout) {
		return export.Colour()
	}
	return export.Plain()
}

// newReader loads the engine and the tables.
func newReader(actors, issues []string, budget reading.Budget) (*reading.Reader, error) {
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
	if err != nil {
		return nil, err
	}
	return reader.With(budget), nil
}
