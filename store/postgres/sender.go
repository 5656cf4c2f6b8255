package postgres

import (
	"context"
	"errors"
	"time"

	"rapporteur/store/packed"

	"github.com/jackc/pgx/v5"
)

// sender is what a transaction says to the server. Statements whose results nobody waits for
// are sent with the next one that is asked for rows, so that they cost no way of their own
// to the server.
type sender struct {
	ctx  context.Context
	conn *pgx.Conn
	sent *pgx.Batch
	// takes are what is to be done with the rows of the statements that wait, nil for those
	// without.
	takes []func(pgx.Rows) error
	// broken is the first error of a statement, after which there are no more.
	broken error
	before func(query string) error
}

// row is what a row is read from.
type row = packed.Row

// do sends a statement with the next one that has rows, or at the end.
func (s *sender) do(query string, args ...any) error {
	if err := s.ready(query); err != nil {
		return err
	}
	s.sent.Queue(query, args...)
	s.takes = append(s.takes, nil)
	return nil
}

// later has a query sent with the next one, and its rows taken then.
func (s *sender) later(take func(row) error, query string, args ...any) error {
	if err := s.do(query, args...); err != nil {
		return err
	}
	s.takes[len(s.takes)-1] = func(rows pgx.Rows) error { return s.read(rows, take) }
	return nil
}

// waiting gives what waits, and begins anew.
func (s *sender) waiting() (*pgx.Batch, []func(pgx.Rows) error) {
	batch, takes := s.sent, s.takes
	s.sent, s.takes = &pgx.Batch{}, nil
	return batch, takes
}

// taken reads the results of what waited.
func (s *sender) taken(results pgx.BatchResults, takes []func(pgx.Rows) error) error {
	for _, take := range takes {
		if take == nil {
			if _, err := results.Exec(); err != nil {
				return s.fails(err)
			}
			continue
		}
		rows, err := results.Query()
		if err == nil {
			err = take(rows)
		}
		if err != nil {
			return s.fails(err)
		}
	}
	return nil
}

// ready says whether there may be one more statement.
func (s *sender) ready(query string) error {
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
func (s *sender) fails(err error) error {
	if s.broken == nil {
		s.broken = err
	}
	return err
}

// send sends what waits.
func (s *sender) send() error {
	if s.broken != nil || s.sent.Len() == 0 {
		return s.broken
	}
	batch, takes := s.waiting()
	results := s.conn.SendBatch(s.ctx, batch)
	err := s.taken(results, takes)
	if closed := results.Close(); err == nil && closed != nil {
		return s.fails(closed)
	}
	return err
}

// peek is each for tables that have nothing pending. What take fails with is no failure
// of the statement.
func (s *sender) peek(take func(row) error, query string, args ...any) error {
	if err := s.ready(query); err != nil {
		return err
	}
	batch, takes := s.waiting()
	if batch.Len() == 0 {
		rows, err := s.conn.Query(s.ctx, query, args...)
		if err != nil {
			return s.fails(err)
		}
		return s.read(rows, take)
	}
	batch.Queue(query, args...)
	results := s.conn.SendBatch(s.ctx, batch)
	if err := s.taken(results, takes); err != nil {
		return errors.Join(err, results.Close())
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

func (s *sender) read(rows pgx.Rows, take func(row) error) error {
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

func (s *sender) peekNumbers(query string, args ...any) ([]int64, error) {
	var out []int64
	err := s.peek(func(r row) error {
		var n int64
		err := r.Scan(&n)
		out = append(out, n)
		return err
	}, query, args...)
	return out, err
}

// rollBack undoes a transaction, whatever became of it.
func (s *sender) rollBack() {
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	if _, err := s.conn.Exec(ctx, "ROLLBACK"); err != nil {
		_ = s.conn.Close(ctx) // the pool makes another
	}
}
