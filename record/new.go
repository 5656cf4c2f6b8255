package record

import "time"

// NewReader makes a reader of what a store keeps.
func NewReader(store Store) Reader { return readerOf(store, &desks{}) }

func readerOf(store Store, d *desks) Reader { return Reader{store: store, as: d.as} }

// New makes a record of what a store keeps. The clock says when something came.
func New(store Store, clock func() time.Time) *Record {
	d := &desks{}
	return &Record{Reader: readerOf(store, d), clock: clock, correctAs: d.correct}
}
