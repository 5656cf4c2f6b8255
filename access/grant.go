package access

import (
	"context"
	"fmt"
	"slices"

	"rapporteur"
)

// Grant is a role at one desk of those that share a record, of a user or a key.
type Grant struct {
	// Holder is the name of a user, or "key:" and the id of a key.
	Holder    string `json:"holder"`
	Namespace string `json:"namespace"`
	Role      Role   `json:"role"`
}

// KeyHolder is how grants name a key.
func KeyHolder(id string) string { return "key:" + id } // no user can be called so

// None is the role of who may do nothing: on the shared record, for whoever works at
// desks alone.
const None Role = "none"

// SetGrant gives a user or a key a role at a desk, None to take it away. Nobody is an
// admin of a desk: the trail is that of the whole record.
func (d *Desk) SetGrant(ctx context.Context, holder, namespace string, role Role) error {
	if role == Admin {
		return &rapporteur.Error{Code: rapporteur.Invalid, Op: "role at " + namespace, Message: "nobody is an admin of one desk; give reader or editor, or admin without --namespace"}
	}
	if _, err := RoleOf(string(role)); err != nil && role != None {
		return err
	}
	return d.store.Update(ctx, func(u Update) error {
		if err := holds(u, holder); err != nil {
			return err
		}
		var err error
		if role == None {
			err = u.DropGrant(holder, namespace)
		} else {
			err = u.PutGrant(Grant{holder, namespace, role})
		}
		if err != nil {
			return err
		}
		return d.note(ctx, u, RoleGiven, fmt.Sprintf("%s %s at %s", holder, role, namespace))
	})
}

// holds checks that there is a user or a key that a grant names.
func holds(v View, holder string) error {
	if id, key := cutKey(holder); key {
		k, err := v.Key(id)
		if err == nil && k == nil {
			err = &rapporteur.Error{Code: rapporteur.Invalid, Op: "key " + cut(id), Message: "there is no key of this id; `rapporteur keys list` has them all"}
		}
		return err
	}
	_, err := userOf(v, holder)
	return err
}

// cutKey gives the id of the key that a grant names, false where it names a user.
func cutKey(holder string) (string, bool) {
	if mark := KeyHolder(""); len(holder) > len(mark) && holder[:len(mark)] == mark {
		return holder[len(mark):], true
	}
	return "", false
}

// Grants gives the roles at desks of a user or key, of all where it is empty, by holder
// and desk.
func (d *Desk) Grants(ctx context.Context, holder string) (all []Grant, err error) {
	err = d.store.View(ctx, func(v View) error {
		all, err = v.Grants(holder)
		return err
	})
	return all, err
}

// At gives who asks with the role that they have at a desk: at the one that is named, else
// on the shared record if they have a role there, else at the first of their desks. An
// admin is one at every desk. Who has no role there is ErrForbidden.
func (d *Desk) At(ctx context.Context, w Who, namespace string) (Who, error) {
	var grants []Grant
	if w.holder != "" {
		var err error
		if grants, err = d.Grants(ctx, w.holder); err != nil {
			return w, err
		}
	}
	w.Desks = nil
	for _, g := range grants {
		w.Desks = append(w.Desks, g.Namespace)
	}
	w.Shared = w.Role.May(Ask)
	if namespace == "" && (w.Shared || len(grants) == 0) {
		if w.Shared {
			return w, nil
		}
		return w, fmt.Errorf("%w: you have a role at no desk; ask an administrator for one", ErrForbidden)
	}
	if w.Role == Admin {
		w.Namespace = namespace
		return w, nil
	}
	at := 0
	if namespace != "" {
		at = slices.IndexFunc(grants, func(g Grant) bool { return g.Namespace == namespace })
	}
	if at < 0 {
		return w, fmt.Errorf("%w: you have no role at the desk %s; ask an administrator for one", ErrForbidden, cut(namespace))
	}
	w.Namespace, w.Role = grants[at].Namespace, grants[at].Role
	return w, nil
}
