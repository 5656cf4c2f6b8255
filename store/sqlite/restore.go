package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"time"

	"rapporteur"

	lib "modernc.org/sqlite/lib"
)

// Restored says what Restore did.
type Restored struct {
	Info
	// Kept is where a damaged record was put that could not be opened, empty if
	// there was none.
	Kept string
}

// Restore puts a backup in the place of a record. The backup must be a whole record
// of a version that is known. It is copied beside the record, brought up to date,
// and then takes its place by one rename: at every moment, and whatever fails, the
// old record or the new one is there, whole. While another process writes, it is
// refused as Busy. A record that cannot be opened is kept under another name.
func Restore(ctx context.Context, backup, path string) (Restored, error) {
	return restore(ctx, backup, path, disk{})
}

func restore(ctx context.Context, backup, path string, files disk) (Restored, error) {
	op := "restore " + backup
	info, err := Inspect(ctx, backup)
	if err != nil {
		return Restored{}, err
	}
	if same(backup, path) {
		return Restored{}, &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "the backup is the record itself"}
	}
	if err := files.removeStale(path + ".restoring-"); err != nil {
		return Restored{}, failure(op, err)
	}
	fresh := fmt.Sprintf("%s.restoring-%d", path, os.Getpid())
	kept, err := place(ctx, backup, fresh, path, files)
	if err != nil {
		return Restored{}, failure(op, errors.Join(err, disk{}.removeRecord(fresh)))
	}
	return Restored{Info: info, Kept: kept}, nil
}

// place makes the new record and puts it where the old one is.
func place(ctx context.Context, backup, fresh, path string, files disk) (string, error) {
	from, err := openToLook(backup)
	if err != nil {
		return "", err
	}
	_, err = from.copyTo(ctx, fresh, files)
	if err = errors.Join(err, from.db.Close()); err != nil {
		return "", err
	}
	if err := upToDate(ctx, fresh); err != nil {
		return "", err
	}
	if err := files.sync(fresh); err != nil {
		return "", err
	}
	return exchange(ctx, fresh, path, files)
}

// upToDate brings a copy up to date and leaves it without a log beside it.
func upToDate(ctx context.Context, path string) error {
	d, err := Open(ctx, path, Write)
	if err != nil {
		return err
	}
	if err := d.Close(); err != nil {
		return err
	}
	if logged(path) {
		return errors.New("its log could not be folded in")
	}
	return nil
}

// exchange puts a whole record in the place of one that may be there; it says
// where the old one went if that cannot be opened.
func exchange(ctx context.Context, fresh, path string, files disk) (string, error) {
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		// A log without its record would be taken for that of the new one.
		if err := errors.Join(files.remove(path+"-wal"), files.remove(path+"-shm")); err != nil {
			return "", err
		}
		return "", files.rename(fresh, path)
	}
	release, err := claim(ctx, path)
	switch {
	case err == nil:
		defer release()
		return "", files.rename(fresh, path)
	case primary(err) == lib.SQLITE_BUSY || primary(err) == lib.SQLITE_LOCKED:
		return "", err
	}
	return setAside(fresh, path, files)
}

// claim takes the record for itself: its log is folded into it and goes, and
// nobody else can write until release. Whoever waits to write then opens the new
// record, or fails.
func claim(ctx context.Context, path string) (release func(), err error) {
	q := "?mode=rw&_pragma=busy_timeout(10000)"
	db, err := sql.Open("sqlite", "file:"+escapePath(path)+q)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	for _, step := range []string{"PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = DELETE", "BEGIN EXCLUSIVE"} {
		if err == nil {
			_, err = db.ExecContext(ctx, step)
		}
	}
	if err == nil && logged(path) {
		err = errors.New("its log could not be folded in")
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return func() { _ = db.Close() }, nil // nothing was changed, and the file is no longer the record
}

// setAside gives a record that cannot be opened a second name, with its log, before
// the new one takes the first.
func setAside(fresh, path string, files disk) (string, error) {
	kept := freeName(fmt.Sprintf("%s.damaged-%s", path, time.Now().UTC().Format("20060102T150405")))
	for _, end := range []string{"", "-wal"} {
		if _, err := os.Lstat(path + end); err == nil {
			if err := files.link(path+end, kept+end); err != nil {
				return "", err
			}
		}
	}
	if err := errors.Join(files.remove(path+"-wal"), files.remove(path+"-shm"), files.remove(path+"-journal")); err != nil {
		return "", err
	}
	return kept, files.rename(fresh, path)
}

// freeName is a path, or that path with the first number that makes it free.
func freeName(path string) string {
	free := path
	for n := 2; ; n++ {
		if _, err := os.Lstat(free); errors.Is(err, os.ErrNotExist) {
			return free
		}
		free = fmt.Sprintf("%s-%d", path, n)
	}
}

// same says whether two paths name one file.
func same(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
