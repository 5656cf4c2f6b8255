package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"

	"rapporteur"
	"rapporteur/record"
)

// session is one connection with the statements prepared on it.
type session struct {
	conn  *sql.Conn
	ready map[string]*sql.Stmt
	terms *termCache
	// pending is what the update has not yet written, nil outside one; counts are how
	// many entries more or fewer have a term since it began.
	pending *pending
	counts  map[int64]int64
	// before is called with each statement, where it is not nil: tests let it fail.
	before func(query string) error
	// rows are how many rows more or fewer a table has since the update began.
	rows map[string]int64
}

func newSession(ctx context.Context, db *sql.DB) (*session, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &session{conn: conn, ready: map[string]*sql.Stmt{}}, nil
}

func (s *session) close() error {
	for _, stmt := range s.ready {
		_ = stmt.Close() // the connection goes as well
	}
	return s.conn.Close()
}

// most is the number of statements kept ready; queries are made of many parts.
const most = 200

// statement prepares a statement once. Statements run without the caller's
// context, as watching it costs more than the statement; View and Update look at
// it instead.
func (s *session) statement(query string) (*sql.Stmt, error) {
	if s.before != nil {
		if err := s.before(query); err != nil {
			return nil, err
		}
	}
	if stmt := s.ready[query]; stmt != nil {
		return stmt, nil
	}
	if len(s.ready) >= most {
		for q, stmt := range s.ready {
			_ = stmt.Close() // it has been read to its end
			delete(s.ready, q)
		}
	}
	stmt, err := s.conn.PrepareContext(context.Background(), query)
	if err != nil {
		return nil, err
	}
	s.ready[query] = stmt
	return stmt, nil
}

func (s *session) exec(query string, args ...any) (int64, error) {
	stmt, err := s.statement(query)
	if err != nil {
		return 0, err
	}
	result, err := stmt.Exec(args...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

func (s *session) do(query string, args ...any) error {
	_, err := s.exec(query, args...)
	return err
}

// row is what a row is read from.
type row interface{ Scan(...any) error }

// each calls take for every row. What is pending is written first.
func (s *session) each(take func(row) error, query string, args ...any) error {
	if err := s.flush(); err != nil {
		return err
	}
	return s.peek(take, query, args...)
}

// peek is each for tables that have nothing pending.
func (s *session) peek(take func(row) error, query string, args ...any) error {
	stmt, err := s.statement(query)
	if err != nil {
		return err
	}
	rows, err := stmt.Query(args...)
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := take(rows); err != nil {
			return errors.Join(err, rows.Close())
		}
	}
	return errors.Join(rows.Err(), rows.Close())
}

// numbers gives the first column of all rows.
func (s *session) numbers(query string, args ...any) ([]int64, error) {
	if err := s.flush(); err != nil {
		return nil, err
	}
	return s.peekNumbers(query, args...)
}

func (s *session) peekNumbers(query string, args ...any) ([]int64, error) {
	var out []int64
	err := s.peek(func(r row) error {
		var n int64
		err := r.Scan(&n)
		out = append(out, n)
		return err
	}, query, args...)
	return out, err
}

// Update carries out do in one transaction.
func (d *DB) Update(ctx context.Context, do func(record.Update) error) error {
	d.write.Lock()
	defer d.write.Unlock()
	if d.writer == nil {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "write to " + d.path, Message: "it was opened to be read"}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return failure("write to "+d.path, d.update(ctx, do))
}

func (d *DB) update(ctx context.Context, do func(record.Update) error) error {
	s := d.writer
	s.terms = &d.terms
	if err := s.do("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	s.counts, s.rows, s.pending = map[int64]int64{}, map[string]int64{}, newPending()
	whole := false
	defer func() {
		if !whole { // do panicked: whoever recovers finds the record as it was
			s.pending = nil
			d.terms.forget()
			_ = s.do("ROLLBACK")
		}
	}()
	err := do(s)
	whole = true
	if err == nil {
		err = s.flush()
	}
	s.pending = nil
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = s.count()
	}
	if err == nil {
		err = s.book()
	}
	if err == nil {
		err = s.do("COMMIT")
	}
	if err != nil {
		d.terms.forget()     // some may never have been written
		_ = s.do("ROLLBACK") // SQLite has done so itself where the disk failed
		return err
	}
	return nil
}

// View carries out do on one state of the file.
func (d *DB) View(ctx context.Context, do func(record.View) error) error {
	return failure("read "+d.path, d.view(ctx, do))
}

func (d *DB) view(ctx context.Context, do func(record.View) error) error {
	s, err := d.reader(ctx)
	if err != nil {
		return err
	}
	if err := s.do("BEGIN"); err != nil {
		return errors.Join(err, s.close())
	}
	err = do(s)
	if end := s.do("ROLLBACK"); end != nil {
		if errors.Is(end, driver.ErrBadConn) {
			return errors.Join(err, end, s.close())
		}
		err = errors.Join(err, end)
	}
	d.mu.Lock()
	d.idle = append(d.idle, s)
	d.mu.Unlock()
	return err
}

// reader gives a connection that nobody uses.
func (d *DB) reader(ctx context.Context) (*session, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	d.mu.Lock()
	if n := len(d.idle); n > 0 {
		s := d.idle[n-1]
		d.idle = d.idle[:n-1]
		d.mu.Unlock()
		return s, nil
	}
	d.mu.Unlock()
	return newSession(ctx, d.db)
}
