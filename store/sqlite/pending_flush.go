package sqlite

import (
	"database/sql/driver"
	"maps"
	"slices"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// flush writes everything that is pending.
func (p *pending) flush() error {
	for _, step := range []func() error{p.flushDescribed, p.flushEntries, p.flushMembers, p.flushMoves, p.flushKeys, p.flushActors} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// flushEntries writes new entries and the terms by which entries are found.
func (p *pending) flushEntries() error {
	if len(p.entries) > 0 {
		var terms []record.Term
		numbers := slices.Sorted(maps.Keys(p.entries))
		for _, n := range numbers {
			terms = append(terms, p.entries[n].terms...)
		}
		numbered, err := p.termNumbers(terms)
		if err != nil {
			return err
		}
		var rows []any
		for _, n := range numbers {
			row, err := p.entryRow(p.entries[n], numbered)
			if err != nil {
				return err
			}
			rows = append(rows, row...)
		}
		clear(p.entries)
		clear(p.ids)
		if err := p.s.insertMany("INSERT INTO entries (n, id, kind, minted, superseded_by, superseded_at, sort, terms, described, members, seal) VALUES ", 11, rows); err != nil {
			return err
		}
	}
	found := p.found
	p.found = nil
	return p.s.insertMany("INSERT INTO found (term, sort, entry, since, seal) VALUES ", 5, found)
}

// entryRow gives the values of a new entry, and adds those of its terms.
func (p *pending) entryRow(e *pendingEntry, numbered map[record.Term]int64) ([]any, error) {
	terms := []int64{}
	for _, t := range e.terms {
		terms = append(terms, numbered[t])
	}
	slices.Sort(terms)
	terms = slices.Compact(terms)
	for _, t := range terms {
		p.counts[t]++
		p.found = append(p.found, t, e.sort, e.Number, e.at, sealFound(t, e.sort, e.Number, e.at))
	}
	described := e.at
	if len(terms) == 0 && e.sort == 0 {
		described = 0
	}
	values := []driver.Value{e.ID, string(e.Kind), millis(e.Minted), int64(0), int64(0), int64(e.sort), packed.Rising(terms), described, int64(e.members)}
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
func (p *pending) flushMembers() error {
	members := p.members
	p.members = nil
	clear(p.memberAt)
	var rows, further []any
	for _, m := range members {
		further = append(further, furtherRows(m.Number, m.Report, m.Further)...)
		row, err := sealedRow(m.Number, []driver.Value{placeOf(m.Report, m.Sentence), string(m.Kind), m.ID, packed.Member(m.Body), m.Entry, millis(m.Since), int64(0)})
		if err != nil {
			return err
		}
		rows = append(rows, row...)
	}
	if err := p.s.insertMany("INSERT INTO members (n, place, kind, id, body, entry, since, stale, seal) VALUES ", 9, rows); err != nil {
		return err
	}
	return p.s.insertMany("INSERT OR IGNORE INTO further (member, place) VALUES ", 2, further)
}

// flushKeys writes new keys.
func (p *pending) flushKeys() error {
	for _, space := range []record.Space{record.OfReports, record.OfMembers} {
		keys := p.keys[space]
		p.keys[space] = nil
		if err := p.s.insertMany("INSERT OR IGNORE INTO "+keyTable(space)+" (key, owner) VALUES ", 2, keys); err != nil {
			return err
		}
	}
	return nil
}

// flushActors writes the names of actors.
func (p *pending) flushActors() error {
	actors := p.actors
	p.actors = nil
	return p.s.insertMany(`INSERT INTO actors (id, known, name, kind, state, seal) VALUES `, 6, actors, ` ON CONFLICT DO UPDATE
SET name = min(name, excluded.name), kind = min(kind, excluded.kind), state = max(state, excluded.state),
  seal = seal(id, known, min(name, excluded.name), min(kind, excluded.kind), max(state, excluded.state))
WHERE excluded.name < name OR excluded.kind < kind OR excluded.state > state`)
}

// flushMoves takes older members to other entries. What lasted no time at all is not
// remembered.
func (p *pending) flushMoves() error {
	if len(p.moves) == 0 {
		return nil
	}
	var all [][3]int64
	for _, n := range slices.Sorted(maps.Keys(p.moves)) {
		all = append(all, [3]int64{n, p.moves[n].to, p.moves[n].at})
	}
	clear(p.moves)
	rows, err := list(all)
	if err != nil {
		return err
	}
	err = p.s.do(`INSERT INTO memberships (entry, member, since, until, seal)
SELECT m.entry, m.n, m.since, j.value ->> 2, seal(m.entry, m.n, m.since, j.value ->> 2)
FROM json_each(?) j CROSS JOIN members m ON m.n = j.value ->> 0 WHERE m.entry <> 0 AND m.since < j.value ->> 2
ON CONFLICT DO UPDATE SET until = excluded.until, seal = excluded.seal`, rows)
	if err != nil {
		return err
	}
	return p.s.do(`UPDATE members SET entry = j.value ->> 1, since = max(since, j.value ->> 2),
  seal = seal(place, kind, members.id, body, j.value ->> 1, max(since, j.value ->> 2), stale)
FROM json_each(?) j WHERE members.n = j.value ->> 0`, rows)
}
