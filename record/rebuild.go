package record

import "context"

// Settle describes the large entries that wait for it. Until then they may not be
// found by what the last reports added to them; what they hold is always complete.
func (r *Record) Settle(ctx context.Context) error {
	return r.update(ctx, func(b *batch) error {
		due, err := b.tx.Due()
		if err != nil {
			return err
		}
		for _, entry := range due {
			if err := (settling{clusters{b}}).describe(entry); err != nil {
				return err
			}
		}
		return nil
	})
}

// Rebuild makes anew what can be derived in a store that has only reports, members
// and entries: keys, which members belong together, and by what entries are found.
// Entries keep their ids; what has lost its entry gets one. It runs in portions,
// and may be run again.
func (r *Record) Rebuild(ctx context.Context) error {
	for _, step := range []func(context.Context, Update) error{Rekey, Locate} {
		if err := r.store.Update(ctx, func(u Update) error { return step(ctx, u) }); err != nil {
			return err
		}
	}
	for last, more := int64(0), true; more; {
		err := r.update(ctx, func(b *batch) (err error) {
			last, more, err = clusters{b}.rejoinAll(last)
			return err
		})
		if err != nil {
			return err
		}
	}
	for last, more := int64(0), true; more; {
		err := r.update(ctx, func(b *batch) (err error) {
			last, more, err = clusters{b}.redescribe(last)
			return err
		})
		if err != nil {
			return err
		}
	}
	return r.Settle(ctx)
}

// rejoinAll finds an entry for every member of the next reports that should have
// one, and says whether there are more reports.
func (b clusters) rejoinAll(last int64) (int64, bool, error) {
	rows, err := b.tx.ReportsAfter(last, verified)
	if err != nil {
		return last, false, err
	}
	for _, row := range b.keep(rows) {
		last = row.Number
		if err := b.enter(row); err != nil {
			return last, false, err
		}
	}
	return last, len(rows) == verified, nil
}

// redescribe has the next entries taken apart where they do not hold together, and
// described where they are not as they should be.
func (b clusters) redescribe(last int64) (int64, bool, error) {
	rows, err := b.tx.EntriesAfter(last, verified)
	if err != nil {
		return last, false, err
	}
	for _, row := range rows {
		last = row.Number
		if row.SupersededBy != 0 {
			continue
		}
		b.broken[row.Number] = true
		size, err := b.tx.Size(row.Number)
		if err != nil {
			return last, false, err
		}
		if size != row.Described {
			b.touched[row.Number] = true
		}
	}
	return last, len(rows) == verified, nil
}
