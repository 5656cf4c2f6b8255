package postgres

import (
	"context"

	"rapporteur/record"

	"github.com/jackc/pgx/v5"
)

// session is one transaction.
type session struct {
	*sender
	// pending is what the update has not yet written, nil in a view; settle writes it.
	pending *pending
	settle  func() error
	// claims are what an update has claimed that is not alone, nil for others.
	claims *claims
	// seen are the terms that a view has looked up.
	seen map[record.Term]termRow
	// minted says of times whether few entries are as young, as a view has found.
	minted map[int64]bool
	// kinds are how many entries of each kind are as young.
	kinds map[int64]map[string]int
}

// sessionOf begins nothing yet.
func sessionOf(ctx context.Context, d *DB, conn *pgx.Conn) *session {
	return &session{sender: &sender{ctx: ctx, conn: conn, sent: &pgx.Batch{}, before: d.before}}
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

// numbers gives the first column of all rows.
func (s *session) numbers(query string, args ...any) ([]int64, error) {
	if err := s.flush(); err != nil {
		return nil, err
	}
	return s.peekNumbers(query, args...)
}

// limit is a number of rows, nothing for all.
func limit(n int) *int64 {
	if n <= 0 {
		return nil
	}
	out := int64(n)
	return &out
}
