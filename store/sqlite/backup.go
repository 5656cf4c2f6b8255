package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"rapporteur"
)

// Backup writes a copy of the record as it is now to a new file; others may go on
// writing. A file that is there already is Invalid.
func (d *DB) Backup(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err == nil {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "backup to " + path, Message: "the file is there already; give another name"}
	}
	_, err := d.db.ExecContext(ctx, "VACUUM INTO ?", path)
	if err != nil {
		return fmt.Errorf("backup to %s: %w", path, err)
	}
	return nil
}

// Check has the database check itself: its pages, its indexes and the index of
// words. It gives what is wrong, nothing if all is well.
func (d *DB) Check(ctx context.Context) ([]string, error) {
	var out []string
	rows, err := d.db.QueryContext(ctx, "PRAGMA integrity_check")
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		if line != "ok" {
			out = append(out, line)
		}
	}
	return out, errors.Join(rows.Err(), rows.Close())
}

// Restore puts a backup in the place of a record that nobody has open. The backup
// must open and be whole. It is copied beside the record first and then renamed,
// so that at every moment either the old or the new record is there.
func Restore(ctx context.Context, backup, path string) error {
	fresh := path + ".restoring"
	if err := copyFile(backup, fresh); err != nil {
		return err
	}
	err := whole(ctx, fresh)
	for _, end := range []string{"-wal", "-shm"} {
		if err == nil {
			err = dropFile(path + end) // of the record that goes
		}
	}
	if err == nil {
		err = os.Rename(fresh, path)
	}
	if err != nil {
		return errors.Join(err, dropFile(fresh))
	}
	return nil
}

// whole opens a copy, brings it up to date and checks it.
func whole(ctx context.Context, path string) error {
	d, err := Open(ctx, path)
	if err != nil {
		return err
	}
	wrong, err := d.Check(ctx)
	if err == nil && len(wrong) > 0 {
		err = &rapporteur.Error{Code: rapporteur.Invalid, Op: "restore", Message: "the backup is damaged: " + wrong[0]}
	}
	return errors.Join(err, d.Close())
}

func dropFile(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// copyFile copies a file and has the copy written to the disk.
func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "restore " + filepath.Base(from), Err: errors.Unwrap(err)}
	}
	defer func() { _ = in.Close() }() // nothing was written
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Sync()
}
