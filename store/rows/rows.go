// Package rows says how rows are moved from one store to another: table by table in the
// order of their keys, compared with what is there already, so that a move that was
// stopped goes on, and every row is read again where it was written.
package rows

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur"
)

// Table is a table whose rows are moved as they are.
type Table struct {
	Name string
	// Columns are all that is moved, those of the key first, Keys the number of these.
	Columns []string
	Keys    int
}

// From is what rows are taken from. Values are int64, string and []byte.
type From interface {
	Tables() ([]Table, error)
	Count(t Table) (int64, error)
	// Rows gives the rows behind one key, nil for the first, up to another, nil for the
	// last, in the order of the keys, so many at most; 0 for all.
	Rows(t Table, after, upTo []any, limit int) ([][]any, error)
}

// To is what they are put into.
type To interface {
	From
	// Put adds rows whose keys are not there.
	Put(t Table, rows [][]any) error
	// Drop removes the rows of some keys.
	Drop(t Table, keys [][]any) error
}

// Store is where rows go: each call of Receive is one transaction.
type Store interface {
	Receive(ctx context.Context, do func(To) error) error
}

// Step is how far a move is: so many rows of a table of which there are so many, and how
// many of them were there already.
type Step struct {
	Table             string
	Done, All, Before int64
}

// portion is the number of rows that are moved at once.
const portion = 500

// Move brings the rows of a store to what they are in another, and tells how far it is.
func Move(ctx context.Context, from From, to Store, tell func(Step)) error {
	tables, err := from.Tables()
	if err != nil {
		return err
	}
	if err := alike(ctx, tables, to); err != nil {
		return err
	}
	for _, t := range tables {
		m := mover{from: from, to: to, table: t, step: Step{Table: t.Name}}
		if m.step.All, err = from.Count(t); err != nil {
			return err
		}
		if err := m.move(ctx, tell); err != nil {
			return err
		}
	}
	return nil
}

// alike checks that both stores have the same tables.
func alike(ctx context.Context, tables []Table, to Store) error {
	return to.Receive(ctx, func(to To) error {
		theirs, err := to.Tables()
		if err != nil {
			return err
		}
		for _, t := range tables {
			if !slices.ContainsFunc(theirs, func(o Table) bool { return o.Name == t.Name && o.Keys == t.Keys && slices.Equal(o.Columns, t.Columns) }) {
				return &rapporteur.Error{Code: rapporteur.Internal, Op: "move", Message: "the table " + t.Name + " is another one there"}
			}
		}
		return nil
	})
}

// mover moves one table.
type mover struct {
	from  From
	to    Store
	table Table
	step  Step
}

func (m *mover) move(ctx context.Context, tell func(Step)) error {
	for last := []any(nil); ; {
		if err := ctx.Err(); err != nil {
			return err
		}
		rows, err := m.from.Rows(m.table, last, nil, portion)
		if err != nil {
			return err
		}
		for _, row := range rows {
			tidy(row)
		}
		upTo := []any(nil)
		if len(rows) == portion {
			upTo = slices.Clone(rows[len(rows)-1][:m.table.Keys])
		}
		if err := m.portion(ctx, last, upTo, rows); err != nil {
			return err
		}
		m.step.Done += int64(len(rows))
		tell(m.step)
		if upTo == nil {
			return nil
		}
		last = upTo
	}
}

// portion makes the rows of a stretch what they should be, and reads them again.
func (m *mover) portion(ctx context.Context, after, upTo []any, want [][]any) error {
	err := m.to.Receive(ctx, func(to To) error {
		have, err := to.Rows(m.table, after, upTo, 0)
		if err != nil {
			return err
		}
		put, drop := m.differ(want, have)
		m.step.Before += int64(len(want) - len(put))
		if err := to.Drop(m.table, drop); err != nil {
			return err
		}
		return to.Put(m.table, put)
	})
	if err != nil {
		return err
	}
	return m.to.Receive(ctx, func(to To) error {
		have, err := to.Rows(m.table, after, upTo, 0)
		if err != nil {
			return err
		}
		if put, drop := m.differ(want, have); len(put)+len(drop) > 0 {
			return &rapporteur.Error{Code: rapporteur.Damaged, Op: "move", Message: fmt.Sprintf("rows of %s are not as they were written: %d; move again", m.table.Name, len(put)+len(drop))}
		}
		return nil
	})
}

// differ gives the rows that are missing or others, and the keys of those that should not
// be there, or not so. Both lists are in the order of keys, which is that of both stores.
func (m *mover) differ(want, have [][]any) (put, drop [][]any) {
	there := map[string][]any{}
	for _, row := range have {
		there[m.key(row)] = row
	}
	for _, row := range want {
		key := m.key(row)
		old, known := there[key]
		if !known || !equal(row, old) {
			put = append(put, row)
		} else {
			delete(there, key)
		}
	}
	for _, row := range have {
		if _, left := there[m.key(row)]; left {
			drop = append(drop, row[:m.table.Keys])
		}
	}
	return put, drop
}

func (m *mover) key(row []any) string { return fmt.Sprintf("%#v", row[:m.table.Keys]) }

func equal(a, b []any) bool {
	return slices.EqualFunc(a, b, func(x, y any) bool {
		data, packed := x.([]byte)
		other, also := y.([]byte)
		if packed || also {
			return packed == also && bytes.Equal(data, other)
		}
		return x == y
	})
}

// tidy takes from texts what not every store takes.
func tidy(row []any) {
	for i, v := range row {
		if text, is := v.(string); is {
			row[i] = Clean(text)
		}
	}
}

// Clean is a text as PostgreSQL takes it, which has no character 0 and nothing that is
// no UTF-8.
func Clean(text string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", "\ufffd"), "\ufffd")
}
