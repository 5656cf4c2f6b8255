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

// Having implements record.View.
func (s *session) Having(terms ...record.Term) (map[record.Term]int, error) {
	var ask [][2]string
	for _, t := range terms {
		ask = append(ask, [2]string{t.Name, t.Value})
	}
	out := map[record.Term]int{}
	wanted, err := list(ask)
	if err != nil || len(ask) == 0 {
		return out, err
	}
	return out, s.each(func(r row) error {
		var t record.Term
		var n, number int64
		err := r.Scan(&number, &t.Name, &t.Value, &n)
		if n += s.counts[number]; n > 0 { // what the update has changed is not yet written
			out[t] = int(n)
		}
		return err
	}, "SELECT t.n, t.name, t.value, t.entries FROM json_each(?) j CROSS JOIN terms t ON t.name = j.value ->> 0 AND t.value = j.value ->> 1", wanted)
}

// count writes down how many entries have each term now, once an update.
func (s *session) count() error {
	var changed [][2]int64
	for _, term := range slices.Sorted(maps.Keys(s.counts)) {
		if n := s.counts[term]; n != 0 {
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
	return s.do("UPDATE terms SET entries = entries + (j.value ->> 1) FROM json_each(?) j WHERE terms.n = j.value ->> 0", rows)
}

// Values implements record.View.
func (s *session) Values(term string) ([]record.Value, error) {
	var out []record.Value
	err := s.each(func(r row) error {
		var v record.Value
		err := r.Scan(&v.Value, &v.Entries)
		out = append(out, v)
		return err
	}, "SELECT value, entries FROM terms WHERE name = ? ORDER BY entries DESC, value", term)
	return out, err
}

// IDs implements record.View.
func (s *session) IDs(prefix string, limit int) ([]string, error) {
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
