package rapporteur

import (
	"errors"
	"fmt"
)

// Code says what kind of failure an error is; commands map it to their exit
// status and servers to theirs, in one place each.
type Code string

const (
	// Unreadable input could not be opened or fetched.
	Unreadable Code = "unreadable"
	// Unsupported input is of no kind that the program reads.
	Unsupported Code = "unsupported"
	// Empty input holds no words.
	Empty Code = "empty"
	// Forbidden input is an address that the program refuses to fetch.
	Forbidden Code = "forbidden"
	// Invalid is a value that the user gave and that cannot be used.
	Invalid Code = "invalid"
	// NotFound is a record that does not exist at the path given.
	NotFound Code = "not-found"
	// Damaged is a record, or a backup of one, that lost something.
	Damaged Code = "damaged"
	// Busy is a record that another process is writing to.
	Busy Code = "busy"
	// OverQuota is more than a desk may have, or do in a day.
	OverQuota Code = "over-quota"
	// NoSpace is a disk without room for what is to be written.
	NoSpace Code = "no-space"
	// Interrupted is work that was called off before its end.
	Interrupted Code = "interrupted"
	// Internal is everything else.
	Internal Code = "internal"
)

// Error is a failure with its code, the operation that failed and a hint that
// the user can act on.
type Error struct {
	Code Code
	// Op is what was being done, "read talks.pdf".
	Op string
	// Message says what is wrong and what to do, in lower case.
	Message string
	Err     error
}

func (e *Error) Error() string {
	switch {
	case e.Message == "" && e.Err != nil:
		return fmt.Sprintf("%s: %v", e.Op, e.Err)
	case e.Err != nil:
		return fmt.Sprintf("%s: %s: %v", e.Op, e.Message, e.Err)
	default:
		return fmt.Sprintf("%s: %s", e.Op, e.Message)
	}
}

func (e *Error) Unwrap() error { return e.Err }

// CodeOf gives the code of an error, Internal for one that has none.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}
