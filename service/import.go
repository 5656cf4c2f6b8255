package service

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"rapporteur"
	"rapporteur/record"
)

// LinesFormat names the form of exports as JSON lines.
const LinesFormat = "rapporteur-record/1"

// Line is one line of an export as JSON lines; one of its fields is set, in the first
// line what made it. Told are what an import takes in, with dossiers and corrections;
// entries, actors and reports follow from them.
type Line struct {
	Format     string             `json:"format,omitempty"`
	Provenance *Provenance        `json:"provenance,omitempty"`
	Dossier    *record.Dossier    `json:"dossier,omitempty"`
	Correction *record.Correction `json:"correction,omitempty"`
	Desk       *record.Own        `json:"desk,omitempty"`
	Entry      *record.Entry      `json:"entry,omitempty"`
	Actor      *record.Party      `json:"actor,omitempty"`
	Report     *record.Report     `json:"report,omitempty"`
	Told       *record.Told       `json:"told,omitempty"`
}

// Imported counts what an import took in.
type Imported struct {
	Reports     int `json:"reports"`
	Corrections int `json:"corrections"`
	Dossiers    int `json:"dossiers"`
	// Names are the rows of tables of a desk, LeftOut the corrections that a desk cannot
	// make, as they are about what is everybody's.
	Names   int `json:"names,omitempty"`
	LeftOut int `json:"left_out,omitempty"`
}

// count counts what a desk had of its own.
func (i *Imported) count(own *record.Own, left int) {
	i.Corrections, i.Dossiers, i.LeftOut = i.Corrections+len(own.Corrections)-left, i.Dossiers+len(own.Dossiers), left
	for _, t := range own.Tables {
		i.Names += len(t.Rows)
	}
}

// Import puts an export as JSON lines on a record that is bare, so that it is the record
// that was exported: entries with their ids, past days and corrections. In the name of a
// desk it takes in for that desk alone what persons wrote: what the desk had whose export
// it is, or what was everybody's.
func Import(ctx context.Context, r *record.Record, name string, from io.Reader) (Imported, error) {
	var done Imported
	desk := r.Namespace(ctx)
	if desk == "" {
		bare, err := r.Bare(ctx)
		if err != nil {
			return done, err
		}
		if !bare {
			return done, invalid("import "+name, "the record has something on it already; import into a new one: --db NEW.db")
		}
	}
	in := &imported{name: name, from: bufio.NewReaderSize(from, 1<<20)}
	head, err := in.next()
	if err != nil {
		return done, err
	}
	switch {
	case head == nil || head.Format != LinesFormat:
		return done, invalid("import "+name, "no export as JSON lines; make one with rapporteur export jsonl")
	case head.Provenance != nil && head.Provenance.Silent:
		return done, invalid("import "+name, "it was made with --no-text, and a record cannot be made without the words; export it anew without the flag")
	}
	dossiers, corrections, own, err := in.persons()
	if err != nil {
		return done, err
	}
	if desk != "" {
		if own == nil {
			own = &record.Own{Dossiers: dossiers, Corrections: corrections}
		}
		return restored(ctx, r, done, own)
	}
	if err := r.RestorePersons(ctx, dossiers, corrections); err != nil {
		return done, err
	}
	done.Dossiers, done.Corrections = len(dossiers), len(corrections)
	if done.Reports, err = r.Restore(ctx, in.told()); err != nil || own == nil {
		return done, err
	}
	return restored(ctx, r, done, own)
}

// restored takes in what a desk had.
func restored(ctx context.Context, r *record.Record, done Imported, own *record.Own) (Imported, error) {
	left, err := r.RestoreOwn(ctx, *own)
	if err == nil {
		done.count(own, left)
	}
	return done, err
}

// imported is an export that is read line by line.
type imported struct {
	name string
	from *bufio.Reader
	n    int
	// ahead is a line that was read and not used.
	ahead *Line
}

// next gives the next line, nil behind the last.
func (in *imported) next() (*Line, error) {
	if l := in.ahead; l != nil {
		in.ahead = nil
		return l, nil
	}
	for {
		data, err := in.from.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, unreadable(in.name, err)
		}
		in.n++
		if data = bytes.TrimSpace(data); len(data) > 0 {
			l := &Line{}
			if err := json.Unmarshal(data, l); err != nil {
				return nil, &rapporteur.Error{Code: rapporteur.Unsupported, Op: fmt.Sprintf("import %s:%d", in.name, in.n), Message: "no line of an export as JSON lines", Err: err}
			}
			return l, nil
		}
		if err != nil {
			return nil, nil
		}
	}
}

// persons gives the dossiers and corrections, which come first, and what a desk had, nil
// where it is nobody's export.
func (in *imported) persons() (dossiers []record.Dossier, corrections []record.Correction, own *record.Own, err error) {
	for {
		l, err := in.next()
		switch {
		case err != nil || l == nil:
			return dossiers, corrections, own, err
		case l.Desk != nil:
			own = l.Desk
		case l.Dossier != nil:
			dossiers = append(dossiers, *l.Dossier)
		case l.Correction != nil:
			corrections = append(corrections, *l.Correction)
		default:
			in.ahead = l
			return dossiers, corrections, own, nil
		}
	}
}

// told gives the reports with what was read in them.
func (in *imported) told() iter.Seq2[*record.Told, error] {
	return func(yield func(*record.Told, error) bool) {
		for {
			l, err := in.next()
			if err != nil {
				yield(nil, err)
				return
			}
			if l == nil {
				return
			}
			if l.Told != nil && !yield(l.Told, nil) {
				return
			}
		}
	}
}
