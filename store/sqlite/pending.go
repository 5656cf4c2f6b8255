package sqlite

import (
	"database/sql/driver"
	"maps"
	"slices"

	"rapporteur/record"

	"github.com/klauspost/compress/s2"
)

// pending is what an update has to write and has not yet written: rows of one table
// go to the file together. Whatever is read from a table with pending rows has them
// written first.
type pending struct {
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

func newPending() *pending {
	return &pending{memberAt: map[int64]int{}, entries: map[int64]*pendingEntry{}, ids: map[string]bool{}, described: map[int64]*redescribed{}, moves: map[int64]move{},
		keys: map[record.Space][]any{}, next: map[string]int64{}, free: map[string]bool{}}
}

// number gives the number of the next row of a table.
func (s *session) number(table string) (int64, error) {
	if s.pending.next[table] == 0 {
		last, err := s.peekNumbers("SELECT coalesce(max(n), 0) FROM " + table)
		if err != nil {
			return 0, err
		}
		s.pending.next[table] = last[0] + 1
	}
	n := s.pending.next[table]
	s.pending.next[table]++
	return n, nil
}

// flush writes everything that is pending.
func (s *session) flush() error {
	p := s.pending
	if p == nil {
		return nil
	}
	for _, step := range []func() error{s.flushDescribed, s.flushEntries, s.flushMembers, s.flushMoves, s.flushKeys, s.flushActors} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// flushEntries writes new entries and the terms by which entries are found.
func (s *session) flushEntries() error {
	p := s.pending
	if len(p.entries) > 0 {
		var terms []record.Term
		numbers := slices.Sorted(maps.Keys(p.entries))
		for _, n := range numbers {
			terms = append(terms, p.entries[n].terms...)
		}
		numbered, err := s.termNumbers(terms)
		if err != nil {
			return err
		}
		var rows []any
		for _, n := range numbers {
			row, err := s.entryRow(p.entries[n], numbered)
			if err != nil {
				return err
			}
			rows = append(rows, row...)
		}
		clear(p.entries)
		clear(p.ids)
		if err := s.insertMany("INSERT INTO entries (n, id, kind, minted, superseded_by, superseded_at, sort, terms, described, members, seal) VALUES ", 11, rows); err != nil {
			return err
		}
	}
	found := p.found
	p.found = nil
	return s.insertMany("INSERT INTO found (term, sort, entry, since, seal) VALUES ", 5, found)
}

// entryRow gives the values of a new entry, and adds those of its terms.
func (s *session) entryRow(e *pendingEntry, numbered map[record.Term]int64) ([]any, error) {
	terms := []int64{}
	for _, t := range e.terms {
		terms = append(terms, numbered[t])
	}
	slices.Sort(terms)
	terms = slices.Compact(terms)
	for _, t := range terms {
		s.counts[t]++
		s.pending.found = append(s.pending.found, t, e.sort, e.Number, e.at, sealFound(t, e.sort, e.Number, e.at))
	}
	described := e.at
	if len(terms) == 0 && e.sort == 0 {
		described = 0
	}
	values := []driver.Value{e.ID, string(e.Kind), millis(e.Minted), int64(0), int64(0), int64(e.sort), packRising(terms), described, int64(e.members)}
	return sealedRow(e.Number, values)
}

// sealedRow is a row of a table with its number before its values and their seal
// behind them.
func sealedRow(n int64, values []driver.Value) ([]any, error) {
	sum, err := seal(values)
	out := make([]any, 0, len(values)+2)
	out = append(out, n)
	for _, v := range values {
		out = append(out, v)
	}
	return append(out, sum), err
}

// flushMembers writes new members.
func (s *session) flushMembers() error {
	members := s.pending.members
	s.pending.members = nil
	clear(s.pending.memberAt)
	var rows []any
	for _, m := range members {
		row, err := sealedRow(m.Number, []driver.Value{placeOf(m.Report, m.Sentence), string(m.Kind), m.ID, s2.Encode(nil, m.Body), m.Entry, millis(m.Since), int64(0)})
		if err != nil {
			return err
		}
		rows = append(rows, row...)
	}
	return s.insertMany("INSERT INTO members (n, place, kind, id, body, entry, since, stale, seal) VALUES ", 9, rows)
}

// flushKeys writes new keys.
func (s *session) flushKeys() error {
	for _, space := range []record.Space{record.OfReports, record.OfMembers} {
		keys := s.pending.keys[space]
		s.pending.keys[space] = nil
		if err := s.insertMany("INSERT OR IGNORE INTO "+keyTable(space)+" (key, owner) VALUES ", 2, keys); err != nil {
			return err
		}
	}
	return nil
}

// flushActors writes the names of actors.
func (s *session) flushActors() error {
	actors := s.pending.actors
	s.pending.actors = nil
	return s.insertMany(`INSERT INTO actors (id, known, name, kind, state, seal) VALUES `, 6, actors, ` ON CONFLICT DO UPDATE
SET name = min(name, excluded.name), kind = min(kind, excluded.kind), state = max(state, excluded.state),
  seal = seal(id, known, min(name, excluded.name), min(kind, excluded.kind), max(state, excluded.state))
WHERE excluded.name < name OR excluded.kind < kind OR excluded.state > state`)
}

// termNumbers gives the numbers of terms, new ones included.
func (s *session) termNumbers(terms []record.Term) (map[record.Term]int64, error) {
	out := map[record.Term]int64{}
	var ask [][2]string
	for _, t := range terms {
		if _, ok := out[t]; ok {
			continue
		}
		n, ok := s.terms.get(t)
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
	err = s.peek(func(r row) error {
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
			n, err := s.number("terms")
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
		s.terms.put(t, out[t])
	}
	return out, s.insertMany("INSERT INTO terms (n, name, value, entries, seal) VALUES ", 5, rows)
}

// Reserve implements record.Update.
func (s *session) Reserve(ids ...string) error {
	wanted, err := list(ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		s.pending.free[id] = true
	}
	return s.peek(func(r row) error {
		var id string
		err := r.Scan(&id)
		delete(s.pending.free, id)
		return err
	}, "SELECT e.id FROM json_each(?) j CROSS JOIN entries e ON e.id = j.value", wanted)
}
