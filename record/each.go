package record

import (
	"math"
	"slices"
)

// stretch is the number of rows that are asked for at once where all that a filter
// chooses is gone through: to choose costs as much as the whole where a filter has
// several values of a field, so it is done seldom.
const stretch = 20 * portion

// Each calls do for every entry that a filter chooses: kind by kind, and within a kind
// in the order of Entries. Few are held at once, however many there are.
func (l entryLook) Each(f Filter, do func(*Entry) error) error {
	return l.each(f, portion, func(m *material) error {
		found, err := m.found()
		if err != nil {
			return err
		}
		for _, e := range found {
			if err := do(e); err != nil {
				return err
			}
		}
		return nil
	})
}

// each calls do for what the store has of entries, so many at a time. What was fetched for
// them is forgotten with them. Kinds are gone through one by one because one of them alone
// lies in the order of its index.
func (l entryLook) each(f Filter, many int, do func(*material) error) error {
	skip, left := f.Offset, f.Limit
	f.Offset = 0
	for _, kind := range Kinds() {
		if len(f.Kinds) > 0 && !slices.Contains(f.Kinds, kind) {
			continue
		}
		of := f
		of.Kinds, of.Limit = []Kind{kind}, stretch
		err := l.eachRow(of, func(rows []EntryRow) (bool, error) {
			rows, err := l.having(of, rows)
			if err != nil {
				return false, err
			}
			drop := min(skip, len(rows))
			rows, skip = rows[drop:], skip-drop
			if f.Limit > 0 {
				rows = rows[:min(left, len(rows))]
				left -= len(rows)
			}
			if rows, err = l.useful(of, rows); err != nil {
				return false, err
			}
			return f.Limit == 0 || left > 0, l.inPortions(rows, many, do)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// having leaves out the rows of entries that lack the field of a filter, without putting
// them together: those that are found by none of its values.
func (l entryLook) having(f Filter, rows []EntryRow) ([]EntryRow, error) {
	if f.having == "" || len(rows) == 0 {
		return rows, nil
	}
	values, err := l.Values(f.having)
	if err != nil {
		return nil, err
	}
	var terms []Term
	for _, v := range values[f.having] {
		terms = append(terms, Term{string(f.having), v.Value})
	}
	return l.foundBy(terms, f.Kinds, rows)
}

// useful leaves out the rows of entries that are of no use to whom they are for. Of a past
// day all are put together: what is found by what follows then a little behind.
func (l entryLook) useful(f Filter, rows []EntryRow) ([]EntryRow, error) {
	if f.useful == nil || !l.at.IsZero() || len(rows) == 0 {
		return rows, nil
	}
	field, values := f.useful(f.Kinds[0])
	if field == "" {
		return rows, nil
	}
	var terms []Term
	for _, v := range values {
		terms = append(terms, field.term(v))
	}
	return l.foundBy(terms, f.Kinds, rows)
}

// foundBy leaves the rows of entries that are found by one of some terms, and those of
// which that is to be looked at again.
func (l entryLook) foundBy(terms []Term, kinds []Kind, rows []EntryRow) ([]EntryRow, error) {
	q := Query{All: [][]Term{kindTerms(kinds), terms}, From: math.MinInt, To: math.MaxInt, AsOf: l.at}
	due, err := l.store.Due() // what is found otherwise by now
	if err != nil {
		return nil, err
	}
	keep := make(map[int64]bool, len(rows))
	for _, n := range due {
		keep[n] = true
	}
	for some := range slices.Chunk(rows, portion) {
		q.Numbers = numbersOfEntries(some)
		found, err := l.store.Entries(q)
		if err != nil {
			return nil, err
		}
		for _, row := range found {
			keep[row.Number] = true
		}
	}
	return slices.DeleteFunc(rows, func(r EntryRow) bool { return !keep[r.Number] }), nil
}

// inPortions gathers what entries are put together of, so many at a time.
func (l entryLook) inPortions(rows []EntryRow, many int, do func(*material) error) error {
	for some := range slices.Chunk(rows, many) {
		m, err := newLook(l.store, l.at).material(some)
		if err != nil {
			return err
		}
		if err := do(m); err != nil {
			return err
		}
	}
	return nil
}

// eachRow calls do for the rows that a filter chooses, as many at once as its limit
// says, until do has enough.
func (l entryLook) eachRow(f Filter, do func([]EntryRow) (more bool, err error)) error {
	q, err := l.query(f)
	for more := true; more && err == nil; {
		var rows []EntryRow
		if rows, err = l.store.Entries(q); err != nil || len(rows) == 0 {
			break
		}
		full := len(rows) == q.Limit
		q.follow(rows)
		more, err = do(rows)
		more = more && full
	}
	return err
}

// follow has a query go on behind some rows that it gave, by the key of the last: a
// page costs the same wherever it is.
func (q *Query) follow(rows []EntryRow) {
	last := rows[len(rows)-1].Sort
	same := 0
	for i := len(rows) - 1; i >= 0 && rows[i].Sort == last; i-- {
		same++
	}
	bound := &q.To
	if q.Oldest {
		bound = &q.From
	}
	if *bound != last {
		q.Offset = 0
	}
	*bound, q.Offset = last, q.Offset+same
}
