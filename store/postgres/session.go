package postgres

import (
	"context"
	"errors"
	"time"

	"rapporteur/record"

	"github.com/jackc/pgx/v5"
)

// session is one transaction. Statements whose results nobody waits for are sent with
// the next one that is asked for rows, so that they cost no way of their own to the server.
type session struct {
	ctx  context.Context
	conn *pgx.Conn
	sent *pgx.Batch
	// pending is what the update has not yet written, nil in a view; settle writes it.
	pending *pending
	settle  func() error
	// claims are what an update has claimed that is not alone, nil for others.
	claims *claims
	// broken is the first error of a statement, after which there are no more.
	broken error
	// seen are the terms that a view has looked up.
	seen   map[record.Term]termRow
	before func(query string) error
}

// row is what a row is read from.
type row interface{ Scan(...any) error }

// do sends a statement with the next one that has rows, or at the end.
func (s *session) do(query string, args ...any) error {
	if err := s.ready(query); err != nil {
		return err
	}
	s.sent.Queue(query, args...)
	return nil
}

// ready says whether there may be one more statement.
func (s *session) ready(query string) error {
	if s.broken != nil {
		return s.broken
	}
	if s.before != nil {
		if err := s.before(query); err != nil {
			return s.fails(err)
		}
	}
	return nil
}

// fails notes the first error.
func (s *session) fails(err error) error {
	if s.broken == nil {
		s.broken = err
	}
	return err
}

// send sends what waits.
func (s *session) send() error {
	if s.broken != nil || s.sent.Len() == 0 {
		return s.broken
	}
	batch := s.sent
	s.sent = &pgx.Batch{}
	if err := s.conn.SendBatch(s.ctx, batch).Close(); err != nil {
		return s.fails(err)
	}
	return nil
}

// flush writes everything that is pending.
func (s *session) flush() error {
	if s.settle == nil {
		return nil
	}
	return s.settle()
}

// each calls take for every row. What is pending is written first.
func (s *session) each(take func(row) error, query string, args ...any) error {
	if err := s.flush(); err != nil {
		return err
	}
	return s.peek(take, query, args...)
}

// peek is each for tables that have nothing pending. What take fails with is no failure
// of the statement.
func (s *session) peek(take func(row) error, query string, args ...any) error {
	if err := s.ready(query); err != nil {
		return err
	}
	batch := s.sent
	s.sent = &pgx.Batch{}
	waiting := batch.Len()
	if waiting == 0 {
		rows, err := s.conn.Query(s.ctx, query, args...)
		if err != nil {
			return s.fails(err)
		}
		return s.read(rows, take)
	}
	batch.Queue(query, args...)
	results := s.conn.SendBatch(s.ctx, batch)
	for range waiting {
		if _, err := results.Exec(); err != nil {
			return errors.Join(s.fails(err), results.Close())
		}
	}
	rows, err := results.Query()
	if err != nil {
		return errors.Join(s.fails(err), results.Close())
	}
	taken := s.read(rows, take)
	if err := results.Close(); err != nil && taken == nil {
		return s.fails(err)
	}
	return taken
}

func (s *session) read(rows pgx.Rows, take func(row) error) error {
	for rows.Next() {
		if err := take(rows); err != nil {
			rows.Close()
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return s.fails(err)
	}
	return nil
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

// limit is a number of rows, nothing for all.
func limit(n int) *int64 {
	if n <= 0 {
		return nil
	}
	out := int64(n)
	return &out
}

// rollBack undoes a transaction, whatever became of it.
func (s *session) rollBack() {
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	if _, err := s.conn.Exec(ctx, "ROLLBACK"); err != nil {
		_ = s.conn.Close(ctx) // the pool makes another
	}
}
