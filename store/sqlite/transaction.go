package sqlite

import (
	"context"
	"database/sql/driver"
	"errors"

	"rapporteur"
	"rapporteur/record"
)

// Update carries out do in one transaction.
func (d *DB) Update(ctx context.Context, do func(record.Update) error) error {
	err := d.change(ctx, do)
	if err == nil {
		d.changes.Add(1)
	}
	return err
}

// change is Update for what is not the record's.
func (d *DB) change(ctx context.Context, do func(record.Update) error) error {
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
	if err := s.do("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	p := newPending(s, &d.terms)
	s.rows, s.pending, s.settle, s.broken = map[string]int64{}, p, p.flush, nil
	whole := false
	defer func() {
		if !whole { // do panicked: whoever recovers finds the record as it was
			s.pending, s.settle = nil, nil
			d.terms.forget()
			_ = s.do("ROLLBACK")
		}
	}()
	err := do(s.tables())
	whole = true
	if err == nil {
		err = s.broken
	}
	if err == nil {
		err = s.flush()
	}
	s.pending, s.settle = nil, nil
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = p.count()
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
	s.seen, s.named, s.described = map[record.Term]termRow{}, map[string][]int64{}, map[string][]described{}
	err = do(s.tables())
	s.seen, s.named, s.described = nil, nil, nil
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
	s, err := newSession(ctx, d.db)
	if err == nil {
		s.before, s.fewest, s.name = d.before, d.fewest, d.named.Add(1)
	}
	return s, err
}
