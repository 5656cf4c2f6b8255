package memory

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"rapporteur/access"
	"rapporteur/record"
)

// Access gives the users, keys and sessions in the store, and the trail.
func (s *Store) Access() access.Store { return accessStore{s} }

// accessStore is a Store as package access sees it.
type accessStore struct{ s *Store }

var _ access.Store = accessStore{}

// View implements access.Store.
func (a accessStore) View(ctx context.Context, do func(access.View) error) error {
	return a.s.View(ctx, func(v record.View) error { return do(v.(view).personTable.doors) })
}

// Update implements access.Store.
func (a accessStore) Update(ctx context.Context, do func(access.Update) error) error {
	return a.s.Update(ctx, func(u record.Update) error { return do(u.(view).personTable.doors) })
}

// doors are who is let in, and what they did.
type doors struct {
	users    map[string]access.User
	keys     map[string]access.Key
	sessions map[string]access.Session
	trail    []access.Line
	grants   map[[2]string]access.Grant
}

var _ access.Update = &doors{}

func newDoors() *doors {
	return &doors{users: map[string]access.User{}, keys: map[string]access.Key{}, sessions: map[string]access.Session{}, grants: map[[2]string]access.Grant{}}
}

func (d *doors) clone() *doors {
	return &doors{maps.Clone(d.users), maps.Clone(d.keys), maps.Clone(d.sessions), slices.Clone(d.trail), maps.Clone(d.grants)}
}

// User implements access.View.
func (d *doors) User(name string) (*access.User, error) { return held(d.users, name), nil }

// Users implements access.View.
func (d *doors) Users() ([]access.User, error) {
	return slices.SortedFunc(maps.Values(d.users), func(a, b access.User) int { return strings.Compare(a.Name, b.Name) }), nil
}

// PutUser implements access.Update.
func (d *doors) PutUser(u access.User) error {
	d.users[u.Name] = u
	return nil
}

// DropUser implements access.Update.
func (d *doors) DropUser(name string) error {
	delete(d.users, name)
	return nil
}

// Key implements access.View.
func (d *doors) Key(id string) (*access.Key, error) { return held(d.keys, id), nil }

// Keys implements access.View.
func (d *doors) Keys() ([]access.Key, error) {
	return slices.SortedFunc(maps.Values(d.keys), func(a, b access.Key) int {
		return cmp.Or(b.Made.Compare(a.Made), strings.Compare(a.ID, b.ID))
	}), nil
}

// PutKey implements access.Update.
func (d *doors) PutKey(k access.Key) error {
	d.keys[k.ID] = k
	return nil
}

// Session implements access.View.
func (d *doors) Session(hash string) (*access.Session, error) { return held(d.sessions, hash), nil }

// PutSession implements access.Update.
func (d *doors) PutSession(s access.Session) error {
	d.sessions[s.Hash] = s
	return nil
}

// DropSession implements access.Update.
func (d *doors) DropSession(hash string) error {
	delete(d.sessions, hash)
	return nil
}

// DropSessionsOf implements access.Update.
func (d *doors) DropSessionsOf(user string) error {
	maps.DeleteFunc(d.sessions, func(_ string, s access.Session) bool { return s.User == user })
	return nil
}

// DropSessionsBefore implements access.Update.
func (d *doors) DropSessionsBefore(ended, used time.Time) error {
	maps.DeleteFunc(d.sessions, func(_ string, s access.Session) bool { return s.Ends.Before(ended) || s.Seen.Before(used) })
	return nil
}

// Grants implements access.View.
func (d *doors) Grants(holder string) ([]access.Grant, error) {
	var out []access.Grant
	for _, g := range d.grants {
		if holder == "" || g.Holder == holder {
			out = append(out, g)
		}
	}
	slices.SortFunc(out, func(a, b access.Grant) int {
		return cmp.Or(strings.Compare(a.Holder, b.Holder), strings.Compare(a.Namespace, b.Namespace))
	})
	return out, nil
}

// PutGrant implements access.Update.
func (d *doors) PutGrant(g access.Grant) error {
	d.grants[[2]string{g.Holder, g.Namespace}] = g
	return nil
}

// DropGrant implements access.Update.
func (d *doors) DropGrant(holder, namespace string) error {
	delete(d.grants, [2]string{holder, namespace})
	return nil
}

// Trail implements access.View.
func (d *doors) Trail(q access.TrailQuery) ([]access.Line, error) {
	var out []access.Line
	for _, l := range slices.Backward(d.trail) {
		if (len(q.Who) == 0 || slices.Contains(q.Who, l.Who)) && (len(q.What) == 0 || slices.Contains(q.What, l.What)) &&
			!l.At.Before(q.Since) && (q.Until.IsZero() || l.At.Before(q.Until)) {
			out = append(out, l)
		}
	}
	return page(out, q.Limit, 0), nil
}

// PutLine implements access.Update.
func (d *doors) PutLine(l access.Line) error {
	l.Number = int64(len(d.trail) + 1)
	d.trail = append(d.trail, l)
	return nil
}

// held is the value of a name, nil where there is none.
func held[V any](table map[string]V, name string) *V {
	if v, ok := table[name]; ok {
		return &v
	}
	return nil
}
