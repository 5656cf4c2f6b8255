package postgres

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"rapporteur"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrating is the advisory lock of whoever changes the schema, writing that of updates.
const (
	migrating = 0x52617070_0001
	writing   = 0x52617070_0002
	entering  = 0x52617070_0003 // users, keys and sessions
	alerting  = 0x52617070_0004 // rules of alerts and what they tell
	stamping  = 0x52617070_0005 // stamps, which are numbered in the order in which they are committed
	following = 0x52617070_0006 // what is followed
	dividing  = 0x52617070_0007 // partitions by month
)

// bringUp checks whose tables there are, and changes them to what this program knows.
func (d *DB) bringUp(ctx context.Context) error {
	have, err := d.version(ctx)
	if err != nil {
		return err
	}
	newest, err := newestVersion()
	switch {
	case err != nil:
		return err
	case have == newest:
		return d.whole(ctx)
	case have > newest || have > 0 && d.mode == Read:
		return otherVersion(have, newest)
	case have == 0 && d.mode != Create && d.mode != Move:
		return &rapporteur.Error{Code: rapporteur.NotFound, Op: "open " + d.name, Message: "no record in this database; `rapporteur add` makes one"}
	}
	conn, err := d.pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	return d.migrate(ctx, conn)
}

// migrate carries the migrations out, one process at a time.
func (d *DB) migrate(ctx context.Context, conn *pgxpool.Conn) error {
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", migrating); err != nil {
		return err
	}
	files, err := fs.Sub(migrations, "migrations")
	if err == nil {
		db := stdlib.OpenDBFromPool(d.pool)
		var p *goose.Provider
		if p, err = goose.NewProvider(goose.DialectPostgres, db, files); err == nil {
			_, err = p.Up(ctx)
		}
		err = errors.Join(err, db.Close())
	}
	_, unlocked := conn.Exec(ctx, "SELECT pg_advisory_unlock($1)", migrating)
	return errors.Join(err, unlocked)
}

// version is that of the schema, 0 where there is none yet. Tables of another program
// are refused.
func (d *DB) version(ctx context.Context) (int64, error) {
	var ours, reports bool
	err := d.pool.QueryRow(ctx, "SELECT to_regclass('goose_db_version') IS NOT NULL, to_regclass('reports') IS NOT NULL").Scan(&ours, &reports)
	if err != nil {
		return 0, err
	}
	if !ours && reports {
		return 0, &rapporteur.Error{Code: rapporteur.Unsupported, Op: "open " + d.name, Message: "tables of another program stand in this database; name one of the record's own"}
	}
	if !ours {
		return 0, nil
	}
	var n int64
	err = d.pool.QueryRow(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&n)
	return n, err
}

// newestVersion is the version that this program knows.
func newestVersion() (int64, error) {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	return int64(len(files)), err
}

// whole refuses a record into which another is being moved, but to whoever moves it.
func (d *DB) whole(ctx context.Context) error {
	if d.mode == Move {
		return nil
	}
	var moving bool
	err := d.pool.QueryRow(ctx, "SELECT EXISTS (SELECT 1 FROM numbers WHERE name LIKE 'moving %')").Scan(&moving)
	if err == nil && moving {
		return &rapporteur.Error{Code: rapporteur.Busy, Op: "open " + d.name, Message: "a record is being moved here, or was until that was stopped; `rapporteur move` goes on where it stopped"}
	}
	return err
}

func notEmpty(op string) error {
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "there is a record already; name an empty place"}
}

func otherVersion(have, want int64) error {
	message := fmt.Sprintf("it is of an older version (schema %d, this program reads %d); `rapporteur migrate` brings it up to date, back it up first", have, want)
	if have > want {
		message = fmt.Sprintf("it was written by a newer version of the program (schema %d, this one knows %d); upgrade", have, want)
	}
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: "open", Message: message}
}
