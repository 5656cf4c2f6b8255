package postgres

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// tries is how often an update is tried beside others before it is alone: where all
// writers want the same, taking turns is faster than trying again.
const tries = 2

// An update waits for a thing that another has claimed for patience, as both may wait for
// one another. One that is tried again claims what it needed before at once, in the order
// of all, in which nobody waits for one who waits for him; then it waits for long.
const (
	patience = 100 * time.Millisecond
	long     = 20 * time.Second
)

// Update carries out do in one transaction, more than once where others are in its way.
func (d *DB) Update(ctx context.Context, do func(record.Update) error) error {
	op := "write to " + d.name
	if err := d.writable(op); err != nil {
		return err
	}
	alone, needed := false, map[int32]bool{}
	var begun newMonth
	for try := 0; ; try++ {
		err := d.attempt(ctx, do, needed, alone)
		switch {
		case err == nil && d.changes.Load()%often == 0:
			_ = analyse(ctx, d) // what was written stands, however well the server knows it
			return nil
		case errors.As(err, &begun):
			if err := provide(ctx, d, begun.month); err != nil {
				return failure(op, err)
			}
			try--
			continue
		case errors.Is(err, errAlone) && !alone:
			alone = true
			continue
		case err == nil || !passing(err) || alone:
			return failure(op, err)
		}
		alone = try+1 >= tries
		if err := pause(ctx, time.Millisecond<<try); err != nil {
			return failure(op, err)
		}
	}
}

// writable refuses a change of what was opened to be read.
func (d *DB) writable(op string) error {
	if d.mode == Read {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "it was opened to be read"}
	}
	return nil
}

// pause waits for one to two times so long.
func pause(ctx context.Context, about time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(about + rand.N(about)):
		return nil
	}
}

// attempt tries an update once. It claims at once what earlier attempts needed, and adds
// what it needs.
func (d *DB) attempt(ctx context.Context, do func(record.Update) error, needed map[int32]bool, alone bool) error {
	return changing(ctx, d, func(s *session) error {
		if err := s.begin(alone, needed); err != nil {
			return err
		}
		p := newPending(s, d)
		s.pending, s.settle = p, p.write
		err := do(s.tables())
		if s.broken != nil {
			return s.broken
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		return s.commit()
	})
}

// changing has do begin and commit a transaction. What did not come to its end is undone.
func changing(ctx context.Context, d *DB, do func(*session) error) error {
	conn, err := d.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	s := sessionOf(ctx, d, conn.Conn())
	done := false
	defer func() {
		if !done { // it failed, or do panicked
			s.rollBack()
		}
	}()
	if err := do(s); err != nil {
		return err
	}
	done = true
	d.changes.Add(1)
	return nil
}

// begin begins an update, alone if nobody else changes the record.
func (s *session) begin(alone bool, needed map[int32]bool) error {
	lock := "pg_try_advisory_xact_lock"
	if alone {
		lock = "pg_advisory_xact_lock"
	}
	if err := s.do("BEGIN"); err != nil {
		return err
	}
	if err := s.steadyPlans(); err != nil {
		return err
	}
	got := alone
	err := s.peek(func(r row) error {
		if alone {
			return nil
		}
		return r.Scan(&got)
	}, "SELECT "+lock+"($1)", int64(writing))
	if err != nil || got {
		return err
	}
	s.claims = &claims{held: needed}
	if err := s.do("SELECT pg_advisory_xact_lock_shared($1)", int64(writing)); err != nil {
		return err
	}
	if len(needed) > 0 {
		if err := s.do(waitFor(long)); err != nil {
			return err
		}
		if err := s.lock(slices.Sorted(maps.Keys(needed))); err != nil {
			return err
		}
	}
	return s.do(waitFor(patience + rand.N(patience)))
}

// steadyPlans has the statements of an update planned once a connection, whatever stands
// in their lists, and by their indexes, which are right however small the tables were then.
func (s *session) steadyPlans() error {
	if err := s.do("SET LOCAL plan_cache_mode = force_generic_plan"); err != nil {
		return err
	}
	return s.do("SET LOCAL enable_seqscan = off")
}

// waitFor is the statement that says how long others are waited for.
func waitFor(d time.Duration) string {
	return fmt.Sprintf("SET LOCAL lock_timeout = %d", d.Milliseconds())
}

// commit writes what is left and ends the transaction.
func (s *session) commit() error {
	for _, step := range []func() error{s.pending.write, s.pending.flushActors, s.pending.count, s.pending.book} {
		if err := step(); err != nil {
			return err
		}
	}
	if err := s.do("COMMIT"); err != nil {
		return err
	}
	if err := s.send(); err != nil {
		if gone(err) {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "write", Err: cause(err),
				Message: "the connection broke at the end of the change; it was kept whole or not at all. Look, or do it again: what is added twice is one"}
		}
		return err
	}
	s.pending.publish()
	return nil
}

// View carries out do on one state of the record.
func (d *DB) View(ctx context.Context, do func(record.View) error) error {
	return failure("read "+d.name, d.view(ctx, func(s *session) error { return do(s.tables()) }))
}

func (d *DB) view(ctx context.Context, do func(*session) error) error {
	conn, err := d.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	s := sessionOf(ctx, d, conn.Conn())
	s.seen, s.minted, s.kinds = map[record.Term]termRow{}, map[int64]bool{}, map[int64]map[string]int{}
	defer s.rollBack()
	if err := s.do("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); err != nil {
		return err
	}
	return do(s)
}
