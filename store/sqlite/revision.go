package sqlite

import "context"

// Revision gives two numbers that tell whether the record may have changed: own counts
// the changes of this process, all is another number after every change of any process.
func (d *DB) Revision(ctx context.Context) (own, all int64, err error) {
	own = d.changes.Load()
	d.watch.Lock()
	defer d.watch.Unlock()
	if err := ctx.Err(); err != nil {
		return 0, 0, err
	}
	if d.watcher == nil { // the number is good on one connection alone
		if d.watcher, err = newSession(context.WithoutCancel(ctx), d.db); err != nil {
			return 0, 0, failure("read "+d.path, err)
		}
	}
	n, err := d.watcher.peekNumbers("PRAGMA data_version")
	if err != nil || len(n) == 0 {
		return 0, 0, failure("read "+d.path, err)
	}
	return own, n[0], nil
}
