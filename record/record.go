package record

import (
	"context"
	"time"
)

// update carries out a change of the shared record in one transaction and describes
// anew what it touched.
func (r *Record) update(ctx context.Context, do func(*batch) error) error {
	err := r.store.Update(ctx, func(tx Update) error {
		b := newBatch(tx, r.clock())
		if err := do(b); err != nil {
			return err
		}
		if err := (settling{clusters{b}}).settle(); err != nil {
			return err
		}
		return tx.Stamp(b.at)
	})
	if err == nil && r.Changed != nil {
		r.Changed()
	}
	return err
}

// Record is the record of many reports, kept in a store. It may be shared by
// goroutines; what changes it is done one after the other.
type Record struct {
	Reader
	clock func() time.Time
	// correctAs has a desk correct the record.
	correctAs func(ctx context.Context, r *Record, namespace string, demands []Demand) ([]Correction, error)
	// Changed is called behind each change that this process makes, and must not wait; nil
	// for nobody. It is set before the record is used.
	Changed func()
}
