package terminal

import "fmt"

// Told counts the failures of inputs that are told as they come, since so many may fail
// that they are not kept.
type Told struct {
	first error
	n     int
}

// Tell prints a failure on a line of its own.
func (t *Told) Tell(c *Console, err error) {
	if t.n++; t.first == nil {
		t.first = err
	}
	c.Fail("%v", err)
}

// Of gives the failures among so many reports as an error, nil for none. Report prints
// how many they are; the first decides the exit status.
func (t *Told) Of(reports int) error {
	if t.n == 0 {
		return nil
	}
	out := &toldError{first: t.first}
	if t.n > 1 {
		out.count = fmt.Sprintf("%d of %d reports failed", t.n, reports)
	}
	return out
}

// toldError is failures that were printed.
type toldError struct {
	first error
	// count says how many they are, empty for one.
	count string
}

func (e *toldError) Error() string {
	if e.count == "" {
		return e.first.Error()
	}
	return e.count
}

func (e *toldError) Unwrap() error { return e.first }
