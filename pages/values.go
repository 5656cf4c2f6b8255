package pages

import (
	"context"
	"sync"
	"time"

	"rapporteur/record"
)

// fresh is how long the values that a form offers may be old: to ask for all of them
// costs a large record more than the list itself.
const fresh = time.Minute

// values remembers what forms offer; safe for use by several goroutines.
type values struct {
	mu   sync.Mutex
	kept map[record.Field]offered
}

// offered are the values of a field as they were at a time.
type offered struct {
	at     time.Time
	values []record.Value
}

// of gives the values of a field, those with most entries first.
func (v *values) of(ctx context.Context, r *record.Record, field record.Field, now time.Time) ([]record.Value, error) {
	v.mu.Lock()
	have, ok := v.kept[field]
	v.mu.Unlock()
	if ok && now.Sub(have.at).Abs() < fresh && len(have.values) > 0 {
		return have.values, nil
	}
	all, err := r.Values(ctx, field)
	if err != nil {
		return nil, err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.kept == nil {
		v.kept = map[record.Field]offered{}
	}
	v.kept[field] = offered{now, all}
	return all, nil
}
