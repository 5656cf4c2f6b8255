package postgres

import (
	"cmp"
	"maps"
	"slices"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/packed"
)

// write writes everything that is pending but the names of actors.
func (p *pending) write() error {
	for _, step := range []func() error{p.flushReports, p.flushDescribed, p.flushEntries, p.flushMembers, p.flushMoves, p.flushKeys} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// flushEntries writes new entries and the terms by which entries are found.
func (p *pending) flushEntries() error {
	if len(p.entries) > 0 {
		numbers := slices.Sorted(maps.Keys(p.entries))
		var terms []record.Term
		for _, n := range numbers {
			terms = append(terms, p.entries[n].terms...)
		}
		if err := p.claimed(lines(terms)); err != nil {
			return err
		}
		numbered, err := p.termNumbers(terms)
		if err != nil {
			return err
		}
		rows := make([]*pendingEntry, len(numbers))
		for i, n := range numbers {
			rows[i] = p.entries[n]
		}
		clear(p.entries)
		clear(p.ids)
		if err := p.writeEntries(rows, numbered); err != nil {
			return err
		}
	}
	f := p.found
	p.found = foundRows{}
	if len(f.term) == 0 {
		return nil
	}
	return p.do("INSERT INTO found (term, sort, entry, since) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[])", f.term, f.sort, f.entry, f.since)
}

// writeEntries writes new entries, and notes the rows of their terms.
func (p *pending) writeEntries(rows []*pendingEntry, numbered map[record.Term]int64) error {
	var n, minted, sort, described, members []int64
	var ids, kinds []string
	var terms [][]byte
	for _, e := range rows {
		has := []int64{}
		for _, t := range e.terms {
			has = append(has, numbered[t])
		}
		slices.Sort(has)
		has = slices.Compact(has)
		for _, t := range has {
			p.counts[t]++
			p.found.add(t, e.sort, e.Number, e.at)
		}
		at := e.at
		if len(has) == 0 && e.sort == 0 {
			at = 0
		}
		n, minted, sort = append(n, e.Number), append(minted, packed.Millis(e.Minted)), append(sort, int64(e.sort))
		described, members = append(described, at), append(members, int64(e.members))
		ids, kinds, terms = append(ids, e.ID), append(kinds, string(e.Kind)), append(terms, packed.Rising(has))
	}
	return p.do(`INSERT INTO entries (n, id, kind, minted, superseded_by, superseded_at, sort, terms, described, members)
SELECT n, id, kind, minted, 0, 0, sort, terms, described, members
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::bytea[], $7::bigint[], $8::bigint[]) j(n, id, kind, minted, sort, terms, described, members)`,
		n, ids, kinds, minted, sort, terms, described, members)
}

// flushMembers writes new members.
func (p *pending) flushMembers() error {
	if len(p.members) == 0 {
		return nil
	}
	var n, place, entry, since, further, at []int64
	var kinds, ids []string
	var bodies [][]byte
	for _, m := range p.members {
		n, place = append(n, m.Number), append(place, packed.Place(m.Report, m.Sentence))
		kinds, ids, bodies = append(kinds, string(m.Kind)), append(ids, clean(m.ID)), append(bodies, packed.Member(m.Body))
		entry, since = append(entry, m.Entry), append(since, packed.Millis(m.Since))
		for _, p := range packed.Places(m.Report, m.Further) {
			further, at = append(further, m.Number), append(at, p)
		}
	}
	p.members = nil
	clear(p.memberAt)
	err := p.do(`INSERT INTO members (n, place, kind, id, body, entry, since, stale)
SELECT n, place, kind, id, body, entry, since, 0
FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::bytea[], $6::bigint[], $7::bigint[]) j(n, place, kind, id, body, entry, since)`,
		n, place, kinds, ids, bodies, entry, since)
	if err != nil || len(further) == 0 {
		return err
	}
	return p.do(insertFurther, further, at)
}

const insertFurther = "INSERT INTO further (member, place) SELECT * FROM unnest($1::bigint[], $2::bigint[]) ON CONFLICT DO NOTHING"

// flushKeys writes new keys.
func (p *pending) flushKeys() error {
	for _, space := range []record.Space{record.OfReports, record.OfMembers} {
		keys := p.keys[space]
		if len(keys.key) == 0 {
			continue
		}
		p.keys[space] = &keyRows{}
		if err := p.do("INSERT INTO "+keyTable(space)+" (key, owner) SELECT * FROM unnest($1::bigint[], $2::bigint[]) ON CONFLICT DO NOTHING", keys.key, keys.owner); err != nil {
			return err
		}
	}
	return nil
}

// flushActors writes the names of actors, at the end of an update, as others wait for
// the rows of those that are new or change. Of two names the lesser stays.
func (p *pending) flushActors() error {
	if len(p.actors) == 0 {
		return nil
	}
	merged := map[string]rapporteur.Actor{}
	for _, a := range p.actors {
		if have, ok := merged[a.ID]; ok {
			a.Known = have.Known
			a.Name, a.Kind, a.State = min(a.Name, have.Name), min(a.Kind, have.Kind), max(a.State, have.State)
		}
		merged[a.ID] = a
	}
	p.actors = nil
	all := slices.SortedFunc(maps.Values(merged), func(a, b rapporteur.Actor) int { return cmp.Compare(a.ID, b.ID) })
	var ids, names, kinds, states []string
	var known []int64
	for _, a := range all {
		ids, names, kinds, states = append(ids, clean(a.ID)), append(names, clean(a.Name)), append(kinds, string(a.Kind)), append(states, clean(string(a.State)))
		known = append(known, truth(a.Known))
	}
	return p.do(`INSERT INTO actors (id, known, name, kind, state)
SELECT j.* FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[]) j(id, known, name, kind, state) LEFT JOIN actors a ON a.id = j.id
WHERE a.id IS NULL OR j.name COLLATE "C" < a.name OR j.kind COLLATE "C" < a.kind OR j.state COLLATE "C" > a.state
ORDER BY j.id COLLATE "C"
ON CONFLICT (id) DO UPDATE SET name = least(actors.name, excluded.name), kind = least(actors.kind, excluded.kind), state = greatest(actors.state, excluded.state)
WHERE excluded.name < actors.name OR excluded.kind < actors.kind OR excluded.state > actors.state`, ids, known, names, kinds, states)
}

// flushMoves takes older members to other entries. What lasted no time at all is not
// remembered.
func (p *pending) flushMoves() error {
	if len(p.moves) == 0 {
		return nil
	}
	var n, to, at []int64
	for _, member := range slices.Sorted(maps.Keys(p.moves)) {
		n, to, at = append(n, member), append(to, p.moves[member].to), append(at, p.moves[member].at)
	}
	clear(p.moves)
	err := p.do(`INSERT INTO memberships (entry, member, since, until)
SELECT m.entry, m.n, m.since, j.at FROM unnest($1::bigint[], $2::bigint[]) j(n, at) JOIN members m ON m.n = j.n WHERE m.entry <> 0 AND m.since < j.at
ON CONFLICT (entry, member, since) DO UPDATE SET until = excluded.until`, n, at)
	if err != nil {
		return err
	}
	return p.do("UPDATE members SET entry = j.entry, since = greatest(since, j.at) FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) j(n, entry, at) WHERE members.n = j.n", n, to, at)
}
