package postgres

import (
	"context"
	"errors"
	"net"
	"strings"
	"syscall"

	"rapporteur"

	"github.com/jackc/pgx/v5/pgconn"
)

// state is the SQLSTATE of an error, empty for one that is not the server's. See
// https://www.postgresql.org/docs/current/errcodes-appendix.html.
func state(err error) string {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// cause is an error of the server without what its parameters may give away.
func cause(err error) error {
	var e *pgconn.PgError
	if errors.As(err, &e) {
		return errors.New(e.Message + " (" + e.Code + ")")
	}
	var connect *pgconn.ConnectError
	if errors.As(err, &connect) {
		var op *net.OpError
		if errors.As(err, &op) {
			return op
		}
		return nil
	}
	return err
}

// failure says in the program's words what went wrong.
func failure(op string, err error) error {
	var ours *rapporteur.Error
	if err == nil || errors.As(err, &ours) {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) && state(err) == "" {
		return err
	}
	code, message := told(err)
	return &rapporteur.Error{Code: code, Op: op, Message: message, Err: cause(err)}
}

// told is the code and the hint for an error.
func told(err error) (rapporteur.Code, string) {
	s := state(err)
	switch {
	case s == "28P01" || s == "28000":
		return rapporteur.Forbidden, "the server does not let this user in; check the name and the password in the address (PGPASSFILE keeps the password out of it) and the server's pg_hba.conf"
	case s == "3D000":
		return rapporteur.NotFound, "there is no such database; `createdb` makes one"
	case s == "42501" || s == "25006":
		return rapporteur.Forbidden, "the user may not do that in this database; it needs the right to create tables in its schema and to write to them, or the server is a standby that is only read"
	case s == "53100":
		return rapporteur.NoSpace, "no room left on the server's disk; what was kept before is whole. Free some space and start again: it goes on where it stopped"
	case s == "53300":
		return rapporteur.Busy, "the server has as many connections as it allows; end some, or raise max_connections"
	case s == "55P03" || s == "40001" || s == "40P01":
		return rapporteur.Busy, "others are writing to the record; try again when they are done"
	case s == "XX001" || s == "XX002":
		return rapporteur.Damaged, "the server finds the database damaged; restore it from a backup of PostgreSQL's"
	case strings.HasPrefix(s, "57P"):
		return rapporteur.Busy, "the server is starting or stopping; try again in a moment"
	case s == "" && lost(err):
		return rapporteur.Unreadable, "the server cannot be reached; check that it runs, and the host and port in the address"
	}
	return rapporteur.Internal, ""
}

// lost says whether the connection could not be made or broke.
func lost(err error) bool {
	var connect *pgconn.ConnectError
	var op *net.OpError
	return errors.As(err, &connect) || errors.As(err, &op) || errors.Is(err, net.ErrClosed) || errors.Is(err, syscall.EPIPE) ||
		errors.Is(err, syscall.ECONNRESET) || pgconn.Timeout(err) || strings.Contains(err.Error(), "unexpected EOF") || strings.Contains(err.Error(), "conn closed")
}

// passing says whether an update that failed so may succeed if it is done again: what
// it wanted was another's, or another was first.
func passing(err error) bool {
	switch state(err) {
	case "40001", "40P01", "55P03", "23505":
		return true
	}
	return false
}

// gone says whether the server went away while something was done.
func gone(err error) bool {
	s := state(err)
	return strings.HasPrefix(s, "57P") || strings.HasPrefix(s, "08") || s == "" && lost(err)
}
