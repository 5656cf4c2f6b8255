package postgres

import (
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
	out := map[int64]description{}
	return out, p.peek(func(r row) error {
		var n int64
		var d description
		var rising []byte
		err := r.Scan(&n, &d.sort, &rising, &d.since, &d.members)
		d.terms = packed.ReadRising(rising)
		out[n] = d
		return err
	}, "SELECT n, sort, terms, described, members FROM entries WHERE n = ANY($1::bigint[])", entries)
}

// flushDescribed writes how older entries are found now.
func (p *pending) flushDescribed() error {
	if len(p.described) == 0 {
		return nil
	}
	entries := slices.Sorted(maps.Keys(p.described))
	var terms []record.Term
	for _, n := range entries {
		terms = append(terms, p.described[n].terms...)
	}
	if err := p.claimed(lines(terms)); err != nil {
		return err
	}
	was, err := p.descriptions(entries)
	if err != nil {
		return err
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
	if err := p.claimLeft(w.gone.term); err != nil {
		return err
	}
	return p.rewrite(w)
}

// claimLeft claims the lines that entries leave.
func (p *pending) claimLeft(terms []int64) error {
	if p.claims == nil || len(terms) == 0 {
		return nil
	}
	var left []record.Term
	err := p.peek(func(r row) error {
		var t record.Term
		err := r.Scan(&t.Name, &t.Value)
		left = append(left, t)
		return err
	}, "SELECT name, value FROM terms WHERE n = ANY($1::bigint[]) AND name = $2", terms, record.Followed)
	if err != nil {
		return err
	}
	return p.claimed(lines(left))
}

// rewriting is what has to change in the tables of entries and terms, column by column.
type rewriting struct {
	due     []int64
	gone    foundRows // since is the time from which they are gone
	entries struct {
		n, sort, described, members []int64
		terms                       [][]byte
	}
	members struct{ n, members []int64 }
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
			w.members.n, w.members.members = append(w.members.n, entry), append(w.members.members, int64(is.members))
		}
		return
	}
	is.since = max(is.since, was.since)
	for _, term := range was.terms {
		stays := slices.Contains(is.terms, term)
		if !stays || was.sort != is.sort {
			w.gone.add(term, was.sort, entry, is.since)
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
			p.found.add(term, is.sort, entry, is.since)
		}
	}
	e := &w.entries
	e.n, e.sort, e.described, e.members = append(e.n, entry), append(e.sort, int64(is.sort)), append(e.described, is.since), append(e.members, int64(is.members))
	e.terms = append(e.terms, packed.Rising(is.terms))
}

// rewrite carries the changes out.
func (p *pending) rewrite(w *rewriting) error {
	const gone = "unnest($1::bigint[], $2::bigint[], $3::bigint[]"
	g, e := w.gone, w.entries
	for _, one := range []struct {
		n     int
		query string
		args  []any
	}{
		{len(w.due), "DELETE FROM due WHERE entry = ANY($1::bigint[])", []any{w.due}},
		{len(g.term), `INSERT INTO found_past (term, sort, entry, since, until)
SELECT f.term, f.sort, f.entry, f.since, j.at FROM ` + gone + `, $4::bigint[]) j(term, sort, entry, at)
JOIN found f ON f.term = j.term AND f.sort = j.sort AND f.entry = j.entry WHERE f.since < j.at
ON CONFLICT (term, sort, entry, since) DO UPDATE SET until = excluded.until`, []any{g.term, g.sort, g.entry, g.since}},
		{len(g.term), "DELETE FROM found f USING " + gone + ") j(term, sort, entry) WHERE f.term = j.term AND f.sort = j.sort AND f.entry = j.entry", []any{g.term, g.sort, g.entry}},
		{len(w.members.n), "UPDATE entries SET members = j.members FROM unnest($1::bigint[], $2::bigint[]) j(n, members) WHERE entries.n = j.n", []any{w.members.n, w.members.members}},
		{len(e.n), `UPDATE entries SET sort = j.sort, terms = j.terms, described = j.described, members = j.members
FROM unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bigint[], $5::bigint[]) j(n, sort, terms, described, members) WHERE entries.n = j.n`,
			[]any{e.n, e.sort, e.terms, e.described, e.members}},
	} {
		if one.n == 0 {
			continue
		}
		if err := p.do(one.query, one.args...); err != nil {
			return err
		}
	}
	return nil
}
