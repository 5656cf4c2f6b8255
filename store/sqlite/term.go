package sqlite

import (
	"maps"
	"slices"
	"time"

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

// description is how an entry is found.
type description struct {
	sort, members int
	terms         []int64
	since         int64
}

func (s *session) description(entry int64) (description, error) {
	var out description
	err := s.each(func(r row) error {
		var packed []byte
		err := r.Scan(&out.sort, &packed, &out.since, &out.members)
		out.terms = unpackRising(packed)
		return err
	}, "SELECT sort, terms, described, members FROM entries WHERE n = ?", entry)
	return out, err
}

// Describe implements record.Update.
func (s *session) Describe(entry int64, members, sort int, terms []record.Term, at time.Time) error {
	if e := s.pending.entries[entry]; e != nil {
		e.members, e.sort, e.terms, e.at = members, sort, terms, millis(at)
		return nil
	}
	was, err := s.description(entry)
	if err != nil {
		return err
	}
	is := description{sort: sort, since: millis(at)}
	numbered, err := s.termNumbers(terms)
	if err != nil {
		return err
	}
	for _, t := range terms {
		is.terms = append(is.terms, numbered[t])
	}
	slices.Sort(is.terms)
	is.terms = slices.Compact(is.terms)
	if was.members > 0 {
		if err := s.do("DELETE FROM due WHERE entry = ?", entry); err != nil {
			return err
		}
	}
	if was.sort == is.sort && slices.Equal(was.terms, is.terms) {
		if was.members == members {
			return nil
		}
		return s.do(`UPDATE entries SET members = ?1,
  seal = seal(id, kind, minted, superseded_by, superseded_at, sort, terms, described, ?1) WHERE n = ?2`, members, entry)
	}
	if err := s.forget(entry, was, is); err != nil {
		return err
	}
	if err := s.find(entry, was, is); err != nil {
		return err
	}
	return s.do(`UPDATE entries SET sort = ?1, terms = ?2, described = ?3, members = ?4,
  seal = seal(id, kind, minted, superseded_by, superseded_at, ?1, ?2, ?3, ?4) WHERE n = ?5`,
		is.sort, packRising(is.terms), is.since, members, entry)
}

// forget takes the terms away that an entry has no more. What was true for no
// time at all is not remembered.
func (s *session) forget(entry int64, was, is description) error {
	for _, term := range was.terms {
		stays := slices.Contains(is.terms, term)
		if stays && was.sort == is.sort {
			continue
		}
		err := s.do(`INSERT INTO found_past (term, sort, entry, since, until, seal)
SELECT term, sort, entry, since, ?4, seal(term, sort, entry, since, ?4) FROM found WHERE term = ?1 AND sort = ?2 AND entry = ?3 AND since < ?4
ON CONFLICT DO UPDATE SET until = excluded.until, seal = excluded.seal`, term, was.sort, entry, is.since)
		if err != nil {
			return err
		}
		if err := s.do("DELETE FROM found WHERE term = ? AND sort = ? AND entry = ?", term, was.sort, entry); err != nil {
			return err
		}
		if !stays {
			s.counts[term]--
		}
	}
	return nil
}

// find adds the terms that an entry did not have before.
func (s *session) find(entry int64, was, is description) error {
	var args []any
	for _, term := range is.terms {
		had := slices.Contains(was.terms, term)
		if !had {
			s.counts[term]++
		}
		if !had || was.sort != is.sort {
			args = append(args, term, is.sort, entry, is.since, sealFound(term, is.sort, entry, is.since))
		}
	}
	s.pending.found = append(s.pending.found, args...)
	return nil
}

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
