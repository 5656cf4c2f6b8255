package cache

import (
	"container/list"
	"context"
	"fmt"
	"sync"
	"time"
)

// Cache remembers answers by keys. It may be shared by goroutines.
type Cache[V any] struct {
	options Options
	weigh   func(V) int64
	makers  chan struct{}

	mu     sync.Mutex
	known  map[string]*list.Element // of *item[V]
	recent *list.List               // the last to be asked for first
	size   int64
	making map[string]*making[V]
	// renewing says that an answer is being made anew: one at a time, and with a rest
	// until rested that is as long as it took, so that those who wait for one that is not
	// there go first.
	renewing bool
	rested   time.Time
	counts   Counts
}

// Counts say how often an answer was there already.
type Counts struct {
	// Known are answers given as they were, Old those of them that were made anew
	// meanwhile, Made those that had to be made first.
	Known, Old, Made int64
}

// item is an answer that is remembered.
type item[V any] struct {
	key      string
	value    V
	weight   int64
	revision Revision
	made     time.Time
}

// making is an answer that is being made, for everybody who asks for it meanwhile.
type making[V any] struct {
	revision Revision
	renews   bool
	done     chan struct{}
	// waiting counts those who wait; when the last of them is gone it is given up.
	waiting  int
	give     context.CancelFunc
	value    V
	err      error
	panicked any
}

// New makes a cache; weigh says how many bytes an answer takes.
func New[V any](o Options, weigh func(V) int64) *Cache[V] {
	return &Cache[V]{options: o, weigh: weigh, makers: make(chan struct{}, max(1, o.Makers)),
		known: map[string]*list.Element{}, recent: list.New(), making: map[string]*making[V]{}}
}

// Make makes an answer; keep says whether it may be remembered. Its context outlives
// that of whoever asked first, and has the same values.
type Make[V any] func(context.Context) (answer V, keep bool, err error)

// Get gives the answer of a key. A panic of what makes it is one of everybody who waits
// for it.
func (c *Cache[V]) Get(ctx context.Context, key string, do Make[V]) (V, error) {
	revision, err := c.options.Revision(ctx)
	if err != nil {
		var none V
		return none, err
	}
	c.mu.Lock()
	value, found, renew := c.find(key, revision)
	m := c.making[key]
	if m != nil && m.revision.Own != revision.Own {
		m = nil // what was changed since is not in it
	}
	if renew = renew && m == nil && !c.renewing && !c.options.Now().Before(c.rested); m == nil && (!found || renew) {
		m = &making[V]{revision: revision, renews: renew, done: make(chan struct{})}
		c.making[key], c.renewing = m, c.renewing || renew
		var lasting context.Context
		lasting, m.give = context.WithCancel(context.WithoutCancel(ctx))
		go c.make(lasting, key, m, do)
	}
	if !found {
		m.waiting++
	}
	c.count(found, renew)
	c.mu.Unlock()
	if found {
		return value, nil
	}
	select {
	case <-m.done:
	case <-ctx.Done():
		c.leave(key, m)
		return value, ctx.Err()
	}
	if m.panicked != nil {
		panic(m.panicked)
	}
	return m.value, m.err
}

// leave takes one away from those who wait for an answer.
func (c *Cache[V]) leave(key string, m *making[V]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if m.waiting--; m.waiting > 0 {
		return
	}
	m.give()
	if c.making[key] == m {
		delete(c.making, key)
	}
}

// find gives an answer that is remembered and may be given, and whether it is to be made
// anew meanwhile.
func (c *Cache[V]) find(key string, now Revision) (value V, found, renew bool) {
	at, ok := c.known[key]
	if !ok {
		return value, false, false
	}
	it := at.Value.(*item[V])
	age := c.options.Now().Sub(it.made)
	good := c.options.Age
	if it.revision != now {
		good = min(good, c.options.Fresh)
	}
	if it.revision.Own != now.Own || age < 0 || age >= good+c.options.Stale {
		return value, false, false
	}
	c.recent.MoveToFront(at)
	return it.value, true, age >= good
}

// make makes an answer when one of the makers is free.
func (c *Cache[V]) make(ctx context.Context, key string, m *making[V], do Make[V]) {
	keep, began := false, c.options.Now()
	defer func() {
		if m.panicked = recover(); m.panicked != nil {
			keep = false
			m.err = fmt.Errorf("an answer failed: %v", m.panicked)
		}
		m.give()
		c.mu.Lock()
		if c.making[key] == m {
			delete(c.making, key)
		}
		if m.renews {
			c.renewing, c.rested = false, c.options.Now().Add(c.options.Now().Sub(began))
		}
		if keep && m.err == nil {
			c.keep(key, m)
		}
		c.mu.Unlock()
		close(m.done)
	}()
	select {
	case c.makers <- struct{}{}:
		defer func() { <-c.makers }()
	case <-ctx.Done():
		m.err = ctx.Err()
		return
	}
	m.value, keep, m.err = do(ctx)
}

// keep remembers an answer, and forgets those asked for longest ago where there is no
// room. One that would take an eighth of the room is not kept.
func (c *Cache[V]) keep(key string, m *making[V]) {
	weight := c.weigh(m.value) + int64(len(key))
	if weight > c.options.Size/8 {
		return
	}
	if at, ok := c.known[key]; ok {
		if at.Value.(*item[V]).revision.Own > m.revision.Own {
			return
		}
		c.forget(at)
	}
	c.known[key] = c.recent.PushFront(&item[V]{key, m.value, weight, m.revision, c.options.Now()})
	c.size += weight
	for c.size > c.options.Size {
		c.forget(c.recent.Back())
	}
}

func (c *Cache[V]) forget(at *list.Element) {
	it := c.recent.Remove(at).(*item[V])
	delete(c.known, it.key)
	c.size -= it.weight
}

func (c *Cache[V]) count(found, renew bool) {
	switch {
	case renew:
		c.counts.Old++
		c.counts.Known++
	case found:
		c.counts.Known++
	default:
		c.counts.Made++
	}
}

// Counts gives how often answers were there.
func (c *Cache[V]) Counts() Counts {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.counts
}
