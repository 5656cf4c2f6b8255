package service

import (
	"context"

	"rapporteur/follow"
	"rapporteur/record"
)

// Desk is a desk of those that share a record, with what it has.
type Desk struct {
	record.Namespace
	Holding Held `json:"holding"`
}

// Held is what a desk has.
type Held struct {
	record.Holding
	// Follows are the sources that it follows.
	Follows int `json:"follows"`
}

// heldBy counts what a desk has.
func heldBy(ctx context.Context, r *record.Record, follows follow.Store, name string) (h Held, err error) {
	if h.Holding, err = r.Holding(ctx, name); err != nil {
		return h, err
	}
	own, err := follow.Choose(ctx, follows, name, nil)
	h.Follows = len(own)
	return h, err
}

// DeskFollows gives the desk in whose name a record is asked, as package follow needs it.
func DeskFollows(ctx context.Context, r *record.Record) (follow.Desk, error) {
	name := r.Namespace(ctx)
	if name == "" {
		return follow.Desk{}, nil
	}
	desk, err := r.Desk(ctx, name)
	return follow.Desk{Name: name, Most: desk.Follows}, err
}

// UsualQuota is what a desk may have unless something else is said: more than persons
// write by hand, and as many reports as a laptop reads in a day.
func UsualQuota() record.Quota {
	return record.Quota{ReportsADay: 200_000, Corrections: 2_000, Dossiers: 500, Follows: 1_000, Names: 20_000}
}

// AddDesk makes a desk.
func AddDesk(ctx context.Context, r *record.Record, name string, q record.Quota) error {
	if err := checkQuota(&q); err != nil {
		return err
	}
	return r.AddNamespace(ctx, name, q)
}

// SetQuota says how much a desk may have from now on.
func SetQuota(ctx context.Context, r *record.Record, name string, set func(*record.Quota)) (record.Namespace, error) {
	var q record.Quota
	set(&q)
	if err := checkQuota(&q); err != nil {
		return record.Namespace{}, err
	}
	return r.SetQuota(ctx, name, set)
}

// checkQuota refuses what nobody can have.
func checkQuota(q *record.Quota) error {
	if min(q.ReportsADay, q.Corrections, q.Dossiers, q.Follows, q.Names) < 0 {
		return invalid("namespace quota", "a desk cannot have fewer than none; give a number, or 0 for any number")
	}
	return nil
}

// DropDesk forgets a desk, follows for it no longer, and says what it had.
func DropDesk(ctx context.Context, r *record.Record, follows follow.Store, name string) (Held, error) {
	had, err := heldBy(ctx, r, follows, name)
	if err != nil {
		return had, err
	}
	own, err := follow.Choose(ctx, follows, name, nil)
	if err == nil {
		err = follow.Drop(ctx, follows, name, own)
	}
	if err != nil {
		return had, err
	}
	return had, r.DropNamespace(ctx, name)
}

// Desks lists the desks with what each has.
func Desks(ctx context.Context, r *record.Record, follows follow.Store) ([]Desk, error) {
	all, err := r.Namespaces(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]Desk, 0, len(all))
	for _, n := range all {
		holding, err := heldBy(ctx, r, follows, n.Name)
		if err != nil {
			return nil, err
		}
		out = append(out, Desk{n, holding})
	}
	return out, nil
}
