package main

import (
	"context"
	"fmt"
	"strings"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/export"
	"rapporteur/record"
	"rapporteur/service"
)

// correctCmd writes down what a person says of an entry.
type correctCmd struct {
	ID     string   `arg:"" help:"The id of the entry." complete:"entries"`
	Actor  string   `help:"Another actor: OLD=NEW, two ids." placeholder:"OLD=NEW" xor:"what"`
	Set    []string `help:"Another value: date, place (\"Geneva, CHE\"), status and type of a meeting; date, place, modality and type of an event; date and act of a statement; date, stance, issue and proposal of a position. Several are all applied, or none." placeholder:"FIELD=VALUE" xor:"what" sep:"none"`
	Reject bool     `help:"There is no such thing: take it off the record." xor:"what"`
	Split  []string `help:"What these reports say is something else." placeholder:"REPORT" xor:"what" complete:"reports"`
	Merge  []string `help:"These entries are the same thing." placeholder:"ID" xor:"what" complete:"entries"`
	Undo   string   `help:"Take a correction back, by its number." placeholder:"NUMBER" xor:"what"`
	Note   string   `help:"Why; alone, a remark that changes nothing."`
	By     string   `help:"Who says so." env:"RAPPORTEUR_USER,USER" required:""`
	Format string   `help:"Output format: ${enum}." enum:"text,json" default:"text" short:"f"`
	actorsFlag
	dbFlag
}

// Run appends the corrections and prints them.
func (cmd *correctCmd) Run(ctx context.Context, c *terminal.Console) error {
	return cmd.changing(ctx, func(r *record.Record) error {
		demands, err := cmd.demands(ctx, r)
		if err != nil {
			return err
		}
		done, err := r.Correct(ctx, demands...)
		if err != nil {
			return err
		}
		for _, one := range done {
			if err := cmd.print(c, one); err != nil {
				return err
			}
		}
		return nil
	})
}

// print writes one correction, a line.
func (cmd *correctCmd) print(c *terminal.Console, done record.Correction) error {
	if cmd.Format == "text" {
		return c.Say("correction %s, of %s by %s", done, done.Entry, done.By)
	}
	return export.Line(c.Stdout, done)
}

// demands translates the flags.
func (cmd *correctCmd) demands(ctx context.Context, r *record.Record) ([]record.Demand, error) {
	d := record.Demand{Entry: cmd.ID, By: cmd.By, Note: cmd.Note}
	switch {
	case cmd.Actor != "":
		d, err := cmd.otherActor(ctx, r, d)
		return []record.Demand{d}, err
	case len(cmd.Set) > 0:
		return cmd.settings(d)
	case cmd.Reject:
		d.Action = record.Reject
	case len(cmd.Split) > 0:
		d.Action, d.Others = record.Split, cmd.Split
	case len(cmd.Merge) > 0:
		d.Action, d.Others = record.Merge, cmd.Merge
	case cmd.Undo != "":
		d.Action, d.Value = record.Undo, cmd.Undo
	case cmd.Note != "":
		d.Action = record.Remark
	default:
		return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "correct " + cmd.ID,
			Message: "say what is wrong: --actor, --set, --reject, --split, --merge, --undo or --note"}
	}
	return []record.Demand{d}, nil
}

// settings are the demands of --set.
func (cmd *correctCmd) settings(d record.Demand) ([]record.Demand, error) {
	var out []record.Demand
	for _, set := range cmd.Set {
		field, value, ok := strings.Cut(set, "=")
		if !ok {
			return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--set", Message: "give FIELD=VALUE, such as date=2025-02-18"}
		}
		d.Action, d.Field, d.Value = record.Set, field, value
		out = append(out, d)
	}
	return out, nil
}

// otherActor looks up who takes the place of an actor: a table or the record must know
// it.
func (cmd *correctCmd) otherActor(ctx context.Context, r *record.Record, d record.Demand) (record.Demand, error) {
	from, to, ok := strings.Cut(cmd.Actor, "=")
	if !ok {
		return d, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--actor", Message: "give OLD=NEW, such as GEO=US-GA"}
	}
	d.Action, d.Field, d.Value = record.Set, "actor:"+from, to
	parties, err := r.Parties(ctx, record.Filter{Actors: []string{to}})
	if err != nil {
		return d, err
	}
	if len(parties) > 0 && to != "" {
		p := parties[0]
		d.Actor = &rapporteur.Actor{ID: p.ID, Known: p.Known, Name: p.Name, Kind: p.Kind, State: p.State}
		return d, nil
	}
	base, err := service.Tables{Actors: cmd.Actors}.Knowledge()
	if err != nil {
		return d, err
	}
	known := base.Actor(to)
	if known == nil {
		return d, &rapporteur.Error{Code: rapporteur.Invalid, Op: "--actor",
			Message: fmt.Sprintf("neither the record nor a table knows an actor %q; rapporteur actors lists ids, --actors adds your own", to)}
	}
	d.Actor = &rapporteur.Actor{ID: to, Known: true, Name: known.Name, Kind: known.Kind, State: rapporteur.Text(known.State)}
	return d, nil
}
