package postgres

import (
	"maps"
	"slices"
	"sync"

	"rapporteur/record"
	"rapporteur/store/rows"
)

// termCache remembers the numbers of the terms used last. Terms are never removed.
type termCache struct {
	mu         sync.Mutex
	young, old map[record.Term]int64
}

// forget forgets all of them.
func (c *termCache) forget() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.young, c.old = nil, nil
}

// cached is the number of terms after which the older half is forgotten.
const cached = 20000

func (c *termCache) get(t record.Term) int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n, ok := c.young[t]; ok {
		return n
	}
	return c.old[t]
}

func (c *termCache) put(t record.Term, n int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.young == nil || len(c.young) > cached {
		c.young, c.old = map[record.Term]int64{}, c.young
	}
	c.young[t] = n
}

// clean is a text as PostgreSQL takes it.
func clean(text string) string { return rows.Clean(text) }

// termRow is the number of a term and how many entries have it.
type termRow struct{ number, entries int64 }

// lookUp gives the terms that there are. A view looks each up once.
func (s *session) lookUp(terms []record.Term) (map[record.Term]termRow, error) {
	out := map[record.Term]termRow{}
	var ask []record.Term
	for _, t := range terms {
		if row, known := s.seen[t]; !known {
			ask = append(ask, t)
		} else if row.number != 0 {
			out[t] = row
		}
	}
	if len(ask) == 0 {
		return out, nil
	}
	names, values := pairs(ask)
	err := s.each(func(r row) error {
		var t record.Term
		var found termRow
		err := r.Scan(&found.number, &t.Name, &t.Value, &found.entries)
		if s.pending != nil {
			s.pending.fresh[t] = found.number
		}
		if s.pending != nil { // what the update has changed is not yet written
			found.entries += s.pending.counts[found.number]
		}
		out[t] = found
		return err
	}, "SELECT DISTINCT t.n, t.name, t.value, t.entries FROM unnest($1::text[], $2::text[]) j(name, value) JOIN terms t ON t.name = j.name AND t.value = j.value", names, values)
	if s.seen != nil {
		for _, t := range ask {
			s.seen[t] = out[t]
		}
	}
	return out, err
}

// Having implements record.View.
func (s termTable) Having(terms ...record.Term) (map[record.Term]int, error) {
	if err := s.follow(terms); err != nil {
		return nil, err
	}
	found, err := s.lookUp(terms)
	out := map[record.Term]int{}
	for t, row := range found {
		if row.entries > 0 {
			out[t] = int(row.entries)
		}
	}
	return out, err
}

// follow claims the lines that an update asks for; of other terms it must be alone.
func (s *session) follow(terms []record.Term) error {
	claimed := lines(terms)
	if len(claimed) < len(terms) {
		if err := s.aloneOnly(); err != nil {
			return err
		}
	}
	return s.claimed(claimed)
}

// count writes down how many entries have each term now, once an update, in the order
// of the terms, as others wait for their rows.
func (p *pending) count() error {
	var terms, more []int64
	for _, term := range slices.Sorted(maps.Keys(p.counts)) {
		if n := p.counts[term]; n != 0 {
			terms, more = append(terms, term), append(more, n)
		}
	}
	if len(terms) == 0 {
		return nil
	}
	if p.claims != nil {
		if err := p.do("SELECT n FROM terms WHERE n = ANY($1::bigint[]) ORDER BY n FOR NO KEY UPDATE", terms); err != nil {
			return err
		}
	}
	return p.do("UPDATE terms SET entries = entries + j.more, had = true FROM unnest($1::bigint[], $2::bigint[]) j(n, more) WHERE terms.n = j.n", terms, more)
}

// Values implements record.View.
func (s termTable) Values(terms ...string) (map[string][]record.Value, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	out := map[string][]record.Value{}
	return out, s.each(func(r row) error {
		var name string
		var v record.Value
		err := r.Scan(&name, &v.Value, &v.Entries)
		out[name] = append(out[name], v)
		return err
	}, "SELECT name, value, entries FROM terms WHERE name = ANY($1::text[]) AND had ORDER BY name, entries DESC, value", terms)
}

// IDs implements record.View.
func (s entryTable) IDs(prefix string, most int) ([]string, error) {
	if err := s.aloneOnly(); err != nil {
		return nil, err
	}
	var out []string
	last := prefix + "\U0010FFFF"
	err := s.each(func(r row) error {
		var id string
		err := r.Scan(&id)
		out = append(out, id)
		return err
	}, "SELECT id FROM entries WHERE id BETWEEN $1 AND $2 UNION SELECT id FROM reports WHERE id BETWEEN $1 AND $2 ORDER BY 1 LIMIT $3", clean(prefix), clean(last), most)
	return out, err
}
