package sqlite

import (
	"database/sql/driver"

	"rapporteur/record"
)

// pending is what an update has to write and has not yet written: rows of one table
// go to the file together. Whatever is read from a table with pending rows has them
// written first.
type pending struct {
	s *session
	// cache has the numbers of terms, counts how many entries more or fewer have a term
	// since the update began.
	cache  *termCache
	counts map[int64]int64

	members  []record.MemberRow
	memberAt map[int64]int
	entries  map[int64]*pendingEntry
	ids      map[string]bool // of these entries
	found    []any
	// moves are older members with the entries that they go to.
	moves map[int64]move
	// described are older entries with how they are found now, was how they were
	// before; written together.
	described map[int64]*redescribed
	keys      map[record.Space][]any
	actors    []any
	// next are the numbers that the next rows of tables get.
	next map[string]int64
	// free are ids of entries that nothing had when they were looked up.
	free map[string]bool
}

// pendingEntry is a new entry with what it is found by.
type pendingEntry struct {
	record.EntryRow
	members, sort int
	terms         []record.Term
	at            int64
}

func newPending(s *session, cache *termCache) *pending {
	return &pending{s: s, cache: cache, counts: map[int64]int64{}, memberAt: map[int64]int{}, entries: map[int64]*pendingEntry{}, ids: map[string]bool{}, described: map[int64]*redescribed{}, moves: map[int64]move{},
		keys: map[record.Space][]any{}, next: map[string]int64{}, free: map[string]bool{}}
}

// number gives the number of the next row of a table.
func (p *pending) number(table string) (int64, error) {
	if p.next[table] == 0 {
		last, err := p.s.peekNumbers("SELECT coalesce(max(n), 0) FROM " + table)
		if err != nil {
			return 0, err
		}
		p.next[table] = last[0] + 1
	}
	n := p.next[table]
	p.next[table]++
	return n, nil
}

// termNumbers gives the numbers of terms, new ones included.
func (p *pending) termNumbers(terms []record.Term) (map[record.Term]int64, error) {
	out := map[record.Term]int64{}
	var ask [][2]string
	for _, t := range terms {
		if _, ok := out[t]; ok {
			continue
		}
		n, ok := p.cache.get(t)
		out[t] = n
		if !ok {
			ask = append(ask, [2]string{t.Name, t.Value})
		}
	}
	if len(ask) == 0 {
		return out, nil
	}
	wanted, err := list(ask)
	if err != nil {
		return nil, err
	}
	err = p.s.peek(func(r row) error {
		var n int64
		var t record.Term
		err := r.Scan(&n, &t.Name, &t.Value)
		out[t] = n
		return err
	}, "SELECT t.n, t.name, t.value FROM json_each(?) j CROSS JOIN terms t ON t.name = j.value ->> 0 AND t.value = j.value ->> 1", wanted)
	if err != nil {
		return nil, err
	}
	var rows []any
	for _, pair := range ask {
		t := record.Term{Name: pair[0], Value: pair[1]}
		if out[t] == 0 {
			n, err := p.number("terms")
			if err != nil {
				return nil, err
			}
			out[t] = n
			sum, err := seal([]driver.Value{t.Name, t.Value})
			if err != nil {
				return nil, err
			}
			rows = append(rows, n, t.Name, t.Value, 0, sum)
		}
		p.cache.put(t, out[t])
	}
	return out, p.s.insertMany("INSERT INTO terms (n, name, value, entries, seal) VALUES ", 5, rows)
}

// redescribed is how an older entry is found from now on.
type redescribed struct {
	members, sort int
	terms         []record.Term
	at            int64
}

// move is where a member goes, and when.
type move struct{ to, at int64 }
