package postgres

import (
	"context"
	"fmt"
	"strings"

	"rapporteur/store/packed"
	"rapporteur/store/rows"

	"github.com/jackc/pgx/v5"
)

// Copy gives the rows of the record as they are at one moment.
func (d *DB) Copy(ctx context.Context, do func(rows.From) error) error {
	return failure("read "+d.name, d.view(ctx, func(s *session) error { return do(rowTable{s}) }))
}

// Receive has rows put into the record, which nobody else uses until Finish.
func (d *DB) Receive(ctx context.Context, do func(rows.To) error) error {
	return d.besides(ctx, writing, func(s *session) error { return do(rowTable{s}) })
}

// Begin keeps others from the record until Finish. There must be nothing in it, or a move
// from the same place that was stopped.
func (d *DB) Begin(ctx context.Context, from string) error {
	return d.besides(ctx, writing, func(s *session) error {
		n, err := s.numbers("SELECT (SELECT count(*) FROM numbers WHERE name LIKE 'moving %' AND name <> $1) + (SELECT count(*) FROM reports WHERE NOT EXISTS (SELECT 1 FROM numbers WHERE name = $1))", "moving "+from)
		if err != nil {
			return err
		}
		if n[0] > 0 {
			return notEmpty("move to " + d.name)
		}
		return s.do("INSERT INTO numbers VALUES ($1, 0) ON CONFLICT DO NOTHING", "moving "+from)
	})
}

// Finish derives what is not moved, and lets others in.
func (d *DB) Finish(ctx context.Context) error {
	err := d.besides(ctx, writing, func(s *session) error {
		if err := (&mender{session: s}).numbers(); err != nil {
			return err
		}
		if err := (&mender{session: s}).about(); err != nil {
			return err
		}
		if err := s.do("UPDATE terms SET had = true"); err != nil {
			return err
		}
		return s.counters()
	})
	if err == nil {
		err = divide(ctx, d, none)
	}
	if err == nil {
		err = d.besides(ctx, writing, func(s *session) error { return s.do("DELETE FROM numbers WHERE name LIKE 'moving %'") })
	}
	if err == nil {
		_, err = d.pool.Exec(ctx, "ANALYZE")
	}
	return failure("move to "+d.name, err)
}

// counters has the server give out the numbers behind those that there are.
func (s *session) counters() error {
	var sequences, tables []string
	err := s.peek(func(r row) error {
		var table, sequence string
		err := r.Scan(&table, &sequence)
		tables, sequences = append(tables, table), append(sequences, sequence)
		return err
	}, `SELECT table_name::text, pg_get_serial_sequence(quote_ident(table_schema) || '.' || quote_ident(table_name), 'n') FROM information_schema.columns
WHERE table_schema = current_schema() AND column_name = 'n' AND is_identity = 'YES'`)
	for i, table := range tables {
		if err == nil {
			err = s.do("SELECT setval($1::regclass, (SELECT coalesce(max(n), 0) FROM "+table+") + 1, false)", sequences[i])
		}
	}
	return err
}

// rowTable are all tables that are moved.
type rowTable struct{ *session }

var _ rows.To = rowTable{}

// Tables implements rows.From. What is made of others, and what is the database's own, is
// not moved.
func (s rowTable) Tables() ([]rows.Table, error) {
	var out []rows.Table
	err := s.peek(func(r row) error {
		var table, column string
		var key bool
		if err := r.Scan(&table, &column, &key); err != nil {
			return err
		}
		if len(out) == 0 || out[len(out)-1].Name != table {
			out = append(out, rows.Table{Name: table})
		}
		t := &out[len(out)-1]
		t.Columns = append(t.Columns, column)
		if key {
			t.Keys++
		}
		return nil
	}, `SELECT c.table_name::text, c.column_name::text, k.ordinal_position IS NOT NULL
FROM information_schema.tables t JOIN information_schema.columns c ON c.table_schema = t.table_schema AND c.table_name = t.table_name
LEFT JOIN (information_schema.table_constraints p JOIN information_schema.key_column_usage k
    ON k.constraint_schema = p.constraint_schema AND k.constraint_name = p.constraint_name AND k.table_name = p.table_name AND p.constraint_type = 'PRIMARY KEY')
  ON p.table_schema = c.table_schema AND k.table_name = c.table_name AND k.column_name = c.column_name
WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.data_type <> 'boolean'
  AND NOT (SELECT p.relispartition FROM pg_class p WHERE p.oid = (quote_ident(t.table_schema) || '.' || quote_ident(t.table_name))::regclass)
  AND t.table_name NOT IN ('goose_db_version', 'sentences', 'about', 'numbers', 'claims')
ORDER BY c.table_name COLLATE "C", k.ordinal_position NULLS LAST, c.column_name COLLATE "C"`)
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
func (s rowTable) Rows(t rows.Table, after, upTo []any, most int) ([][]any, error) {
	c := &conditions{}
	key := strings.Join(rows.Quoted(t.Columns[:t.Keys]), ", ")
	signs := strings.TrimSuffix(strings.Repeat("%s, ", t.Keys), ", ")
	if after != nil {
		c.add("("+key+") > ("+signs+")", after...)
	}
	if upTo != nil {
		c.add("("+key+") <= ("+signs+")", upTo...)
	}
	var out [][]any
	err := s.peek(func(r row) error {
		values, err := r.(pgx.Rows).Values()
		out = append(out, values)
		return err
	}, "SELECT "+strings.Join(rows.Quoted(t.Columns), ", ")+" FROM "+t.Name+" WHERE "+c.where()+" ORDER BY "+key+" LIMIT "+c.arg(limit(most)), c.args...)
	return out, err
}

// Put implements rows.To: by COPY, as there may be many.
func (s rowTable) Put(t rows.Table, all [][]any) error {
	if len(all) == 0 {
		return nil
	}
	if err := s.send(); err != nil {
		return err
	}
	if _, err := s.conn.CopyFrom(s.ctx, pgx.Identifier{t.Name}, t.Columns, pgx.CopyFromRows(all)); err != nil {
		return s.fails(err)
	}
	if t.Name != "bodies" {
		return nil
	}
	for _, row := range all {
		body, err := packed.ReadBody(row[1].([]byte))
		if err != nil {
			return err
		}
		if err := s.index(row[0].(int64), body); err != nil {
			return err
		}
	}
	return nil
}

// Drop implements rows.To.
func (s rowTable) Drop(t rows.Table, keys [][]any) error {
	var where []string
	for i, column := range rows.Quoted(t.Columns[:t.Keys]) {
		where = append(where, fmt.Sprintf("%s = $%d", column, i+1))
	}
	for _, key := range keys {
		if err := s.do("DELETE FROM "+t.Name+" WHERE "+strings.Join(where, " AND "), key...); err != nil {
			return err
		}
		if t.Name == "bodies" {
			n := key[0].(int64)
			if err := s.do("DELETE FROM sentences WHERE place BETWEEN $1 AND $2", packed.Place(n, 0), packed.Place(n, packed.NoSentence)); err != nil {
				return err
			}
		}
	}
	return nil
}
