package sqlite

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"syscall"
	"time"

	"rapporteur"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// primary is SQLite's result code of an error, without what extends it; 0 for an
// error that is not SQLite's. See https://www.sqlite.org/rescode.html.
func primary(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

// failure says in the program's words what SQLite reported.
func failure(op string, err error) error {
	var ours *rapporteur.Error
	if err == nil || errors.As(err, &ours) {
		return err
	}
	code, message := rapporteur.Internal, ""
	switch primary(err) {
	case lib.SQLITE_FULL:
		code, message = rapporteur.NoSpace, noSpace
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		code, message = rapporteur.Busy, "another process is writing to the record; try again when it is done"
	case lib.SQLITE_CORRUPT:
		code, message = rapporteur.Damaged, "the record is damaged; `rapporteur verify` says where, `rapporteur repair` saves what can be saved"
	case lib.SQLITE_NOTADB:
		code, message = rapporteur.Unsupported, "not a record: the file is no database"
	case lib.SQLITE_READONLY, lib.SQLITE_PERM, lib.SQLITE_CANTOPEN:
		code, message = rapporteur.Unreadable, "the file or its folder cannot be written to"
	case lib.SQLITE_IOERR:
		code, message = rapporteur.Unreadable, "the disk reports an error"
		if full(err) {
			code, message = rapporteur.NoSpace, noSpace
		}
	default:
		if full(err) {
			code, message = rapporteur.NoSpace, noSpace
		}
	}
	return &rapporteur.Error{Code: code, Op: op, Message: message, Err: err}
}

const noSpace = "no room left on the disk; what was kept before is whole. Free some space, or move the record, and start again: it goes on where it stopped"

// full says whether the system had no room.
func full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EFBIG) || strings.Contains(err.Error(), "no space left")
}

// patiently tries again while other processes open or migrate the same record.
func patiently(ctx context.Context, do func() error) error {
	deadline := time.Now().Add(busy)
	for wait := time.Millisecond; ; wait = min(2*wait, 200*time.Millisecond) {
		err := do()
		if err == nil || !passing(err) || time.Now().After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		case <-time.After(wait + rand.N(wait)):
		}
	}
}

// passing says whether an error comes of another process that opens or migrates
// the file at this moment.
func passing(err error) bool {
	switch primary(err) {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED, lib.SQLITE_SCHEMA, lib.SQLITE_PROTOCOL:
		return true
	}
	text := err.Error()
	return strings.Contains(text, "already exists") || strings.Contains(text, "duplicate column") || strings.Contains(text, "database is locked")
}
