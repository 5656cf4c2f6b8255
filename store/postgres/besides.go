package postgres

import "context"

// besides changes tables that the record's updates do not touch, one change after the
// other by an advisory lock of their own, beside whoever changes the record.
func (d *DB) besides(ctx context.Context, lock int64, do func(*session) error) error {
	op := "write to " + d.name
	if err := d.writable(op); err != nil {
		return err
	}
	return failure(op, d.locked(ctx, lock, do))
}

// locked is besides for what is told as its caller tells it.
func (d *DB) locked(ctx context.Context, lock int64, do func(*session) error) error {
	return changing(ctx, d, func(s *session) error {
		for _, step := range []func() error{
			func() error { return s.do("BEGIN") },
			func() error { return s.do("SELECT pg_advisory_xact_lock($1)", lock) },
			func() error { return do(s) },
			func() error { return s.broken },
			ctx.Err,
			func() error { return s.do("COMMIT") },
			s.send,
		} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
}
