package cache

import (
	"context"
	"time"
)

// Revision is how the record stands: another one if it may have changed.
type Revision struct {
	// Own counts the changes that this process has made, All changes with every change of
	// any.
	Own, All int64
}

// Options say how long answers are remembered.
type Options struct {
	// Revision tells how the record stands.
	Revision func(context.Context) (Revision, error)
	// Size is the number of bytes that answers may take together.
	Size int64
	// Fresh is how long an answer is given that another process may have made old, Stale
	// how much longer while it is made anew.
	Fresh, Stale time.Duration
	// Age is how long an answer is given at all: it may name today.
	Age time.Duration
	// Makers is the number of answers that are made side by side.
	Makers int
	Now    func() time.Time
}

// Usual are the options of a server.
func Usual(revision func(context.Context) (Revision, error), makers int) Options {
	return Options{Revision: revision, Size: 64 << 20, Fresh: 3 * time.Second, Stale: 2 * time.Minute, Age: time.Minute, Makers: makers, Now: time.Now}
}
