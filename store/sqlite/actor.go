package sqlite

import (
	"database/sql/driver"

	"rapporteur"
	"rapporteur/record"
)

// Actors implements record.View.
func (s termTable) Actors(ids ...string) ([]rapporteur.Actor, error) {
	all, err := list(ids)
	if err != nil {
		return nil, err
	}
	var out []rapporteur.Actor
	err = s.each(func(r row) error {
		var a rapporteur.Actor
		err := r.Scan(&a.ID, &a.Known, &a.Name, &a.Kind, &a.State)
		out = append(out, a)
		return err
	}, "SELECT id, known, name, kind, state FROM actors WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", all)
	return out, err
}

// PutActor implements record.Update. Of two names the lesser stays, so that the
// order of reports does not count.
func (s personTable) PutActor(a rapporteur.Actor) error {
	sum, err := seal([]driver.Value{a.ID, truth(a.Known), a.Name, string(a.Kind), string(a.State)})
	s.pending.actors = append(s.pending.actors, a.ID, a.Known, a.Name, a.Kind, a.State, sum)
	return err
}

// truth is a yes or no as the file has it.
func truth(yes bool) int64 {
	if yes {
		return 1
	}
	return 0
}

// Parties implements record.View.
func (s termTable) Parties(q record.PartyQuery) ([]record.Party, error) {
	query := `SELECT a.id, a.known, a.name, a.kind, a.state, t.entries FROM terms t JOIN actors a ON a.id = t.value
WHERE t.name = 'actor' AND t.entries > 0`
	var args []any
	for _, c := range []struct {
		column string
		values []string
	}{{"a.id", q.IDs}, {"a.state", q.States}} {
		if len(c.values) == 0 {
			continue
		}
		all, err := list(c.values)
		if err != nil {
			return nil, err
		}
		query += " AND " + c.column + " IN (SELECT value FROM json_each(?))"
		args = append(args, all)
	}
	if q.Text != "" {
		query += " AND instr(lower(a.name), lower(?)) > 0"
		args = append(args, q.Text)
	}
	var out []record.Party
	err := s.each(func(r row) error {
		var p record.Party
		err := r.Scan(&p.ID, &p.Known, &p.Name, &p.Kind, &p.State, &p.Entries)
		out = append(out, p)
		return err
	}, query+" ORDER BY t.entries DESC, t.value"+limited(q.Limit, q.Offset), args...)
	return out, err
}
