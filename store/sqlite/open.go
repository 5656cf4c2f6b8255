package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"rapporteur"
	"rapporteur/record"

	_ "modernc.org/sqlite" // the driver
	lib "modernc.org/sqlite/lib"
)

// busy is how long a process waits for another one that writes.
const busy = 30 * time.Second

// DB is a record in a file.
type DB struct {
	path  string
	db    *sql.DB
	write sync.Mutex
	// writer is the one connection that changes the file, nil where it is only read;
	// idle are those that read.
	writer *session
	mu     sync.Mutex
	idle   []*session
	terms  termCache
	// changes counts what this process changed; watcher sees what any does.
	changes atomic.Int64
	// named counts the connections that read.
	named   atomic.Int64
	watch   sync.Mutex
	watcher *session
	// before is called with each statement of a view from now on, where it is not nil.
	before func(query string) error
	// fewest is the number of entries that views look at one by one, where it is not the
	// usual one.
	fewest int
}

var _ record.Store = (*DB)(nil)

// Mode says what a record is opened for.
type Mode int

const (
	// Create opens a record to write, and makes a new one where there is none.
	Create Mode = iota
	// Write opens a record that is there, and brings its schema up to date.
	Write
	// Read opens a record that is there and changes nothing, neither the file nor
	// what stands beside it; the medium may be read-only.
	Read
)

// Open opens the record at a path. There being none is NotFound in the modes
// Write and Read; a file of another program is Unsupported, one that is broken
// Damaged, one of another version of this program Invalid. Several processes may
// open, and bring up to date, one record at once.
func Open(ctx context.Context, path string, mode Mode) (*DB, error) {
	if err := present(path, mode); err != nil {
		return nil, err
	}
	var d *DB
	err := patiently(ctx, func() (err error) {
		d, err = openOnce(ctx, path, mode)
		return err
	})
	if err != nil && mode == Read && primary(err) == lib.SQLITE_CANTOPEN && logged(path) {
		return nil, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "open " + path, Err: err,
			Message: "a log stands beside it (" + filepath.Base(path) + "-wal) with changes that are not yet in it, and nothing can be written here; copy it, with the log, to where you can write"}
	}
	if err != nil {
		return nil, failure("open "+path, err)
	}
	return d, nil
}

func openOnce(ctx context.Context, path string, mode Mode) (*DB, error) {
	db, err := sql.Open("sqlite", dsn(path, mode))
	if err != nil {
		return nil, err
	}
	d := &DB{path: path, db: db}
	if mode == Read {
		err = d.startReading(ctx)
	} else {
		err = d.start(ctx)
	}
	if err != nil {
		if d.writer != nil {
			err = errors.Join(err, d.writer.close())
		}
		return nil, errors.Join(err, db.Close())
	}
	return d, nil
}

// present checks that there is a file to open.
func present(path string, mode Mode) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return &rapporteur.Error{Code: rapporteur.Unsupported, Op: "open " + path, Message: "a folder, not a record; name the file"}
	case err == nil && info.Size() == 0 && mode != Create:
		return &rapporteur.Error{Code: rapporteur.Damaged, Op: "open " + path, Message: "the file is empty; restore a backup, or remove it and add reports"}
	case errors.Is(err, os.ErrNotExist) && mode != Create:
		return &rapporteur.Error{Code: rapporteur.NotFound, Op: "open " + path, Message: "no record at " + path + "; `rapporteur add` makes one, --db or RAPPORTEUR_DB names another"}
	case errors.Is(err, os.ErrNotExist):
		return folder(path)
	case err != nil:
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "open " + path, Err: errors.Unwrap(err)}
	}
	return nil
}

// folder checks that a new file has a folder to stand in.
func folder(path string) error {
	dir := filepath.Dir(path)
	if _, err := os.Stat(dir); err != nil {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "open " + path, Message: "there is no folder " + dir + "; make it first"}
	}
	return nil
}

// dsn sets what holds for every connection. What is only read is opened to write
// nonetheless where that leaves no trace, since SQLite then shares the file
// with those who write; a log that another process left is not folded in.
func dsn(path string, mode Mode) string {
	pragmas := []string{
		fmt.Sprintf("busy_timeout(%d)", busy.Milliseconds()), "foreign_keys(off)", "cache_size(-8192)", "temp_store(memory)",
	}
	q := url.Values{}
	switch {
	case mode != Read:
		pragmas = append(pragmas, "journal_mode(wal)", "synchronous(full)", "wal_autocheckpoint(4000)", "journal_size_limit(67108864)")
		if mode == Write {
			q.Set("mode", "rw")
		}
	case logged(path):
		q.Set("mode", "ro")
	case writable(path):
		q.Set("mode", "rw")
		pragmas = append(pragmas, "query_only(on)")
	default:
		q.Set("mode", "ro")
		q.Set("immutable", "1")
	}
	q["_pragma"] = pragmas
	return (&url.URL{Scheme: "file", Opaque: escapePath(path), RawQuery: q.Encode()}).String()
}

func escapePath(path string) string { return url.PathEscape(path) }

// openToLook opens a file to read it, whatever it is.
func openToLook(path string) (*DB, error) {
	db, err := sql.Open("sqlite", dsn(path, Read))
	if err != nil {
		return nil, err
	}
	return &DB{path: path, db: db}, nil
}

// logged says whether a log with changes stands beside a record: somebody writes
// now, or died while writing.
func logged(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

// writable says whether the file and its folder can be written to.
func writable(path string) bool {
	f, err := os.OpenFile(path, os.O_WRONLY, 0) // before SQLite has the file open, as closing it would drop its locks
	if err != nil {
		return false
	}
	if f.Close() != nil {
		return false
	}
	return folderWritable(filepath.Dir(path))
}

// start brings a record up to date and prepares to write.
func (d *DB) start(ctx context.Context) error {
	if err := ours(ctx, d.db, true); err != nil {
		return err
	}
	if err := migrate(ctx, d.db); err != nil {
		return err
	}
	var err error
	if d.writer, err = newSession(ctx, d.db); err != nil {
		return err
	}
	if err := d.writer.do("PRAGMA cache_size = -131072"); err != nil { // KiB; there is one writer and there may be many readers
		return err
	}
	return d.settle(ctx)
}

// startReading checks that a record can be read as it is.
func (d *DB) startReading(ctx context.Context) error {
	if err := ours(ctx, d.db, false); err != nil {
		return err
	}
	have, err := version(ctx, d.db)
	if err != nil {
		return err
	}
	newest, err := newestVersion()
	if err == nil && have != newest {
		err = otherVersion(have, newest)
	}
	return err
}

// Close closes the file.
func (d *DB) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := d.idle
	if d.writer != nil {
		all = append(all, d.writer)
	}
	d.idle = nil
	d.watch.Lock()
	defer d.watch.Unlock()
	if d.watcher != nil {
		all = append(all, d.watcher)
		d.watcher = nil
	}
	var errs []error
	for _, s := range all {
		errs = append(errs, s.close())
	}
	return errors.Join(append(errs, d.db.Close())...)
}
