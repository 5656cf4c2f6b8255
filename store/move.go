package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"rapporteur"
	"rapporteur/store/postgres"
	"rapporteur/store/rows"
	"rapporteur/store/sqlite"
)

// Move copies the record at one place to another where there is none, row by row with
// all of its past, reads every row again where it was written, and tells how far it is.
// What was stopped goes on when it is begun again. The record that is moved stays, and is
// taken as it is at one moment.
func Move(ctx context.Context, from, to string, tell func(rows.Step)) error {
	op := "move to " + Name(to)
	if from == to {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "that is where the record is; name another place"}
	}
	source, err := openFrom(ctx, from)
	if err != nil {
		return err
	}
	target, err := openTo(ctx, Name(from), to)
	if err == nil {
		err = source.Copy(ctx, func(f rows.From) error { return rows.Move(ctx, f, target, tell) })
		if err == nil {
			err = target.Finish(ctx)
		}
		err = errors.Join(err, target.Close())
	}
	if err = errors.Join(err, source.Close()); err != nil || !IsFile(to) {
		return err
	}
	return named(op, unfinished(to), to)
}

// origin is a store whose rows are taken.
type origin interface {
	Copy(ctx context.Context, do func(rows.From) error) error
	Close() error
}

// goal is a store into which they are put.
type goal interface {
	rows.Store
	Finish(ctx context.Context) error
	Close() error
}

func openFrom(ctx context.Context, place string) (origin, error) {
	if IsFile(place) {
		return sqlite.Open(ctx, place, sqlite.Read)
	}
	return postgres.Open(ctx, place, postgres.Read)
}

// unfinished is the file of a move to a file that is on its way.
func unfinished(place string) string { return place + ".moving" }

// openTo opens the place to which a record is moved.
func openTo(ctx context.Context, from, place string) (goal, error) {
	if IsFile(place) {
		if _, err := os.Stat(place); !errors.Is(err, fs.ErrNotExist) {
			return nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "move to " + place, Message: "there is a file already; name another, or remove it"}
		}
		return sqlite.Open(ctx, unfinished(place), sqlite.Create)
	}
	db, err := postgres.Open(ctx, place, postgres.Move)
	if err != nil {
		return nil, err
	}
	if err := db.Begin(ctx, from); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// named gives a moved file the name that it shall have.
func named(op, from, to string) error {
	for _, end := range []string{"-wal", "-shm"} {
		if err := os.Remove(from + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: %w", op, err)
		}
	}
	if err := os.Rename(from, to); err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	return nil
}
