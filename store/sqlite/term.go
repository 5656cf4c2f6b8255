package sqlite

import (
	"maps"
	"slices"

	"rapporteur/record"
)

// termCache remembers the numbers of the terms used last.
type termCache struct{ young, old map[record.Term]int64 }

// cached is the number of terms after which the older half is forgotten.
const cached = 20000

func (c *termCache) get(t record.Term) (int64, bool) {
	if n, ok := c.young[t]; ok {
		return n, true
	}
	n, ok := c.old[t]
	return n, ok
}

func (c *termCache) put(t record.Term, n int64) {
	if c.young == nil || len(c.young) > cached {
		c.young, c.old = map[record.Term]int64{}, c.young
	}
	c.young[t] = n
}

func (c *termCache) forget() { c.young, c.old = nil, nil }

// termRow is the number of a term and how many entries have it.
type termRow struct{ number, entries int64 }

// lookUp gives the terms that there are. A view looks each up once.
func (s *session) lookUp(terms []record.Term) (map[record.Term]termRow, error) {
	out := map[record.Term]termRow{}
	var ask [][2]string
	for _, t := range terms {
		if row, known := s.seen[t]; !known {
			ask = append(ask, [2]string{t.Name, t.Value})
		} else if row.number != 0 {
			out[t] = row
		}
	}
	wanted, err := list(ask)
	if err != nil || len(ask) == 0 {
		return out, err
	}
	err = s.each(func(r row) error {
		var t record.Term
		var found termRow
		err := r.Scan(&found.number, &t.Name, &t.Value, &found.entries)
		if s.pending != nil { // what the update has changed is not yet written
			found.entries += s.pending.counts[found.number]
		}
		out[t] = found
		return err
	}, "SELECT t.n, t.name, t.value, t.entries FROM json_each(?) j CROSS JOIN terms t ON t.name = j.value ->> 0 AND t.value = j.value ->> 1", wanted)
	if s.seen != nil {
		for _, pair := range ask {
			t := record.Term{Name: pair[0], Value: pair[1]}
			s.seen[t] = out[t]
		}
	}
	return out, err
}

// Having implements record.View.
func (s termTable) Having(terms ...record.Term) (map[record.Term]int, error) {
	found, err := s.lookUp(terms)
	out := map[record.Term]int{}
	for t, row := range found {
		if row.entries > 0 {
			out[t] = int(row.entries)
		}
	}
	return out, err
}

// count writes down how many entries have each term now, once an update.
func (p *pending) count() error {
	var changed [][2]int64
	for _, term := range slices.Sorted(maps.Keys(p.counts)) {
		if n := p.counts[term]; n != 0 {
			changed = append(changed, [2]int64{term, n})
		}
	}
	if len(changed) == 0 {
		return nil
	}
	rows, err := list(changed)
	if err != nil {
		return err
	}
	return p.s.do("UPDATE terms SET entries = entries + (j.value ->> 1) FROM json_each(?) j WHERE terms.n = j.value ->> 0", rows)
}

// Values implements record.View.
func (s termTable) Values(terms ...string) (map[string][]record.Value, error) {
	names, err := list(terms)
	if err != nil {
		return nil, err
	}
	out := map[string][]record.Value{}
	return out, s.each(func(r row) error {
		var name string
		var v record.Value
		err := r.Scan(&name, &v.Value, &v.Entries)
		out[name] = append(out[name], v)
		return err
	}, "SELECT name, value, entries FROM terms WHERE name IN (SELECT value FROM json_each(?)) ORDER BY name, entries DESC, value", names)
}

// IDs implements record.View.
func (s entryTable) IDs(prefix string, limit int) ([]string, error) {
	var out []string
	last := prefix + "\U0010FFFF"
	err := s.each(func(r row) error {
		var id string
		err := r.Scan(&id)
		out = append(out, id)
		return err
	}, "SELECT id FROM entries WHERE id BETWEEN ?1 AND ?2 UNION SELECT id FROM reports WHERE id BETWEEN ?1 AND ?2 ORDER BY 1 LIMIT ?3", prefix, last, limit)
	return out, err
}
