package access

import (
	"context"
	"regexp"

	"rapporteur"
)

// nameForm is what a name of a user or key may be: it is typed, signed with and listed.
var nameForm = regexp.MustCompile(`^[\pL\pN][\pL\pN._@ -]{0,62}[\pL\pN]$|^[\pL\pN]$`)

func checkName(name string) error {
	if nameForm.MatchString(name) {
		return nil
	}
	return &rapporteur.Error{Code: rapporteur.Invalid, Op: "name " + cut(name), Message: "a name is up to 64 letters and digits, with . _ @ - and spaces between them"}
}

// AddUser adds a user. There being one already of that name is Invalid.
func (d *Desk) AddUser(ctx context.Context, name string, role Role, password string) error {
	if err := checkName(name); err != nil {
		return err
	}
	if err := checkPassword(name, password); err != nil {
		return err
	}
	if _, err := RoleOf(string(role)); err != nil && role != None {
		return err
	}
	hash, err := d.cost.hash(d.random, password)
	if err != nil {
		return err
	}
	return d.store.Update(ctx, func(u Update) error {
		switch have, err := u.User(name); {
		case err != nil:
			return err
		case have != nil:
			return &rapporteur.Error{Code: rapporteur.Invalid, Op: "add user " + name, Message: "there is one of that name; `rapporteur users role` and `users password` change them"}
		}
		if err := u.PutUser(User{Name: name, Role: role, Hash: hash, Made: d.now(), Changed: d.now()}); err != nil {
			return err
		}
		return d.note(ctx, u, UserAdded, name+" "+string(role))
	})
}

// SetRole gives a user another role, from their next request on.
func (d *Desk) SetRole(ctx context.Context, name string, role Role) error {
	if _, err := RoleOf(string(role)); err != nil && role != None {
		return err
	}
	return d.change(ctx, name, string(role), func(_ Update, one *User) error {
		one.Role = role
		return nil
	})
}

// SetPassword gives a user another password and ends their sessions.
func (d *Desk) SetPassword(ctx context.Context, name, password string) error {
	if err := checkPassword(name, password); err != nil {
		return err
	}
	hash, err := d.cost.hash(d.random, password)
	if err != nil {
		return err
	}
	return d.change(ctx, name, "password", func(u Update, one *User) error {
		one.Hash = hash
		return u.DropSessionsOf(name)
	})
}

// change changes a user who is there.
func (d *Desk) change(ctx context.Context, name, what string, do func(Update, *User) error) error {
	return d.store.Update(ctx, func(u Update) error {
		one, err := userOf(u, name)
		if err != nil {
			return err
		}
		if err := do(u, one); err != nil {
			return err
		}
		one.Changed = d.now()
		if err := u.PutUser(*one); err != nil {
			return err
		}
		return d.note(ctx, u, UserChanged, name+" "+what)
	})
}

// DropUser removes a user and ends their sessions; what they wrote stays signed.
func (d *Desk) DropUser(ctx context.Context, name string) error {
	return d.store.Update(ctx, func(u Update) error {
		if _, err := userOf(u, name); err != nil {
			return err
		}
		if err := u.DropSessionsOf(name); err != nil {
			return err
		}
		grants, err := u.Grants(name)
		if err != nil {
			return err
		}
		for _, g := range grants {
			if err := u.DropGrant(name, g.Namespace); err != nil {
				return err
			}
		}
		if err := u.DropUser(name); err != nil {
			return err
		}
		return d.note(ctx, u, UserDropped, name)
	})
}

// Users gives all users, by name.
func (d *Desk) Users(ctx context.Context) (all []User, err error) {
	err = d.store.View(ctx, func(v View) error {
		all, err = v.Users()
		return err
	})
	return all, err
}

// userOf gives a user who must be there.
func userOf(v View, name string) (*User, error) {
	one, err := v.User(name)
	if err == nil && one == nil {
		err = &rapporteur.Error{Code: rapporteur.Invalid, Op: "user " + cut(name), Message: "there is no such user; `rapporteur users list` has them all"}
	}
	return one, err
}
