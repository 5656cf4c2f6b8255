package sqlite

import (
	"context"
	"fmt"
	"time"
)

// What tests can make fail, or die, before any step of its work on files.

func (d *DB) BackupBefore(ctx context.Context, path string, before func(step, path string) error) (Info, error) {
	return d.backup(ctx, path, disk{before})
}

func RestoreBefore(ctx context.Context, backup, path string, before func(step, path string) error) (Restored, error) {
	return restore(ctx, backup, path, disk{before})
}

func RepairBefore(ctx context.Context, path string, clock func() time.Time, before func(step, path string) error) (Repaired, error) {
	return repair(ctx, path, clock, disk{before})
}

// Before is called with each statement that changes the record from now on.
func (d *DB) Before(before func(query string) error) { d.writer.before = before }

// BeforeReading is called with each statement of a view from now on.
func (d *DB) BeforeReading(before func(query string) error) {
	d.before = before
	for _, s := range d.idle {
		s.before = before
	}
}

// Limit lets the file grow by so many pages and no more, as a full disk would.
func (d *DB) Limit(pages int) error {
	n, err := d.writer.numbers("PRAGMA page_count")
	if err != nil {
		return err
	}
	return d.writer.do(fmt.Sprintf("PRAGMA max_page_count = %d", n[0]+int64(pages)))
}

// LookAtFewest makes so many entries few for the views to come.
func (d *DB) LookAtFewest(n int) { d.fewest = n }
