package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"rapporteur"
	"rapporteur/record"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks the file as one of ours: "Rapp" as a number. Files of the
// first two versions of the schema do not have it.
const applicationID = 0x52617070

// ours refuses the file of another program. An empty file is nobody's yet.
func ours(ctx context.Context, db *sql.DB, emptyToo bool) error {
	var id, tables, known int64
	err := db.QueryRowContext(ctx, `SELECT (SELECT application_id FROM pragma_application_id), count(*),
  coalesce(sum(name IN ('reports', 'bodies', 'members', 'entries', 'goose_db_version')), 0)
FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).Scan(&id, &tables, &known)
	switch {
	case err != nil:
		return err
	case id == applicationID || id == 0 && known == 5 || id == 0 && tables == known && emptyToo:
		return nil
	case tables == 0:
		return &rapporteur.Error{Code: rapporteur.Damaged, Op: "open", Message: "the file is an empty database, not a record"}
	}
	return &rapporteur.Error{Code: rapporteur.Unsupported, Op: "open", Message: "an SQLite file of another program, not a record; name the record with --db"}
}

// provider gives the migrations.
func provider(db *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, db, files)
}

// migrate brings the schema up to what this program knows.
func migrate(ctx context.Context, db *sql.DB) error {
	p, err := provider(db)
	if err != nil {
		return err
	}
	have, want, err := p.GetVersions(ctx)
	if err != nil || have == want {
		return err
	}
	if have > want {
		return otherVersion(have, want)
	}
	_, err = p.Up(ctx)
	return err
}

// version is that of the schema of a file; it changes nothing.
func version(ctx context.Context, db *sql.DB) (int64, error) {
	var n int64
	err := db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&n)
	return n, err
}

// newestVersion is the version that this program knows.
func newestVersion() (int64, error) {
	files, err := fs.Glob(migrations, "migrations/*.sql")
	return int64(len(files)), err
}

func otherVersion(have, want int64) error {
	message := fmt.Sprintf("it is of an older version (schema %d, this program reads %d); `rapporteur migrate` brings it up to date, back it up first", have, want)
	if have > want {
		message = fmt.Sprintf("it was written by a newer version of the program (schema %d, this one knows %d); upgrade", have, want)
	}
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: "open", Message: message}
}

// settle does the work that migrations leave to the program.
func (d *DB) settle(ctx context.Context) error {
	owed := map[string]bool{}
	err := d.writer.each(func(r row) error {
		var what string
		err := r.Scan(&what)
		owed[what] = true
		return err
	}, "SELECT what FROM owing")
	if err != nil || len(owed) == 0 {
		return err
	}
	return d.Update(ctx, func(u record.Update) error {
		if owed["keys"] {
			if err := record.Rekey(ctx, u); err != nil {
				return err
			}
		}
		if owed["seals"] || owed["further"] {
			if err := errors.Join(record.Locate(ctx, u), d.writer.seal()); err != nil {
				return err
			}
		}
		if owed["words"] {
			if err := d.writer.reword(); err != nil {
				return err
			}
		}
		return d.writer.do("DELETE FROM owing")
	})
}
