package record

import (
	"time"

	"rapporteur"
)

// Record is the record of many reports, kept in a store. It may be shared by
// goroutines; what changes it is done one after the other.
type Record struct {
	Reader
	clock func() time.Time
}

// New makes a record of what a store keeps. The clock says when something came.
func New(store Store, clock func() time.Time) *Record { return &Record{Reader{store}, clock} }

// unknown is the error for an id that the record does not have.
func unknown(op, what, id string) error {
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: "the record has no " + what + " " + id}
}

// invalid is the error for a value that cannot be used.
func invalid(op, hint string) error {
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: op, Message: hint}
}
