package main

import (
	"context"
	"os"
	"runtime/debug"
	"time"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/dataset"
	"rapporteur/record"
	"rapporteur/service"
)

// exportCmd writes what is on the record as data.
type exportCmd struct {
	Format    string   `arg:"" enum:"csv,xlsx,parquet,gdelt,polecat,geojson,ical,atom,dna,annotations,jsonl" help:"What to write: ${enum}."`
	To        string   `help:"Where it goes: a folder for csv, parquet, gdelt and polecat, else a file; without it, standard output." placeholder:"PATH" type:"path"`
	Table     []string `help:"Only these tables: events, meetings, participants, statements, positions, sources, actors, reports." placeholder:"NAME" enum:"events,meetings,participants,statements,positions,sources,actors,reports"`
	Place     []string `help:"Only what is at this place, of --table events or meetings: a name, or the code of a state." placeholder:"NAME" complete:"places"`
	Status    []string `help:"Only meetings of this status, or events of this modality, with --table." placeholder:"STATUS" complete:"statuses"`
	Stance    []string `help:"Only positions of this stance, with --table positions." placeholder:"STANCE" complete:"stances"`
	Type      []string `help:"Only this kind of meeting, act of statement or PLOVER type of event, with --table." placeholder:"TYPE" complete:"types"`
	Text      string   `help:"Only what these words support; \"in quotation marks\" for a phrase."`
	Disputed  bool     `help:"Only what reports disagree on."`
	Limit     int      `help:"At most so many entries; 0 for all." default:"0"`
	Today     string   `help:"The day from which on something is to come, for ical; without it, today." placeholder:"DATE"`
	Exact     bool     `help:"Leave cells of csv as they are, even those that a spreadsheet takes for formulas."`
	Overwrite bool     `help:"Write over files that are there."`
	NoText    bool     `name:"no-text" help:"Leave out the words of the reports."`
	filterFlags
	dbFlag
}

// Help is shown below the usage.
func (exportCmd) Help() string {
	text := ""
	for _, f := range dataset.Formats() {
		text += f.Name + ": " + f.Meaning + "\n"
	}
	return text + "rapporteur codebook explains the columns, codes and rules."
}

// Run takes what is asked for from the record and writes it, piece by piece.
func (cmd *exportCmd) Run(ctx context.Context, c *terminal.Console) error {
	format, _ := dataset.FormatOf(cmd.Format)
	q := cmd.question(dataset.AboutTables(cmd.Table))
	q.Places, q.Statuses, q.Stances, q.Types = cmd.Place, cmd.Status, cmd.Stance, cmd.Type
	q.Text, q.Disputed, q.Limit, q.Silent = cmd.Text, cmd.Disputed, cmd.Limit, cmd.NoText
	if err := service.Day("--today", cmd.Today); err != nil {
		return err
	}
	made := c.Now().UTC()
	o := dataset.Options{Tables: cmd.Table, Exact: cmd.Exact, Today: rapporteur.Date(cmd.Today), Title: cmd.Dossier}
	if o.Today == "" {
		o.Today = rapporteur.Date(made.Format(time.DateOnly))
	}
	var err error
	o.Provenance, err = service.Provenance{Program: "rapporteur " + version, Schema: rapporteur.Schema, Made: made.Format(time.RFC3339), Asked: q.Flags(), Silent: q.Silent}.Cite()
	if err != nil {
		return err
	}
	if !format.Wide { // then a few MB are alive, and most of the time would go into looking for them
		defer debug.SetGCPercent(debug.SetGCPercent(300))
	}
	return cmd.asking(ctx, func(r *record.Record) error {
		return cmd.into(c, format, func(to dataset.Output) error {
			o.To = to
			w, err := format.Open(o)
			if err != nil {
				return err
			}
			if err := service.Extract(ctx, r, q, w); err != nil {
				return err
			}
			return w.Close()
		})
	})
}

// into opens the place where an export goes; of one that fails nothing is left.
func (cmd *exportCmd) into(c *terminal.Console, format dataset.Format, write func(dataset.Output) error) error {
	if cmd.To == "" || cmd.To == "-" {
		if format.Binary && (format.Folder || c.Capable()) {
			return &rapporteur.Error{Code: rapporteur.Invalid, Op: "export " + format.Name, Message: "say where it goes: --to PATH"}
		}
		return write(dataset.Stream{W: c.Stdout})
	}
	if format.Folder {
		to := &dataset.Folder{Path: cmd.To, Overwrite: cmd.Overwrite}
		err := write(to)
		if err != nil {
			to.Abandon()
		}
		return err
	}
	w, err := dataset.CreateFile(cmd.To, cmd.Overwrite)
	if err != nil {
		return err
	}
	if err := write(dataset.Stream{W: w}); err != nil {
		_ = w.Close()
		_ = os.Remove(cmd.To)
		return err
	}
	return w.Close()
}
