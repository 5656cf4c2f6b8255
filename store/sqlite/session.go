package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"rapporteur/record"
	"rapporteur/store/packed"

	lib "modernc.org/sqlite/lib"
)

// session is one connection with the statements prepared on it.
type session struct {
	conn *sql.Conn
	// name tells a connection that reads from the others.
	name  int64
	ready map[string]*sql.Stmt
	// pending is what the update has not yet written, nil outside one; settle writes it.
	pending *pending
	settle  func() error
	// broken is the first error of a statement of the update, after which there are no
	// more: SQLite may have undone what came before it, and would keep what comes behind.
	broken error
	// seen are the terms that a view has looked up.
	seen map[record.Term]termRow
	// named are the entries that a view has asked for by something other than terms.
	named map[string][]int64
	// fewest is the number of entries that are few, where it is not the usual one.
	fewest int
	// described are entries that a view has looked at one by one, by their list.
	described map[string][]described
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
	if s.broken != nil && s.pending != nil {
		return nil, s.broken
	}
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
		return 0, s.fails(err)
	}
	result, err := stmt.Exec(args...)
	if err != nil {
		return 0, s.fails(err)
	}
	return result.LastInsertId()
}

func (s *session) do(query string, args ...any) error {
	_, err := s.exec(query, args...)
	return err
}

// flush writes everything that is pending.
func (s *session) flush() error {
	if s.settle == nil {
		return nil
	}
	return s.settle()
}

// row is what a row is read from.
type row = packed.Row

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
		return s.fails(err)
	}
	rows, err := stmt.Query(args...)
	if err != nil {
		return s.failsToRead(err)
	}
	for rows.Next() {
		if err := take(rows); err != nil {
			return errors.Join(err, rows.Close())
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return s.failsToRead(err)
	}
	return nil
}

// fails notes that a statement failed.
func (s *session) fails(err error) error {
	if s.broken == nil {
		s.broken = err
	}
	return err
}

// failsToRead notes that rows could not be read, unless they are damaged: what can be
// done without them is done.
func (s *session) failsToRead(err error) error {
	if primary(err) == lib.SQLITE_CORRUPT {
		return err
	}
	return s.fails(err)
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
