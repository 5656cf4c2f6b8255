// Package store opens the record wherever it is kept: in a file of SQLite, or in a
// database of PostgreSQL where the place is an address, postgres://user@host/database.
package store

import (
	"context"
	"fmt"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/alert"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/store/postgres"
	"rapporteur/store/sqlite"
)

// Store is a record with who is let in, what is watched for and what is followed.
type Store interface {
	record.Store
	Access() access.Store
	Alerts() alert.Store
	Follows() follow.Store
	// Revision gives two numbers that tell whether anything may have changed: own counts
	// the changes of this process, all is another number after every change of any process.
	Revision(ctx context.Context) (own, all int64, err error)
	// Check has the store check all that it can compute by itself, and tells of each
	// problem until tell returns false.
	Check(ctx context.Context, tell func(record.Problem) bool) error
}

// Mode says what a record is opened for.
type Mode int

const (
	// Create opens a record to write, and makes a new one where there is none.
	Create = Mode(sqlite.Create)
	// Write opens a record that is there, and brings its schema up to date.
	Write = Mode(sqlite.Write)
	// Read opens a record that is there and changes nothing.
	Read = Mode(sqlite.Read)
)

// Open opens the record at a place.
func Open(ctx context.Context, place string, mode Mode) (Store, error) {
	if postgres.IsAddress(place) {
		return opened(postgres.Open(ctx, place, postgres.Mode(mode)))
	}
	return opened(sqlite.Open(ctx, place, sqlite.Mode(mode)))
}

// opened keeps a nil pointer from becoming a store.
func opened[S Store](s S, err error) (Store, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

// IsFile says whether a place is a file.
func IsFile(place string) bool { return !postgres.IsAddress(place) }

// Name is a place as it may be shown: an address without its password.
func Name(place string) string {
	if postgres.IsAddress(place) {
		return postgres.Name(place)
	}
	return place
}

// Inspect says in a line what the record at a place has.
func Inspect(ctx context.Context, place string) (fmt.Stringer, error) {
	if IsFile(place) {
		return sqlite.Inspect(ctx, place)
	}
	db, err := postgres.Open(ctx, place, postgres.Read)
	if err != nil {
		return nil, err
	}
	info, err := db.Inspect(ctx)
	if closed := db.Close(); err == nil {
		err = closed
	}
	return info, err
}

// Repair saves what can be saved of the record at a place, and gives what it did, a
// line each.
func Repair(ctx context.Context, place string, clock func() time.Time) ([]string, error) {
	if IsFile(place) {
		return repairFile(ctx, place, clock)
	}
	db, err := postgres.Open(ctx, place, postgres.Write)
	if err != nil {
		return nil, err
	}
	done, err := db.Repair(ctx, clock)
	if closed := db.Close(); err == nil {
		err = closed
	}
	lines := []string{fmt.Sprintf("repaired %s: %s", Name(place), done.Info)}
	for _, lost := range done.Lost {
		lines = append(lines, "removed: "+lost)
	}
	return lines, err
}

func repairFile(ctx context.Context, place string, clock func() time.Time) ([]string, error) {
	done, err := sqlite.Repair(ctx, place, clock)
	if err != nil {
		return nil, err
	}
	lines := []string{fmt.Sprintf("repaired %s: %s", place, done.Info), "the damaged record is kept as " + done.Kept}
	if done.Lost > 0 {
		lines = append(lines, fmt.Sprintf("%d rows could not be saved; they are set aside in %s", done.Lost, done.Aside))
	}
	for _, id := range done.Reread {
		lines = append(lines, "read again to have back what was lost of it: rapporteur reread "+id)
	}
	return lines, nil
}

// OnlyFiles refuses what is done to files alone to a place that is none.
func OnlyFiles(op, place, instead string) error {
	if IsFile(place) {
		return nil
	}
	return &rapporteur.Error{Code: rapporteur.Unsupported, Op: op + " " + Name(place), Message: instead}
}
