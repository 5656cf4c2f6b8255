package postgres

import (
	"context"

	"rapporteur/access"
	"rapporteur/store/packed"
)

// Access gives the users, keys and sessions in the database, and the trail.
func (d *DB) Access() access.Store { return accessStore{d} }

// accessStore is a DB as package access sees it.
type accessStore struct{ d *DB }

var _ access.Store = accessStore{}

// View implements access.Store.
func (a accessStore) View(ctx context.Context, do func(access.View) error) error {
	return failure("read "+a.d.name, a.d.view(ctx, func(s *session) error { return do(accessTable{s}) }))
}

// Update implements access.Store. Updates run one after the other, beside those of the
// record.
func (a accessStore) Update(ctx context.Context, do func(access.Update) error) error {
	return a.d.besides(ctx, entering, func(s *session) error { return do(accessTable{s}) })
}

// accessTable are the users, keys and sessions, and the trail.
type accessTable struct{ *session }

var _ access.Update = accessTable{}

// User implements access.View.
func (s accessTable) User(name string) (*access.User, error) {
	return only(s.users("WHERE name = $1", clean(name)))
}

// Users implements access.View.
func (s accessTable) Users() ([]access.User, error) { return s.users("ORDER BY name") }

func (s accessTable) users(where string, args ...any) ([]access.User, error) {
	var out []access.User
	err := s.each(func(r row) error {
		var u access.User
		var made, changed int64
		err := r.Scan(&u.Name, (*string)(&u.Role), &u.Hash, &made, &changed)
		u.Made, u.Changed = packed.Instant(made), packed.Instant(changed)
		out = append(out, u)
		return err
	}, "SELECT name, role, hash, made, changed FROM users "+where, args...)
	return out, err
}

// PutUser implements access.Update.
func (s accessTable) PutUser(u access.User) error {
	return s.do(`INSERT INTO users (name, role, hash, made, changed) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (name) DO UPDATE SET role = excluded.role, hash = excluded.hash, made = excluded.made, changed = excluded.changed`,
		clean(u.Name), string(u.Role), u.Hash, packed.Millis(u.Made), packed.Millis(u.Changed))
}

// DropUser implements access.Update.
func (s accessTable) DropUser(name string) error {
	return s.do("DELETE FROM users WHERE name = $1", clean(name))
}

// Key implements access.View.
func (s accessTable) Key(id string) (*access.Key, error) {
	return only(s.keys("WHERE id = $1", clean(id)))
}

// Keys implements access.View.
func (s accessTable) Keys() ([]access.Key, error) { return s.keys("ORDER BY made DESC, id") }

func (s accessTable) keys(where string, args ...any) ([]access.Key, error) {
	var out []access.Key
	err := s.each(func(r row) error {
		var k access.Key
		var made, ends, revoked int64
		err := r.Scan(&k.ID, &k.Name, (*string)(&k.Role), &k.Hash, &made, &ends, &revoked)
		k.Made, k.Ends, k.Revoked = packed.Instant(made), packed.Instant(ends), packed.Instant(revoked)
		out = append(out, k)
		return err
	}, "SELECT id, name, role, hash, made, ends, revoked FROM access_keys "+where, args...)
	return out, err
}

// PutKey implements access.Update.
func (s accessTable) PutKey(k access.Key) error {
	return s.do(`INSERT INTO access_keys (id, name, role, hash, made, ends, revoked) VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, hash = excluded.hash, made = excluded.made, ends = excluded.ends, revoked = excluded.revoked`,
		k.ID, clean(k.Name), string(k.Role), k.Hash, packed.Millis(k.Made), packed.Millis(k.Ends), packed.Millis(k.Revoked))
}

// only is the one row of an answer, nil where there is none.
func only[T any](rows []T, err error) (*T, error) {
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}
