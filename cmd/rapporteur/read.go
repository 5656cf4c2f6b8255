package main

import (
	"context"
	"io"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source"
)

// readCmd prints the record of each report.
type readCmd struct {
	Paths         []string `arg:"" name:"report" help:"Files, folders, URLs, archives (WARC, WACZ, ZIP), tables (CSV, lists of GDELT and Media Cloud), files of JSON lines (.jsonl); - is standard input, a report, a WARC or JSON lines with text or html, url, published, outlet, title."`
	Format        string   `help:"Output format: ${enum}." enum:"text,json,jsonl,markdown" default:"text" short:"f"`
	NoText        bool     `name:"no-text" help:"Leave out the words of the reports."`
	Explain       bool     `help:"Name the rule, the confidence, and the words that tell each entry with their probabilities."`
	MinConfidence float64  `help:"Leave out entries that are less sure than this, 0 to 1." default:"0" placeholder:"P"`
	Missed        bool     `help:"List the sentences that look as if they held an entry and gave none."`
	Published     string   `help:"Date of the report, YYYY-MM-DD, where the report does not say it." placeholder:"DATE"`
	Outlet        string   `help:"Who published the report."`
	Title         string   `help:"Title of the report."`
	URL           string   `name:"url" help:"Address of the report."`
	actorsFlag
	issuesFlag
	budgetFlag
	networkFlags
	columnFlags
	translateFlags
	Limit   int `help:"Reports read at most; 0 is all." default:"0" placeholder:"N"`
	Workers int `help:"Reports read at once; 0 is one for each core." default:"0"`
}

// Run reads the reports in parallel and prints them in the order given.
func (cmd *readCmd) Run(ctx context.Context, c *terminal.Console) error {
	if cmd.MinConfidence < 0 || cmd.MinConfidence > 1 {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "--min-confidence", Message: "give a number from 0 to 1"}
	}
	if cmd.Missed && cmd.NoText {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "--missed", Message: "it lists sentences of the reports, which --no-text leaves out"}
	}
	if err := mindDay(c, cmd.Published); err != nil {
		return err
	}
	reader, err := service.Tables{Actors: cmd.Actors, Issues: cmd.Issues}.Reader(cmd.budget())
	if err != nil {
		return err
	}
	if cmd.Explain {
		reader = reader.Explaining()
	}
	in, err := cmd.inputs(c, source.Options{Published: rapporteur.Date(cmd.Published), Outlet: cmd.Outlet, Title: cmd.Title, URL: cmd.URL})
	if err != nil {
		return err
	}
	in.Columns, in.Limit = cmd.columns(), cmd.Limit
	var failed terminal.Failures
	printed := 0
	for out := range service.Readings(ctx, in.All(cmd.Paths), cmd.Workers, cmd.translator().Reading(reader.Read)) {
		if out.Err != nil {
			failed = append(failed, out.Err)
			continue
		}
		if err := cmd.print(c, reader, printed > 0, out.Reading); err != nil {
			return err
		}
		printed++
	}
	return failed.Of(len(failed) + printed)
}

// print writes one reading in the format asked for.
func (cmd *readCmd) print(c *terminal.Console, reader *reading.Reader, more bool, read *rapporteur.Reading) error {
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
		return export.Missed(c.Stdout, read, missed)
	case cmd.Format == "json":
		return export.JSON(c.Stdout, read)
	case cmd.Format == "jsonl":
		return export.JSONLine(c.Stdout, read)
	}
	style := c.Style()
	if cmd.Format == "markdown" {
		style = export.Markdown()
	}
	style.Explain = cmd.Explain
	if more {
		if _, err := io.WriteString(c.Stdout, "\n"); err != nil {
			return err
		}
	}
	return export.Text(c.Stdout, read, style)
}

// mindDay asks about a day of publication that has not come yet. Where nobody can
// answer it is told, and taken.
func mindDay(c *terminal.Console, day string) error {
	future, err := service.Published(day, c.Now())
	if err != nil || !future {
		return err
	}
	warning := "--published " + day + " is in the future, and days such as “on Monday” are counted from it"
	if c.Attended() {
		return c.Confirm("--published "+day, warning+"; go on?")
	}
	c.Tell("%s", warning)
	return nil
}
