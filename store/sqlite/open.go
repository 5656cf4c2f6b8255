package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"sync"
	"time"

	"rapporteur"
	"rapporteur/record"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver
)

// busy is how long a process waits for another one that writes.
const busy = 30 * time.Second

//go:embed migrations/*.sql
var migrations embed.FS

// DB is a record in a file.
type DB struct {
	db    *sql.DB
	write sync.Mutex
	// writer is the one connection that changes the file, idle those that read.
	writer *session
	mu     sync.Mutex
	idle   []*session
	terms  termCache
}

var _ record.Store = (*DB)(nil)

// Open opens a record, or makes a new one where the file is not there. A file
// that is no database, or of a newer program, is Invalid.
func Open(ctx context.Context, path string) (*DB, error) {
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		return nil, failure(path, err)
	}
	s := &DB{db: db}
	if err := s.start(ctx); err != nil {
		return nil, failure(path, errors.Join(err, db.Close()))
	}
	return s, nil
}

// dsn sets what holds for every connection.
func dsn(path string) string {
	q := url.Values{"_pragma": {
		fmt.Sprintf("busy_timeout(%d)", busy.Milliseconds()),
		"journal_mode(wal)", "synchronous(full)", "foreign_keys(off)",
		"cache_size(-8192)", "wal_autocheckpoint(4000)", "temp_store(memory)", "journal_size_limit(67108864)",
	}}
	return (&url.URL{Scheme: "file", Opaque: url.PathEscape(path), RawQuery: q.Encode()}).String()
}

func (d *DB) start(ctx context.Context) error {
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
	return d.rekey(ctx)
}

// rekey makes the keys that a migration has thrown away.
func (d *DB) rekey(ctx context.Context) error {
	owing, err := d.writer.numbers("SELECT count(*) FROM owing WHERE what = 'keys'")
	if err != nil || owing[0] == 0 {
		return err
	}
	return d.Update(ctx, func(u record.Update) error {
		if err := record.Rekey(ctx, u); err != nil {
			return err
		}
		return d.writer.do("DELETE FROM owing WHERE what = 'keys'")
	})
}

// migrate brings the schema up to what this program knows.
func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		return err
	}
	have, want, err := p.GetVersions(ctx)
	if err != nil {
		return err
	}
	if have > want {
		return fmt.Errorf("it was written by a newer version of the program (schema %d, this one knows %d); upgrade", have, want)
	}
	if have == want {
		return nil
	}
	_, err = p.Up(ctx)
	return err
}

func failure(path string, err error) error {
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: "open " + path, Message: "not a record that can be used", Err: err}
}

// Close closes the file.
func (d *DB) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := append(d.idle, d.writer)
	d.idle = nil
	var errs []error
	for _, s := range all {
		errs = append(errs, s.close())
	}
	return errors.Join(append(errs, d.db.Close())...)
}
