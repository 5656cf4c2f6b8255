package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rapporteur/record"
	"rapporteur/store/packed"
	"rapporteur/store/rows"
)

// Copy gives the rows of the record as they are at one moment.
func (d *DB) Copy(ctx context.Context, do func(rows.From) error) error {
	return failure("read "+d.path, d.view(ctx, func(v record.View) error { return do(rowTable{v.(tables).personTable.session}) }))
}

// Receive has rows put into the record, which is not used until Finish.
func (d *DB) Receive(ctx context.Context, do func(rows.To) error) error {
	return d.Update(ctx, func(record.Update) error { return do(rowTable{d.writer}) })
}

// Finish counts what was put in.
func (d *DB) Finish(ctx context.Context) error {
	return d.Update(ctx, func(record.Update) error {
		var names []string
		err := d.writer.peek(func(r row) error {
			var name string
			err := r.Scan(&name)
			names = append(names, name)
			return err
		}, "SELECT name FROM ledger")
		for _, name := range names {
			if err == nil {
				err = d.writer.do(fmt.Sprintf("UPDATE ledger SET rows = (SELECT count(*) FROM %[1]s) WHERE name = '%[1]s'", name))
			}
		}
		return err
	})
}

// rowTable are all tables that are moved.
type rowTable struct{ *session }

var _ rows.To = rowTable{}

// derived are the tables that are made of others, or are about the file.
const derived = "'goose_db_version', 'ledger', 'owing', 'about', 'sqlite_sequence'"

// Tables implements rows.From.
func (s rowTable) Tables() ([]rows.Table, error) {
	var out []rows.Table
	err := s.peek(func(r row) error {
		var table, column string
		var key int
		if err := r.Scan(&table, &column, &key); err != nil {
			return err
		}
		if len(out) == 0 || out[len(out)-1].Name != table {
			out = append(out, rows.Table{Name: table})
		}
		t := &out[len(out)-1]
		t.Columns = append(t.Columns, column)
		if key > 0 {
			t.Keys++
		}
		return nil
	}, `SELECT s.name, c.name, c.pk FROM sqlite_schema s JOIN pragma_table_info(s.name) c
WHERE s.type = 'table' AND s.name NOT LIKE 'sentences%' AND s.name NOT LIKE 'sqlite_%' AND s.name NOT IN (`+derived+`) AND c.name <> 'seal'
ORDER BY s.name, c.pk = 0, c.pk, c.name`)
	return out, err
}

// Count implements rows.From.
func (s rowTable) Count(t rows.Table) (int64, error) {
	n, err := s.numbers("SELECT count(*) FROM " + t.Name)
	if err != nil {
		return 0, err
	}
	return n[0], nil
}

// Rows implements rows.From.
func (s rowTable) Rows(t rows.Table, after, upTo []any, limit int) ([][]any, error) {
	key := strings.Join(rows.Quoted(t.Columns[:t.Keys]), ", ")
	query, args := "SELECT "+strings.Join(rows.Quoted(t.Columns), ", ")+" FROM "+t.Name+" WHERE 1", []any(nil)
	for _, bound := range []struct {
		sign string
		key  []any
	}{{">", after}, {"<=", upTo}} {
		if bound.key != nil {
			query, args = query+" AND ("+key+") "+bound.sign+" "+places(t.Keys), append(args, bound.key...)
		}
	}
	var out [][]any
	err := s.each(func(r row) error {
		values, targets := make([]any, len(t.Columns)), make([]any, len(t.Columns))
		for i := range values {
			targets[i] = &values[i]
		}
		err := r.Scan(targets...)
		for i, v := range values {
			if data, is := v.([]byte); is {
				values[i] = append([]byte{}, data...)
			}
			if v == nil { // a blob of no bytes, as no column may be null
				values[i] = []byte{}
			}
		}
		out = append(out, values)
		return err
	}, query+" ORDER BY "+key+limited(limit, 0), args...)
	return out, err
}

// Put implements rows.To.
func (s rowTable) Put(t rows.Table, all [][]any) error {
	names, values := strings.Join(rows.Quoted(t.Columns), ", "), numbered(len(t.Columns))
	_, sealing := sealed[t.Name]
	if sealing || t.Name == "found" {
		names, values = names+", seal", values+", ?"+fmt.Sprint(len(t.Columns)+1)
	}
	if sealing {
		values = numbered(len(t.Columns)) + ", seal(" + strings.Join(sealParameters(t.Name, t.Columns), ", ") + ")"
	}
	for _, row := range all {
		args := row
		if t.Name == "found" { // term, sort, entry, since
			args = append(slices.Clone(row), sealFound(row[0].(int64), int(row[1].(int64)), row[2].(int64), row[3].(int64)))
		}
		if err := s.do("INSERT INTO "+t.Name+" ("+names+") VALUES ("+values+")", args...); err != nil {
			return err
		}
		if t.Name == "bodies" {
			if err := s.spoken(row[0].(int64), row[1].([]byte)); err != nil {
				return err
			}
		}
	}
	return nil
}

// spoken makes the sentences of a text found.
func (s rowTable) spoken(report int64, data []byte) error {
	body, err := packed.ReadBody(data)
	if err != nil {
		return err
	}
	return s.index("sentences", report, body)
}

// Drop implements rows.To.
func (s rowTable) Drop(t rows.Table, keys [][]any) error {
	where := strings.Join(rows.Quoted(t.Columns[:t.Keys]), " = ? AND ") + " = ?"
	for _, key := range keys {
		if err := s.do("DELETE FROM "+t.Name+" WHERE "+where, key...); err != nil {
			return err
		}
		if t.Name == "bodies" {
			n := key[0].(int64)
			if err := s.do("DELETE FROM sentences WHERE rowid BETWEEN ? AND ?", placeOf(n, 0), placeOf(n, noSentence)); err != nil {
				return err
			}
		}
		if t.Name == "corrections" {
			if err := s.do("DELETE FROM about WHERE correction = ?", key[0]); err != nil {
				return err
			}
		}
	}
	return nil
}
