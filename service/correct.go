package service

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/record"
)

// Correction is what a person says of an entry or a report, in the words of people. One of Actor,
// Set, Accept, Reject, Split, Merge, Distinct and Undo says what is wrong, or right; without any a note is a
// remark.
type Correction struct {
	Entry string
	// Actor is OLD=NEW, two ids.
	Actor string
	// Set, Add and Drop are FIELD=VALUE; several are all applied, or none. Add and Drop
	// put an actor on a list and take one off it.
	Set, Add, Drop []string
	// AddEntry is a kind of entry that a report has and no reading found; Words are its
	// words, Nth which of them where they stand more than once, and Set and Add say the
	// rest. Entry is the id of the report then.
	AddEntry, Words string
	Nth             int

	Reject bool
	// Split are reports that tell of something else, Merge entries that are the same.
	Split, Merge []string
	// Accept says that the entry is right as it stands, Distinct are entries that are not
	// the same.
	Accept   bool
	Distinct []string
	// Undo is the number of a correction.
	Undo     string
	Note, By string
	// Tables are where a new actor is looked up that the record does not know. With them
	// and within the budget a report is read again that gets another date.
	Tables Tables
	Budget reading.Budget
}

// Corrected is what was written down.
type Corrected struct {
	Corrections []record.Correction
	// Reread says that the report was read again, as days count from its date.
	Reread bool
}

// Correct writes down what a person says of an entry and gives it as it was written.
// A report that gets another date is read again in the same breath.
func Correct(ctx context.Context, r *record.Record, c Correction) (*Corrected, error) {
	demands, err := c.demands(ctx, r)
	if err != nil {
		return nil, err
	}
	out := &Corrected{}
	if out.Reread, err = c.readAgain(ctx, r, demands); err != nil {
		return nil, err
	}
	out.Corrections, err = r.Correct(ctx, demands...)
	return out, err
}

// readAgain reads the report of demands that give it another date.
func (c *Correction) readAgain(ctx context.Context, r *record.Record, demands []record.Demand) (bool, error) {
	report, err := r.Redated(ctx, demands...)
	if err != nil || report == nil {
		return false, err
	}
	reader, err := c.Tables.Reader(c.Budget)
	if err != nil {
		return false, err
	}
	last := &demands[len(demands)-1]
	return true, guarded("correct "+c.Entry, func() error {
		last.Reading, err = reader.Read(ctx, report)
		return err
	})
}

// demands translates what a person says into what the record takes.
func (c *Correction) demands(ctx context.Context, r *record.Record) ([]record.Demand, error) {
	d := record.Demand{Entry: c.Entry, By: c.By, Note: c.Note}
	asked := 0
	for _, one := range []bool{c.Actor != "", len(c.Set)+len(c.Add)+len(c.Drop) > 0, c.Reject, len(c.Split) > 0, len(c.Merge) > 0, c.Accept, len(c.Distinct) > 0, c.Undo != ""} {
		if one {
			asked++
		}
	}
	settings := len(c.Set)+len(c.Add)+len(c.Drop) > 0
	if asked > 1 {
		return nil, invalid("correct "+c.Entry, "one thing at a time; only --set, --add and --drop go together")
	}
	if c.AddEntry == "" && (c.Words != "" || c.Nth != 0) {
		return nil, invalid("--words", "say with --add-entry what was missed: statement, meeting, event or position")
	}
	switch {
	case c.AddEntry != "" && (asked == 0 || asked == 1 && settings):
		return c.missed(ctx, r, d)
	case c.AddEntry != "":
		return nil, invalid("--add-entry", "only --set and --add go together with it")
	case c.Actor != "":
		d, err := c.otherActor(ctx, r, d)
		return []record.Demand{d}, err
	case len(c.Set)+len(c.Add)+len(c.Drop) > 0:
		kind, err := kindOfEntry(ctx, r, c.Entry)
		if err != nil {
			return nil, err
		}
		return c.settings(ctx, r, d, kind)
	case c.Reject:
		d.Action = record.Reject
	case len(c.Split) > 0:
		d.Action, d.Others = record.Split, c.Split
	case len(c.Merge) > 0:
		d.Action, d.Others = record.Merge, c.Merge
	case c.Accept:
		d.Action = record.Accept
	case len(c.Distinct) > 0:
		d.Action, d.Others = record.Distinct, c.Distinct
	case c.Undo != "":
		d.Action, d.Value = record.Undo, c.Undo
	case c.Note != "":
		d.Action = record.Remark
	default:
		return nil, invalid("correct "+c.Entry, "say what is wrong: --actor, --set, --add, --drop, --add-entry, --accept, --reject, --split, --merge, --distinct, --undo or --note")
	}
	return []record.Demand{d}, nil
}

// missed is the demand to add an entry.
func (c *Correction) missed(ctx context.Context, r *record.Record, d record.Demand) ([]record.Demand, error) {
	fields, err := c.settings(ctx, r, d, record.Kind(c.AddEntry))
	if err != nil {
		return nil, err
	}
	d.Action, d.Kind, d.Value, d.Nth = record.Missed, record.Kind(c.AddEntry), c.Words, c.Nth
	for _, f := range fields {
		d.With = append(d.With, record.Setting{Action: f.Action, Field: f.Field, Value: f.Value, Actor: f.Actor})
	}
	return []record.Demand{d}, nil
}

// settings are the demands of Set, Add and Drop for an entry of a kind.
func (c *Correction) settings(ctx context.Context, r *record.Record, d record.Demand, kind record.Kind) ([]record.Demand, error) {
	var out []record.Demand
	for _, list := range []struct {
		flag   string
		action record.Action
		fields []string
	}{{"--add", record.Include, c.Add}, {"--drop", record.Drop, c.Drop}, {"--set", record.Set, c.Set}} {
		for _, set := range list.fields {
			field, value, ok := strings.Cut(set, "=")
			if !ok {
				return nil, invalid(list.flag, "give FIELD=VALUE, such as date=2025-02-18 or participant=USA")
			}
			d.Action, d.Field, d.Value, d.Actor = list.action, field, value, nil
			if record.IsActor(field) && list.action != record.Drop && value != "none" {
				var err error
				if d.Actor, err = c.who(ctx, r, list.flag, value); err != nil {
					return nil, err
				}
			}
			out = append(out, d)
		}
	}
	return out, allowed(kind, out)
}

// otherActor looks up who takes the place of an actor: a table or the record must know
// it.
func (c *Correction) otherActor(ctx context.Context, r *record.Record, d record.Demand) (record.Demand, error) {
	from, to, ok := strings.Cut(c.Actor, "=")
	if !ok {
		return d, invalid("--actor", "give OLD=NEW, such as GEO=US-GA")
	}
	d.Action, d.Field, d.Value = record.Set, "actor:"+from, to
	var err error
	d.Actor, err = c.who(ctx, r, "--actor", to)
	return d, err
}

// who finds an actor: the record or a table must know it.
func (c *Correction) who(ctx context.Context, r *record.Record, flag, id string) (*rapporteur.Actor, error) {
	parties, err := r.Parties(ctx, record.Filter{Actors: []string{id}})
	if err != nil {
		return nil, err
	}
	if len(parties) > 0 && id != "" {
		p := parties[0]
		return &rapporteur.Actor{ID: p.ID, Known: p.Known, Name: cmp.Or(p.Read, p.Name), Kind: p.Kind, State: p.State}, nil
	}
	base, err := c.Tables.Knowledge()
	if err != nil {
		return nil, err
	}
	known := base.Actor(id)
	if known == nil {
		own, err := record.TablesOf(r).List(ctx)
		if a := tableActor(own, id); err != nil || a != nil {
			return a, err
		}
		return nil, invalid(flag, fmt.Sprintf("neither the record nor a table knows an actor %q; rapporteur actors lists ids, --actors adds your own, rapporteur table set actors a desk's", id))
	}
	return &rapporteur.Actor{ID: id, Known: true, Name: known.Name, Kind: known.Kind, State: rapporteur.Text(known.State)}, nil
}
