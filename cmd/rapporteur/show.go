package main

import (
	"context"

	"rapporteur/export"
	"rapporteur/record"
)

// showCmd prints what is on the record.
type showCmd struct {
	What     string   `arg:"" enum:"meetings,statements,events,positions,actors,shifts,notices,reports" help:"What to show: ${enum}."`
	Place    []string `help:"Only what is at this place: a name, or the code of a state." placeholder:"NAME"`
	Status   []string `enum:"proposed,planned,under-way,held,postponed,cancelled,refused,happened,threatened,conditional,denied" help:"Only meetings of this status, or events of this modality: ${enum}." placeholder:"STATUS"`
	Stance   []string `enum:"supports,opposes,conditional,undecided" help:"Only positions of this stance: ${enum}." placeholder:"STANCE"`
	Type     []string `help:"Only this kind of meeting, act of statement, PLOVER type of event or kind of notice." placeholder:"TYPE"`
	Text     string   `help:"Only what these words support; \"in quotation marks\" for a phrase." placeholder:"WORDS"`
	Disputed bool     `help:"Only what reports disagree on."`
	Oldest   bool     `help:"The oldest first."`
	Limit    int      `help:"At most so many; 0 for all." default:"50"`
	Offset   int      `help:"Leave out so many first."`
	Format   string   `help:"Output format: ${enum}." enum:"text,json,jsonl,csv,markdown" default:"text" short:"f"`
	NoText   bool     `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Run asks the record and prints the answer.
func (cmd *showCmd) Run(ctx context.Context, c *console) error {
	return cmd.asking(ctx, func(r *record.Record) error {
		f, err := cmd.filter(ctx, r)
		if err != nil {
			return err
		}
		f.Places, f.Statuses, f.Stances, f.Types = cmd.Place, cmd.Status, cmd.Stance, cmd.Type
		f.Text, f.Disputed, f.Oldest, f.Limit, f.Offset = cmd.Text, cmd.Disputed, cmd.Oldest, cmd.Limit, cmd.Offset
		listing, err := cmd.ask(ctx, r, f)
		if err != nil {
			return err
		}
		return listing.Write(c.stdout, cmd.Format, formStyle(c, cmd.Format))
	})
}

// kindOf are the kinds of entries by the word that asks for them.
var kindOf = map[string]record.Kind{
	"meetings": record.Meeting, "statements": record.Statement, "events": record.Event, "positions": record.Position, "notices": record.Notice,
}

func (cmd *showCmd) ask(ctx context.Context, r *record.Record, f record.Filter) (*export.Listing, error) {
	switch cmd.What {
	case "actors":
		parties, err := r.Parties(ctx, f)
		return export.Parties(parties), err
	case "reports":
		reports, err := r.Reports(ctx, f)
		for i := range reports {
			if cmd.NoText {
				reports[i].Silence()
			}
		}
		return export.Reports(reports), err
	case "shifts":
		shifts, err := r.Shifts(ctx, f)
		return export.Shifts(silenceShifts(shifts, cmd.NoText)), err
	}
	f.Kinds = []record.Kind{kindOf[cmd.What]}
	entries, err := r.Entries(ctx, f)
	return export.Entries(silence(entries, cmd.NoText)), err
}

// silence takes the words of reports out, if asked for.
func silence(entries []record.Entry, mute bool) []record.Entry {
	for i := range entries {
		if mute {
			entries[i].Silence()
		}
	}
	return entries
}

func silenceShifts(shifts []record.Shift, mute bool) []record.Shift {
	for i := range shifts {
		if mute {
			shifts[i].Silence()
		}
	}
	return shifts
}

// formStyle is the style of a format.
func formStyle(c *console, format string) export.Style {
	if format == "markdown" {
		return export.Markdown()
	}
	return textStyle(c)
}
