package postgres

import (
	"reflect"

	"rapporteur/record"
)

// inStretches answers queries of one condition and of days alone by one statement, the
// same for however many there are, so that it is planned once. An entry comes as often as it
// has terms of the condition.
const inStretches = `SELECT ` + entryColumns + `, c.query, c.sort FROM (
SELECT *, dense_rank() OVER (PARTITION BY query ORDER BY down, last) AS place FROM (
SELECT j.query, j.most, p.sort, p.entry, -p.sort AS down, -p.entry AS last
FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[]) j(query, term, first, last, most, skipped)
CROSS JOIN LATERAL (SELECT f.sort, f.entry FROM found f WHERE f.term = j.term AND f.sort BETWEEN j.first AND j.last
  ORDER BY f.sort DESC, f.entry DESC LIMIT j.most OFFSET j.skipped) p
UNION ALL SELECT j.query, j.most, p.sort, p.entry, p.sort, p.entry
FROM unnest($7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[]) j(query, term, first, last, most, skipped)
CROSS JOIN LATERAL (SELECT f.sort, f.entry FROM found f WHERE f.term = j.term AND f.sort BETWEEN j.first AND j.last
  ORDER BY f.sort, f.entry LIMIT j.most OFFSET j.skipped) p
) every) c JOIN entries e ON e.n = c.entry WHERE c.most IS NULL OR c.place <= c.most ORDER BY c.query, c.place`

// stretch reports whether a query asks for nothing but one condition and days.
func stretch(q record.Query) bool {
	if len(q.All) != 1 || len(q.All[0]) == 0 {
		return false
	}
	return reflect.DeepEqual(q, record.Query{All: q.All, From: q.From, To: q.To, Limit: q.Limit, Offset: q.Offset, Oldest: q.Oldest})
}

// stretches are queries of one direction, column by column.
type stretches struct {
	query, term, first, last, skipped []int64
	most                              []*int64
}

// add adds a term of a query. Of several terms each gives all that may be on the page.
func (t *stretches) add(n int, term int64, q record.Query) {
	if len(q.All[0]) > 1 && q.Limit > 0 {
		q.Limit += q.Offset
	}
	if len(q.All[0]) > 1 {
		q.Offset = 0
	}
	t.query, t.term = append(t.query, int64(n)), append(t.term, term)
	t.first, t.last = append(t.first, int64(q.From)), append(t.last, int64(q.To))
	t.most, t.skipped = append(t.most, limit(q.Limit)), append(t.skipped, int64(q.Offset))
}

func (t *stretches) columns() []any {
	return []any{t.query, t.term, t.first, t.last, t.most, t.skipped}
}

// entriesInStretches answers queries that are stretches.
func (s entryTable) entriesInStretches(queries []record.Query) ([][]record.EntryRow, error) {
	numbers, err := s.numbersOf(queries)
	if err != nil {
		return nil, err
	}
	var newest, oldest stretches
	for i, q := range queries {
		to := &newest
		if q.Oldest {
			to = &oldest
		}
		for _, t := range q.All[0] {
			if term := numbers[t]; term != 0 { // else nothing has it
				to.add(i, term, q)
			}
		}
	}
	out := make([][]record.EntryRow, len(queries))
	err = s.each(func(r row) error {
		var i, sort int
		e, err := scanEntry(r, &i, &sort)
		e.Sort = sort
		if n := len(out[i]); n == 0 || out[i][n-1].Number != e.Number {
			out[i] = append(out[i], e)
		}
		return err
	}, inStretches, append(newest.columns(), oldest.columns()...)...)
	for i, q := range queries {
		if len(q.All[0]) > 1 {
			out[i] = pageOf(out[i], q)
		}
	}
	return out, err
}

// pageOf is the part of what is chosen that a query asks for, nil for nothing.
func pageOf(all []record.EntryRow, q record.Query) []record.EntryRow {
	if len(all) <= q.Offset {
		return nil
	}
	if all = all[q.Offset:]; q.Limit > 0 {
		all = all[:min(q.Limit, len(all))]
	}
	return all
}

// numbersOf gives the numbers of the terms of queries that are stretches, 0 for those that
// there are not.
func (s entryTable) numbersOf(queries []record.Query) (map[record.Term]int64, error) {
	out := map[record.Term]int64{}
	var ask []record.Term
	for _, q := range queries {
		for _, t := range q.All[0] {
			if _, twice := out[t]; twice {
				continue
			}
			n := s.knownNumber(t)
			if out[t] = n; n == 0 {
				ask = append(ask, t)
			}
		}
	}
	if len(ask) == 0 {
		return out, nil
	}
	found, err := s.lookUp(ask)
	for t, row := range found {
		out[t] = row.number
	}
	return out, err
}

// knownNumber is the number of a term that was looked up before, else 0.
func (s *session) knownNumber(t record.Term) int64 {
	if s.pending == nil {
		return s.seen[t].number
	}
	if n := s.pending.fresh[t]; n != 0 {
		return n
	}
	return s.pending.d.terms.get(t)
}
