package postgres

import (
	"rapporteur"
	"rapporteur/record"
)

// Actors implements record.View.
func (s termTable) Actors(ids ...string) ([]rapporteur.Actor, error) {
	if err := s.namesWritten(); err != nil {
		return nil, err
	}
	var out []rapporteur.Actor
	err := s.each(func(r row) error {
		var a rapporteur.Actor
		var known int64
		err := r.Scan(&a.ID, &known, &a.Name, (*string)(&a.Kind), (*string)(&a.State))
		a.Known = known != 0
		out = append(out, a)
		return err
	}, "SELECT id, known, name, kind, state FROM actors WHERE id = ANY($1::text[]) ORDER BY id", ids)
	return out, err
}

// namesWritten writes the names that an update has given.
func (s *session) namesWritten() error {
	if err := s.aloneOnly(); err != nil || s.pending == nil {
		return err
	}
	return s.pending.flushActors()
}

// PutActor implements record.Update. Of two names the lesser stays, so that the
// order of reports does not count.
func (s personTable) PutActor(a rapporteur.Actor) error {
	s.pending.actors = append(s.pending.actors, a)
	return nil
}

// truth is a yes or no as the table has it.
func truth(yes bool) int64 {
	if yes {
		return 1
	}
	return 0
}

// Parties implements record.View. Letters of ASCII are found in any case, as in SQLite.
func (s termTable) Parties(q record.PartyQuery) ([]record.Party, error) {
	if err := s.namesWritten(); err != nil {
		return nil, err
	}
	c := &conditions{}
	if len(q.IDs) > 0 {
		c.add("a.id = ANY(%s::text[])", q.IDs)
	}
	if len(q.States) > 0 {
		c.add("a.state = ANY(%s::text[])", q.States)
	}
	if q.Text != "" {
		c.add(`position(lower(%s COLLATE "C") in lower(a.name)) > 0`, clean(q.Text))
	}
	var out []record.Party
	err := s.each(func(r row) error {
		var p record.Party
		var known int64
		err := r.Scan(&p.ID, &known, &p.Name, (*string)(&p.Kind), (*string)(&p.State), &p.Entries)
		p.Known = known != 0
		out = append(out, p)
		return err
	}, `SELECT a.id, a.known, a.name, a.kind, a.state, t.entries FROM terms t JOIN actors a ON a.id = t.value
WHERE t.name = 'actor' AND t.entries > 0 AND `+c.where()+" ORDER BY t.entries DESC, t.value LIMIT "+c.arg(limit(q.Limit))+" OFFSET "+c.arg(q.Offset), c.args...)
	return out, err
}
