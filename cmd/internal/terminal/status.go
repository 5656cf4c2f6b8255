package terminal

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"rapporteur"
)

// Exit statuses, a promise to scripts; the table is printed by --help.
const (
	statusOK = iota
	statusInternal
	statusUsage
	statusUnreadable
	statusUnsupported
	statusEmpty
	statusForbidden
	statusNotFound
	statusDamaged
	statusBusy
	statusNoSpace
	statusOverQuota
	statusInterrupted = 130 // as shells have it: 128 and the signal's number
)

var statuses = map[rapporteur.Code]int{
	rapporteur.Internal:    statusInternal,
	rapporteur.Invalid:     statusUsage,
	rapporteur.Unreadable:  statusUnreadable,
	rapporteur.Unsupported: statusUnsupported,
	rapporteur.Empty:       statusEmpty,
	rapporteur.Forbidden:   statusForbidden,
	rapporteur.NotFound:    statusNotFound,
	rapporteur.Damaged:     statusDamaged,
	rapporteur.Busy:        statusBusy,
	rapporteur.NoSpace:     statusNoSpace,
	rapporteur.OverQuota:   statusOverQuota,
	rapporteur.Interrupted: statusInterrupted,
}

// ExitStatuses explains them.
func ExitStatuses() string {
	return strings.Join([]string{
		"Exit status: 0 all well; 1 internal error; 2 wrong usage; 3 cannot be opened or fetched;",
		"4 not a kind of text that is read; 5 no text in it; 6 an address that is refused;",
		"7 no record at that path; 8 a damaged record or backup; 9 a record that another",
		"process is writing to; 10 no room on the disk; 11 more than a desk may have; 130",
		"interrupted. Of several Failures the first one counts.",
	}, "\n")
}

// Failures are the errors of several inputs, in the order of the inputs.
type Failures []error

func (f Failures) Error() string   { return errors.Join(f...).Error() }
func (f Failures) Unwrap() []error { return f }

// Of gives the failures among so many reports as an error, nil for none.
func (f Failures) Of(reports int) error {
	switch n := len(f); n {
	case 0:
		return nil
	case 1:
		return f
	default:
		return append(f[:n:n], fmt.Errorf("%d of %d reports failed", n, reports))
	}
}

// Behind gives the failures of reports behind what ended the run.
func (f Failures) Behind(err error) error {
	if len(f) == 0 {
		return err
	}
	return append(Failures{err}, f...)
}

// Report prints each failure on a line of its own and gives the exit status.
func Report(c *Console, err error) int {
	if err == nil {
		return statusOK
	}
	var told *toldError
	if errors.As(err, &told) {
		if told.count != "" {
			c.Fail("%s", told.count)
		}
		return statuses[rapporteur.CodeOf(told.first)]
	}
	all := Failures{err}
	errors.As(err, &all)
	for _, e := range all {
		c.Fail("%v", e)
	}
	if errors.Is(all[0], context.Canceled) {
		return statusInterrupted
	}
	return statuses[rapporteur.CodeOf(all[0])]
}
