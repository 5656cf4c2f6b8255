package sqlite

import (
	"context"

	"rapporteur/access"
	"rapporteur/record"
)

// Access gives the users, keys and sessions in the file, and the trail.
func (d *DB) Access() access.Store { return accessStore{d} }

// accessStore is a DB as package access sees it.
type accessStore struct{ d *DB }

var _ access.Store = accessStore{}

// View implements access.Store.
func (a accessStore) View(ctx context.Context, do func(access.View) error) error {
	return failure("read "+a.d.path, a.d.view(ctx, func(v record.View) error {
		return do(accessTable{v.(tables).personTable.session})
	}))
}

// Update implements access.Store.
func (a accessStore) Update(ctx context.Context, do func(access.Update) error) error {
	return a.d.change(ctx, func(record.Update) error { return do(accessTable{a.d.writer}) })
}

// accessTable are the users, keys and sessions, and the trail.
type accessTable struct{ *session }

var _ access.Update = accessTable{}

// User implements access.View.
func (s accessTable) User(name string) (*access.User, error) {
	return only(s.users("WHERE name = ?", name))
}

// Users implements access.View.
func (s accessTable) Users() ([]access.User, error) { return s.users("ORDER BY name") }

func (s accessTable) users(where string, args ...any) ([]access.User, error) {
	var out []access.User
	err := s.each(func(r row) error {
		var u access.User
		var made, changed int64
		err := r.Scan(&u.Name, &u.Role, &u.Hash, &made, &changed)
		u.Made, u.Changed = instant(made), instant(changed)
		out = append(out, u)
		return err
	}, "SELECT name, role, hash, made, changed FROM users "+where, args...)
	return out, err
}

// PutUser implements access.Update.
func (s accessTable) PutUser(u access.User) error {
	return s.do(`INSERT INTO users (name, role, hash, made, changed, seal) VALUES (?1, ?2, ?3, ?4, ?5, seal(?1, ?2, ?3, ?4, ?5))
ON CONFLICT DO UPDATE SET role = excluded.role, hash = excluded.hash, made = excluded.made, changed = excluded.changed, seal = excluded.seal`,
		u.Name, string(u.Role), u.Hash, millis(u.Made), millis(u.Changed))
}

// DropUser implements access.Update.
func (s accessTable) DropUser(name string) error {
	return s.do("DELETE FROM users WHERE name = ?", name)
}

// Key implements access.View.
func (s accessTable) Key(id string) (*access.Key, error) {
	return only(s.keys("WHERE id = ?", id))
}

// Keys implements access.View.
func (s accessTable) Keys() ([]access.Key, error) { return s.keys("ORDER BY made DESC, id") }

func (s accessTable) keys(where string, args ...any) ([]access.Key, error) {
	var out []access.Key
	err := s.each(func(r row) error {
		var k access.Key
		var made, ends, revoked int64
		err := r.Scan(&k.ID, &k.Name, &k.Role, &k.Hash, &made, &ends, &revoked)
		k.Made, k.Ends, k.Revoked = instant(made), instant(ends), instant(revoked)
		out = append(out, k)
		return err
	}, "SELECT id, name, role, hash, made, ends, revoked FROM access_keys "+where, args...)
	return out, err
}

// PutKey implements access.Update.
func (s accessTable) PutKey(k access.Key) error {
	return s.do(`INSERT INTO access_keys (id, name, role, hash, made, ends, revoked, seal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, seal(?1, ?2, ?3, ?4, ?5, ?6, ?7))
ON CONFLICT DO UPDATE SET name = excluded.name, role = excluded.role, hash = excluded.hash, made = excluded.made, ends = excluded.ends, revoked = excluded.revoked, seal = excluded.seal`,
		k.ID, k.Name, string(k.Role), k.Hash, millis(k.Made), millis(k.Ends), millis(k.Revoked))
}

// only is the one row of an answer, nil where there is none.
func only[T any](rows []T, err error) (*T, error) {
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}
