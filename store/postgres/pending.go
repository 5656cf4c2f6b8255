package postgres

import (
	"slices"

	"rapporteur"
	"rapporteur/record"
)

// pending is what an update has to write and has not yet written: rows of one table go
// to the server together. Whatever is read from a table with pending rows has them
// written first.
type pending struct {
	*session
	d *DB
	// counts is how many entries more or fewer have a term since the update began, fresh
	// the numbers of terms that the update looked up or made.
	counts map[int64]int64
	fresh  map[record.Term]int64

	members  []record.MemberRow
	memberAt map[int64]int
	entries  map[int64]*pendingEntry
	ids      map[string]bool // of these entries
	found    foundRows
	// moves are older members with the entries that they go to.
	moves map[int64]move
	// described are older entries with how they are found now, was how they were
	// before; written together.
	described map[int64]*redescribed
	keys      map[record.Space]*keyRows
	actors    []rapporteur.Actor
	// numbers are those that the next rows of tables get.
	numbering *numbering
	// corrected are the things that there are corrections of, nil while that is not known
	// or they are too many to keep in mind.
	corrected     map[string]bool
	manyCorrected bool
	reports       reportRows
	// free are ids of entries that nothing had when they were looked up.
	free map[string]bool
	// reserving is the number of such questions that have no answer yet.
	reserving int
}

// pendingEntry is a new entry with what it is found by.
type pendingEntry struct {
	record.EntryRow
	redescribed
}

// redescribed is how an entry is found from now on.
type redescribed struct {
	members, sort int
	terms         []record.Term
	at            int64
}

// move is where a member goes, and when.
type move struct{ to, at int64 }

// foundRows are rows of found, column by column.
type foundRows struct{ term, sort, entry, since []int64 }

func (f *foundRows) add(term int64, sort int, entry, since int64) {
	f.term, f.sort, f.entry, f.since = append(f.term, term), append(f.sort, int64(sort)), append(f.entry, entry), append(f.since, since)
}

// keyRows are rows of keys, column by column.
type keyRows struct{ key, owner []int64 }

func newPending(s *session, d *DB) *pending {
	return &pending{session: s, d: d, counts: map[int64]int64{}, fresh: map[record.Term]int64{}, memberAt: map[int64]int{},
		entries: map[int64]*pendingEntry{}, ids: map[string]bool{}, moves: map[int64]move{}, described: map[int64]*redescribed{},
		keys:      map[record.Space]*keyRows{record.OfReports: {}, record.OfMembers: {}},
		numbering: &numbering{session: s, d: d, next: map[string]int64{}, end: map[string]int64{}}, free: map[string]bool{}}
}

// termNumbers gives the numbers of terms, new ones included.
func (p *pending) termNumbers(terms []record.Term) (map[record.Term]int64, error) {
	out := map[record.Term]int64{}
	var ask []record.Term
	for _, t := range terms {
		if _, ok := out[t]; ok {
			continue
		}
		n := p.fresh[t]
		if n == 0 {
			n = p.d.terms.get(t)
		}
		out[t] = n
		if n == 0 {
			ask = append(ask, t)
		}
	}
	if err := p.lookUpInto(out, ask); err != nil {
		return nil, err
	}
	ask = slices.DeleteFunc(ask, func(t record.Term) bool { return out[t] != 0 })
	if len(ask) > 0 {
		if err := p.numbering.terms(ask); err != nil {
			return nil, err
		}
		if err := p.lookUpInto(out, ask); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// lookUpInto finds the numbers of the terms that there are.
func (p *pending) lookUpInto(out map[record.Term]int64, terms []record.Term) error {
	if len(terms) == 0 {
		return nil
	}
	names, values := pairs(terms)
	return p.peek(func(r row) error {
		var n int64
		var t record.Term
		err := r.Scan(&n, &t.Name, &t.Value)
		out[t], p.fresh[t] = n, n
		return err
	}, "SELECT t.n, t.name, t.value FROM unnest($1::text[], $2::text[]) j(name, value) JOIN terms t ON t.name = j.name AND t.value = j.value", names, values)
}

// pairs are the names and the values of terms.
func pairs(terms []record.Term) (names, values []string) {
	names, values = make([]string, len(terms)), make([]string, len(terms))
	for i, t := range terms {
		names[i], values[i] = t.Name, clean(t.Value)
	}
	return names, values
}

// publish remembers the numbers of terms for the updates that follow.
func (p *pending) publish() {
	for t, n := range p.fresh {
		p.d.terms.put(t, n)
	}
}
