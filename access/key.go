package access

import (
	"context"
	"strings"
	"time"

	"rapporteur"
)

// keyMark begins every key, so that scanners of leaked secrets know one.
const keyMark = "rapp_"

// AddKey makes a key with a role and, if ends is not zero, an end, and gives the whole
// of it, which is kept nowhere.
func (d *Desk) AddKey(ctx context.Context, name string, role Role, ends time.Time) (string, *Key, error) {
	if err := checkName(name); err != nil {
		return "", nil, err
	}
	if _, err := RoleOf(string(role)); err != nil && role != None {
		return "", nil, err
	}
	if !ends.IsZero() && !ends.After(d.now()) {
		return "", nil, &rapporteur.Error{Code: rapporteur.Invalid, Op: "add key " + name, Message: "its end has passed; give a day to come"}
	}
	id, err := secret(d.random, 6)
	if err != nil {
		return "", nil, err
	}
	word, err := secret(d.random, 32)
	if err != nil {
		return "", nil, err
	}
	// The id is read aloud and given on a command line, where a minus is a flag.
	id = strings.NewReplacer("-", "0", "_", "1").Replace(id)
	k := Key{ID: id, Name: name, Role: role, Hash: hashOf(word), Made: d.now(), Ends: ends}
	err = d.store.Update(ctx, func(u Update) error {
		if have, err := u.Key(id); err != nil || have != nil {
			return clash(err)
		}
		if err := u.PutKey(k); err != nil {
			return err
		}
		return d.note(ctx, u, KeyAdded, id+" "+name+" "+string(role))
	})
	if err != nil {
		return "", nil, err
	}
	return keyMark + id + "_" + word, &k, nil
}

// clash is that a random id was there before.
func clash(err error) error {
	if err != nil {
		return err
	}
	return &rapporteur.Error{Code: rapporteur.Busy, Op: "add key", Message: "its id is taken; try again"}
}

// RevokeKey ends a key at once; revoked again it stays revoked.
func (d *Desk) RevokeKey(ctx context.Context, id string) error {
	return d.store.Update(ctx, func(u Update) error {
		k, err := u.Key(id)
		switch {
		case err != nil:
			return err
		case k == nil:
			return &rapporteur.Error{Code: rapporteur.Invalid, Op: "revoke key " + cut(id), Message: "there is no key of this id; `rapporteur keys list` has them all"}
		case !k.Revoked.IsZero():
			return nil
		}
		k.Revoked = d.now()
		if err := u.PutKey(*k); err != nil {
			return err
		}
		return d.note(ctx, u, KeyRevoked, id+" "+k.Name)
	})
}

// Keys gives all keys, the last made first.
func (d *Desk) Keys(ctx context.Context) (all []Key, err error) {
	err = d.store.View(ctx, func(v View) error {
		all, err = v.Keys()
		return err
	})
	return all, err
}

// ByKey gives who asks with a key, ErrUnknown where it does not open.
func (d *Desk) ByKey(ctx context.Context, key string) (Who, error) {
	id, word, whole := strings.Cut(strings.TrimPrefix(key, keyMark), "_")
	if !strings.HasPrefix(key, keyMark) || !whole {
		return Who{}, ErrUnknown
	}
	var k *Key
	err := d.store.View(ctx, func(v View) (err error) {
		k, err = v.Key(id)
		return err
	})
	switch {
	case err != nil:
		return Who{}, err
	case k == nil || !same(k.Hash, hashOf(word)) || !k.Good(d.now()):
		return Who{}, ErrUnknown
	}
	return Who{Name: "key:" + k.Name, Role: k.Role, Key: true, holder: KeyHolder(k.ID)}, nil // no user can be called so
}
