package postgres

import (
	"reflect"

	"rapporteur/record"
)

// inStretches answers queries of one term and of days alone by one statement, the same for
// however many there are, so that it is planned once.
const inStretches = `SELECT ` + entryColumns + `, c.query, c.sort FROM (
SELECT j.query, p.sort, p.entry, -p.sort AS by, -p.entry AS then
FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[]) j(query, term, first, last, most, skipped)
CROSS JOIN LATERAL (SELECT f.sort, f.entry FROM found f WHERE f.term = j.term AND f.sort BETWEEN j.first AND j.last
  ORDER BY f.sort DESC, f.entry DESC LIMIT j.most OFFSET j.skipped) p
UNION ALL SELECT j.query, p.sort, p.entry, p.sort, p.entry
FROM unnest($7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[]) j(query, term, first, last, most, skipped)
CROSS JOIN LATERAL (SELECT f.sort, f.entry FROM found f WHERE f.term = j.term AND f.sort BETWEEN j.first AND j.last
  ORDER BY f.sort, f.entry LIMIT j.most OFFSET j.skipped) p
) c JOIN entries e ON e.n = c.entry ORDER BY c.query, c.by, c.then`

// stretch reports whether a query asks for nothing but one term and days.
func stretch(q record.Query) bool {
	if len(q.All) != 1 || len(q.All[0]) != 1 {
		return false
	}
	return reflect.DeepEqual(q, record.Query{All: q.All, From: q.From, To: q.To, Limit: q.Limit, Offset: q.Offset, Oldest: q.Oldest})
}

// stretches are queries of one direction, column by column.
type stretches struct {
	query, term, first, last, skipped []int64
	most                              []*int64
}

func (t *stretches) add(n int, term int64, q record.Query) {
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
		term := numbers[q.All[0][0]]
		switch {
		case term == 0: // nothing has it
		case q.Oldest:
			oldest.add(i, term, q)
		default:
			newest.add(i, term, q)
		}
	}
	out := make([][]record.EntryRow, len(queries))
	return out, s.each(func(r row) error {
		var i, sort int
		e, err := scanEntry(r, &i, &sort)
		e.Sort = sort
		out[i] = append(out[i], e)
		return err
	}, inStretches, append(newest.columns(), oldest.columns()...)...)
}

// numbersOf gives the numbers of the terms of queries that are stretches, 0 for those that
// there are not.
func (s entryTable) numbersOf(queries []record.Query) (map[record.Term]int64, error) {
	out := map[record.Term]int64{}
	var ask []record.Term
	for _, q := range queries {
		t := q.All[0][0]
		if _, twice := out[t]; twice {
			continue
		}
		n := s.knownNumber(t)
		if out[t] = n; n == 0 {
			ask = append(ask, t)
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
