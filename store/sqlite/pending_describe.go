package sqlite

import (
	"encoding/json"
	"maps"
	"slices"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// description is how an entry is found.
type description struct {
	sort, members int
	terms         []int64
	since         int64
}

// descriptions gives how entries are found, by their numbers.
func (p *pending) descriptions(entries []int64) (map[int64]description, error) {
	ns, err := list(entries)
	if err != nil {
		return nil, err
	}
	out := map[int64]description{}
	return out, p.s.peek(func(r row) error {
		var n int64
		var d description
		var rising []byte
		err := r.Scan(&n, &d.sort, &rising, &d.since, &d.members)
		d.terms = packed.ReadRising(rising)
		out[n] = d
		return err
	}, "SELECT n, sort, terms, described, members FROM entries WHERE n IN (SELECT value FROM json_each(?))", ns)
}

// flushDescribed writes how older entries are found now.
func (p *pending) flushDescribed() error {
	if len(p.described) == 0 {
		return nil
	}
	entries := slices.Sorted(maps.Keys(p.described))
	was, err := p.descriptions(entries)
	if err != nil {
		return err
	}
	var terms []record.Term
	for _, n := range entries {
		terms = append(terms, p.described[n].terms...)
	}
	numbered, err := p.termNumbers(terms)
	if err != nil {
		return err
	}
	w := &rewriting{}
	for _, n := range entries {
		is := description{sort: p.described[n].sort, members: p.described[n].members, since: p.described[n].at}
		for _, t := range p.described[n].terms {
			is.terms = append(is.terms, numbered[t])
		}
		slices.Sort(is.terms)
		is.terms = slices.Compact(is.terms)
		p.compare(w, n, was[n], is)
	}
	clear(p.described)
	return p.rewrite(w)
}

// rewriting is what has to change in the tables of entries and terms, each list for
// json_each.
type rewriting struct {
	due     []int64
	gone    [][4]int64 // term, sort, entry, time
	entries []any      // number and all that is said of it, five values each
	members [][2]int64 // number of an entry and how many it has
}

// compare notes what changes in how an entry is found. What was true for no time at
// all is not remembered. A change by a clock that is behind that of the one before is at
// the same time as that: nothing is found by two descriptions at once.
func (p *pending) compare(w *rewriting, entry int64, was, is description) {
	if was.members > 0 {
		w.due = append(w.due, entry)
	}
	if was.sort == is.sort && slices.Equal(was.terms, is.terms) {
		if was.members != is.members {
			w.members = append(w.members, [2]int64{entry, int64(is.members)})
		}
		return
	}
	is.since = max(is.since, was.since)
	for _, term := range was.terms {
		stays := slices.Contains(is.terms, term)
		if !stays || was.sort != is.sort {
			w.gone = append(w.gone, [4]int64{term, int64(was.sort), entry, is.since})
		}
		if !stays {
			p.counts[term]--
		}
	}
	for _, term := range is.terms {
		had := slices.Contains(was.terms, term)
		if !had {
			p.counts[term]++
		}
		if !had || was.sort != is.sort {
			p.found = append(p.found, term, is.sort, entry, is.since, sealFound(term, is.sort, entry, is.since))
		}
	}
	w.entries = append(w.entries, entry, is.sort, packed.Rising(is.terms), is.since, is.members)
}

// rewrite carries the changes out.
func (p *pending) rewrite(w *rewriting) error {
	for _, one := range []struct {
		query string
		rows  any
		n     int
	}{
		{"DELETE FROM due WHERE entry IN (SELECT value FROM json_each(?))", w.due, len(w.due)},
		{`INSERT INTO found_past (term, sort, entry, since, until, seal)
SELECT f.term, f.sort, f.entry, f.since, j.value ->> 3, seal(f.term, f.sort, f.entry, f.since, j.value ->> 3)
FROM json_each(?) j CROSS JOIN found f ON f.term = j.value ->> 0 AND f.sort = j.value ->> 1 AND f.entry = j.value ->> 2 WHERE f.since < j.value ->> 3
ON CONFLICT DO UPDATE SET until = excluded.until, seal = excluded.seal`, w.gone, len(w.gone)},
		{"DELETE FROM found WHERE (term, sort, entry) IN (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?))", w.gone, len(w.gone)},
		{`UPDATE entries SET members = j.value ->> 1,
  seal = seal(entries.id, kind, minted, superseded_by, superseded_at, sort, terms, described, j.value ->> 1)
FROM json_each(?) j WHERE entries.n = j.value ->> 0`, w.members, len(w.members)},
	} {
		if one.n == 0 {
			continue
		}
		rows, err := json.Marshal(one.rows)
		if err != nil {
			return err
		}
		if err := p.s.do(one.query, string(rows)); err != nil {
			return err
		}
	}
	return p.s.insertMany("WITH v(n, sort, terms, described, members) AS (VALUES ", 5, w.entries, `)
UPDATE entries SET sort = v.sort, terms = v.terms, described = v.described, members = v.members,
  seal = seal(entries.id, kind, minted, superseded_by, superseded_at, v.sort, v.terms, v.described, v.members)
FROM v WHERE entries.n = v.n`)
}
