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
	kept map[offer]offered
}

// offer is what is offered to whom: a field, at a desk.
type offer struct {
	namespace string
	field     record.Field
}

// offered are the values of a field as they were at a time.
type offered struct {
	at     time.Time
	values []record.Value
}

// of gives the values of a field, those with most entries first.
func (v *values) of(ctx context.Context, r *record.Record, field record.Field, now time.Time) ([]record.Value, error) {
	what := offer{r.Namespace(ctx), field}
	v.mu.Lock()
	have, ok := v.kept[what]
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
		v.kept = map[offer]offered{}
	}
	v.kept[what] = offered{now, all}
	return all, nil
}
