package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// asOfFlag asks for the record of a past day.
type asOfFlag struct {
	AsOf string `name:"as-of" help:"The record as it stood at the end of this day, YYYY-MM-DD, or at this time." placeholder:"DATE"`
}

// time gives the moment, zero for now. A day means its end.
func (f asOfFlag) time() (time.Time, error) {
	if f.AsOf == "" {
		return time.Time{}, nil
	}
	if t, err := time.ParseInLocation(time.DateOnly, f.AsOf, time.Local); err == nil {
		return t.AddDate(0, 0, 1).Add(-time.Millisecond), nil
	}
	t, err := time.Parse(time.RFC3339, f.AsOf)
	if err != nil {
		return t, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--as-of", Message: "give a day as YYYY-MM-DD or a time as 2025-02-18T12:00:00Z"}
	}
	return t, nil
}

// whyCmd explains what an entry is made of.
type whyCmd struct {
	ID     string `arg:"" help:"The id of an entry."`
	Format string `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	NoText bool   `name:"no-text" help:"Leave out the words of the reports."`
	asOfFlag
	dbFlag
}

// explanation is an entry with the reasons that hold it together.
type explanation struct {
	Entry   *record.Entry   `json:"entry"`
	Reasons []record.Reason `json:"reasons"`
}

// Run prints the reports of an entry and what links them.
func (cmd *whyCmd) Run(ctx context.Context, c *console) error {
	at, err := cmd.time()
	if err != nil {
		return err
	}
	return cmd.with(ctx, func(r *record.Record) error {
		entry, err := r.Entry(ctx, cmd.ID, at)
		if err != nil {
			return err
		}
		reasons, err := r.Why(ctx, cmd.ID, at)
		if err != nil {
			return err
		}
		if cmd.NoText {
			entry.Silence()
			for i := range reasons {
				reasons[i].A.Silence()
				reasons[i].B.Silence()
			}
		}
		if cmd.Format == "json" {
			return printJSON(c.stdout, explanation{entry, reasons})
		}
		return explain(c.stdout, entry, reasons)
	})
}

// explain lists the members, each with what it is linked by.
func explain(w io.Writer, e *record.Entry, reasons []record.Reason) error {
	out := bufio.NewWriter(w)
	if e.SupersededBy != "" {
		fmt.Fprintf(out, "%s became part of %s\n", e.ID, e.SupersededBy)
		return out.Flush()
	}
	fmt.Fprintf(out, "%s, a %s, %d reports, %d independent sources\n", e.ID, e.Kind, len(e.Members), e.Sources)
	for i, m := range e.Members {
		fmt.Fprintf(out, "\n%s %s %s\n", m.Report, m.Published, m.Outlet)
		for _, s := range m.Evidence() {
			if s.Text != "" {
				fmt.Fprintf(out, "    “%s”\n", s.Text)
			}
		}
		for _, why := range reasons {
			if i > 0 && why.B.Report == m.Report && why.B.ID == m.ID {
				fmt.Fprintf(out, "    same %s as in %s: %s\n", why.Rule, why.A.Report, strings.Join(why.Because, "; "))
			}
		}
	}
	for _, c := range e.Corrected {
		fmt.Fprintf(out, "\ncorrected by %s: %s\n", c.By, c)
	}
	return out.Flush()
}

// historyCmd prints what happened to an entry.
type historyCmd struct {
	ID     string `arg:"" help:"The id of an entry."`
	Format string `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	dbFlag
}

// Run prints a line a change, the oldest first.
func (cmd *historyCmd) Run(ctx context.Context, c *console) error {
	return cmd.with(ctx, func(r *record.Record) error {
		changes, err := r.History(ctx, cmd.ID)
		if err != nil {
			return err
		}
		if cmd.Format == "json" {
			return printJSON(c.stdout, changes)
		}
		for _, change := range changes {
			if _, err := fmt.Fprintln(c.stdout, historyLine(change)); err != nil {
				return err
			}
		}
		return nil
	})
}

func historyLine(c record.Change) string {
	parts := []string{c.At.Format(time.RFC3339), c.What}
	for _, v := range []string{c.Report, string(c.Published), string(c.Outlet), c.Entry} {
		if v != "" {
			parts = append(parts, v)
		}
	}
	if c.By != "" {
		parts = append(parts, "by "+c.By)
	}
	if c.Correction != nil {
		parts = append(parts, c.Correction.String())
	}
	return strings.Join(parts, "  ")
}

// printJSON writes a value for programs and people.
func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
