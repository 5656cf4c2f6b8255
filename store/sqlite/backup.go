package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"

	"rapporteur"
)

// Backup writes a copy of the record as it is now to a new file; others may go on
// writing. The copy is made beside the file, checked, and then gets its name: what
// has the name is whole. A file that is there already is Invalid.
func (d *DB) Backup(ctx context.Context, path string) (Info, error) {
	return d.backup(ctx, path, disk{})
}

func (d *DB) backup(ctx context.Context, path string, files disk) (Info, error) {
	op := "backup to " + path
	if _, err := os.Lstat(path); err == nil {
		return Info{}, &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "the file is there already; give another name"}
	}
	if err := folder(path); err != nil {
		return Info{}, err
	}
	if err := files.removeStale(path + ".part-"); err != nil {
		return Info{}, failure(op, err)
	}
	part := fmt.Sprintf("%s.part-%d", path, os.Getpid())
	info, err := d.copyTo(ctx, part, files)
	if err == nil {
		err = files.link(part, path) // fails where somebody else made the file meanwhile
		if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, os.ErrPermission) {
			err = files.rename(part, path)
		}
	}
	return info, failure(op, errors.Join(err, disk{}.removeRecord(part)))
}

// copyTo writes the record to a new file, without a log beside it, and checks it.
func (d *DB) copyTo(ctx context.Context, path string, files disk) (Info, error) {
	err := files.step("write", path, func() error { return d.vacuumInto(ctx, path) })
	if err == nil {
		err = files.sync(path)
	}
	if err != nil {
		return Info{}, err
	}
	return Inspect(ctx, path)
}

// vacuumInto has SQLite write a copy. It takes that for a change of the record,
// which a connection that only reads must be allowed for the moment.
func (d *DB) vacuumInto(ctx context.Context, path string) error {
	conn, err := d.db.Conn(ctx)
	if err != nil {
		return err
	}
	var readOnly bool
	err = conn.QueryRowContext(ctx, "PRAGMA query_only").Scan(&readOnly)
	if err == nil && readOnly {
		_, err = conn.ExecContext(ctx, "PRAGMA query_only = off")
	}
	if err == nil {
		_, err = conn.ExecContext(ctx, "VACUUM INTO ?", path)
	}
	if readOnly {
		_, back := conn.ExecContext(context.WithoutCancel(ctx), "PRAGMA query_only = on")
		err = errors.Join(err, back)
	}
	return errors.Join(err, conn.Close())
}

// Info is what a record is, without opening it for more than that.
type Info struct {
	Reports, Entries int
	// Schema is the version of its schema, Bytes the size of the file.
	Schema, Bytes int64
}

// String says it in a line: "49 reports, 120 entries, schema 3, 1.2 MB".
func (i Info) String() string {
	return fmt.Sprintf("%s, %s, schema %d, %s", plural(i.Reports, "report", "reports"), plural(i.Entries, "entry", "entries"), i.Schema, size(i.Bytes))
}

func plural(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

func size(bytes int64) string {
	switch {
	case bytes < 1e6:
		return fmt.Sprintf("%d kB", (bytes+999)/1000)
	case bytes < 1e9:
		return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
	}
	return fmt.Sprintf("%.1f GB", float64(bytes)/1e9)
}

// Inspect checks that a file is a record of a version that this program knows and
// that its pages are whole, and says what is in it. It changes nothing. Damaged,
// Unsupported, NotFound and Invalid are as in [Open].
func Inspect(ctx context.Context, path string) (Info, error) {
	if err := present(path, Read); err != nil {
		return Info{}, err
	}
	db, err := openToLook(path)
	if err != nil {
		return Info{}, failure("open "+path, err)
	}
	info, err := inspect(ctx, db)
	if stat, e := os.Stat(path); e == nil {
		info.Bytes = stat.Size()
	}
	return info, failure("open "+path, errors.Join(err, db.db.Close()))
}

func inspect(ctx context.Context, d *DB) (Info, error) {
	var info Info
	if err := ours(ctx, d.db, false); err != nil {
		return info, err
	}
	var err error
	if info.Schema, err = version(ctx, d.db); err != nil {
		return info, err
	}
	newest, err := newestVersion()
	if err == nil && info.Schema > newest {
		err = otherVersion(info.Schema, newest)
	}
	if err != nil {
		return info, err
	}
	wrong, err := d.pages(ctx)
	if err == nil && len(wrong) > 0 {
		err = &rapporteur.Error{Code: rapporteur.Damaged, Op: "open " + d.path, Message: "it is damaged: " + wrong[0] + "; `rapporteur verify` says more, `rapporteur repair` saves what can be saved"}
	}
	if err != nil {
		return info, err
	}
	err = d.db.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM entries WHERE superseded_by = 0)").Scan(&info.Reports, &info.Entries)
	return info, err
}
