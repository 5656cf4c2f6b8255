package postgres

import (
	"context"
	"hash/fnv"
)

// Revision gives two numbers that tell whether the record may have changed: own counts
// the changes of this process, all is another number after every change of any process.
// It is made of the snapshot that a transaction would have now, which sees the same as
// another of that name; a change of another database of the server makes another one too.
func (d *DB) Revision(ctx context.Context) (own, all int64, err error) {
	own = d.changes.Load()
	var snapshot string
	if err := d.pool.QueryRow(ctx, "SELECT pg_current_snapshot()::text").Scan(&snapshot); err != nil {
		return 0, 0, failure("read "+d.name, err)
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(snapshot)) // a hash takes everything
	return own, int64(h.Sum64()), nil
}
