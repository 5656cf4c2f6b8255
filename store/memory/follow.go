package memory

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"rapporteur/follow"
)

// Follows gives what is followed, and what was seen of it.
func (s *Store) Follows() follow.Store { return &s.follows }

// follows are what is followed. They change far more often than the record, and without
// it, so they are locked and copied by themselves.
type follows struct {
	mu  sync.RWMutex
	now followed
}

var _ follow.Store = (*follows)(nil)

// followed are the tables; the zero value is empty.
type followed struct {
	sources map[int64]follow.Source
	items   map[string]*follow.Item
	hosts   map[string]follow.Host
	pages   []follow.Page
	last    int64
	// before undoes what an update that fails has done.
	before []func()
}

var _ follow.Update = (*followed)(nil)

// View implements follow.Store.
func (f *follows) View(ctx context.Context, do func(follow.View) error) error {
	f.mu.RLock()
	defer f.mu.RUnlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	return do(&f.now)
}

// Update implements follow.Store.
func (f *follows) Update(ctx context.Context, do func(follow.Update) error) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	err := ctx.Err()
	if err != nil {
		return err
	}
	if err = do(&f.now); err == nil {
		err = ctx.Err()
	}
	for _, undo := range slices.Backward(f.now.before) {
		if err != nil {
			undo()
		}
	}
	f.now.before = nil
	return err
}

// set changes a row, so that it can be undone.
func set[K comparable, V any](f *followed, table *map[K]V, key K, value V) {
	if *table == nil {
		*table = map[K]V{}
	}
	old, had := (*table)[key]
	f.before = append(f.before, func() {
		if had {
			(*table)[key] = old
		} else {
			delete(*table, key)
		}
	})
	(*table)[key] = value
}

// drop takes a row away, so that it can be undone.
func drop[K comparable, V any](f *followed, table map[K]V, key K) {
	if old, had := table[key]; had {
		f.before = append(f.before, func() { table[key] = old })
		delete(table, key)
	}
}

// Sources implements follow.View.
func (f *followed) Sources() ([]follow.Source, error) {
	return pick(f.sources, numbers(f.sources)), nil
}

// Source implements follow.View.
func (f *followed) Source(id int64) (*follow.Source, error) {
	if s, ok := f.sources[id]; ok {
		return &s, nil
	}
	return nil, nil
}

// Items implements follow.View.
func (f *followed) Items(keys ...string) ([]follow.Item, error) {
	keys = slices.Clone(keys)
	slices.Sort(keys)
	var out []follow.Item
	for _, k := range slices.Compact(keys) {
		if it, ok := f.items[k]; ok {
			out = append(out, *it)
		}
	}
	return out, nil
}

// those gives the items that something holds of, by an order.
func (f *followed) those(is func(*follow.Item) bool, order func(a, b follow.Item) int) []follow.Item {
	var out []follow.Item
	for _, it := range f.items {
		if is(it) {
			out = append(out, *it)
		}
	}
	slices.SortFunc(out, func(a, b follow.Item) int { return cmp.Or(order(a, b), strings.Compare(a.Key, b.Key)) })
	return out
}

// ByGUID implements follow.View.
func (f *followed) ByGUID(source int64, guids ...string) ([]follow.Item, error) {
	return f.those(func(it *follow.Item) bool {
		return it.Source == source && it.GUID != "" && slices.Contains(guids, it.GUID)
	},
		func(follow.Item, follow.Item) int { return 0 }), nil
}

// Dues implements follow.View.
func (f *followed) Dues() (map[string]time.Time, error) {
	out := map[string]time.Time{}
	for _, it := range f.items {
		if first, ok := out[it.Host]; !it.Due.IsZero() && (!ok || it.Due.Before(first)) {
			out[it.Host] = it.Due
		}
	}
	return out, nil
}

// Due implements follow.View.
func (f *followed) Due(host string, at time.Time, limit int) ([]follow.Item, error) {
	return page(f.those(func(it *follow.Item) bool { return it.Host == host && !it.Due.IsZero() && !it.Due.After(at) },
		func(a, b follow.Item) int { return a.Due.Compare(b.Due) }), limit, 0), nil
}

// Counts implements follow.View.
func (f *followed) Counts() (map[int64]follow.Count, error) {
	out := map[int64]follow.Count{}
	for _, it := range f.items {
		c := out[it.Source]
		c.Items++
		switch it.State {
		case follow.Waiting:
			c.Waiting++
		case follow.Failed:
			c.Failed++
		}
		out[it.Source] = c
	}
	return out, nil
}

// Failed implements follow.View.
func (f *followed) Failed(limit int) ([]follow.Item, error) {
	return page(f.those(func(it *follow.Item) bool { return it.Problem != "" },
		func(a, b follow.Item) int { return b.Seen.Compare(a.Seen) }), limit, 0), nil
}

// Hosts implements follow.View.
func (f *followed) Hosts() ([]follow.Host, error) {
	return slices.SortedFunc(maps.Values(f.hosts), func(a, b follow.Host) int { return strings.Compare(a.Name, b.Name) }), nil
}

// Pages implements follow.View.
func (f *followed) Pages(of string) ([]follow.Page, error) {
	var out []follow.Page
	for _, p := range f.pages {
		if p.Report == of || p.Address == of {
			out = append(out, p)
		}
	}
	return out, nil
}

// PutSource implements follow.Update.
func (f *followed) PutSource(s follow.Source) (int64, error) {
	if s.ID == 0 {
		f.last++
		s.ID = f.last
	}
	set(f, &f.sources, s.ID, s)
	return s.ID, nil
}

// DropSource implements follow.Update.
func (f *followed) DropSource(id int64) error {
	drop(f, f.sources, id)
	for key, it := range f.items {
		if it.Source == id {
			drop(f, f.items, key)
		}
	}
	return nil
}

// PutItem implements follow.Update.
func (f *followed) PutItem(it follow.Item) error {
	set(f, &f.items, it.Key, &it)
	return nil
}

// DropItems implements follow.Update.
func (f *followed) DropItems(listedBefore time.Time) error {
	for key, it := range f.items {
		if it.Due.IsZero() && it.Listed.Before(listedBefore) {
			drop(f, f.items, key)
		}
	}
	return nil
}

// Forget implements follow.Update.
func (f *followed) Forget(reports ...string) error {
	for key, it := range f.items {
		if it.Report != "" && slices.Contains(reports, it.Report) {
			changed := *it
			changed.Due = time.Time{}
			set(f, &f.items, key, &changed)
		}
	}
	f.setPages(slices.DeleteFunc(slices.Clone(f.pages), func(p follow.Page) bool { return slices.Contains(reports, p.Report) }))
	return nil
}

// PutHost implements follow.Update.
func (f *followed) PutHost(h follow.Host) error {
	set(f, &f.hosts, h.Name, h)
	return nil
}

// PutPage implements follow.Update.
func (f *followed) PutPage(p follow.Page) error {
	f.setPages(append(slices.Clone(f.pages), p))
	return nil
}

func (f *followed) setPages(pages []follow.Page) {
	old := f.pages
	f.before = append(f.before, func() { f.pages = old })
	f.pages = pages
}
