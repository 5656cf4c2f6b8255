package access

import (
	"context"
	"errors"
	"time"
)

// ErrPassword is a log-in with a name or a password that is not right; which of them,
// nobody is told.
var ErrPassword = errors.New("the name or the password is not right")

// LogIn begins a session and gives its token. It answers alike, and takes as long, for
// a wrong password and for a user who does not exist. Too many failures of a user or
// from an address are a LimitError.
func (d *Desk) LogIn(ctx context.Context, name, password, address string) (string, *Session, error) {
	if err := d.guesses.take(name, address, d.now()); err != nil {
		return "", nil, err
	}
	ctx = With(ctx, Who{Name: name, Address: address})
	var user *User
	err := d.store.View(ctx, func(v View) (err error) {
		user, err = v.User(name)
		return err
	})
	if err != nil {
		return "", nil, err
	}
	right, err := d.verify(ctx, user, password)
	if err != nil {
		return "", nil, err
	}
	if !right {
		return "", nil, errors.Join(ErrPassword, d.Note(ctx, LogInFailed, ""))
	}
	d.guesses.forget(name)
	return d.begin(ctx, user)
}

// verify compares a password with that of a user, nil for one who does not exist.
func (d *Desk) verify(ctx context.Context, user *User, password string) (bool, error) {
	hash, err := d.decoy()
	if err != nil {
		return false, err
	}
	if user != nil {
		hash = user.Hash
	}
	select {
	case d.hashing <- struct{}{}:
		defer func() { <-d.hashing }()
	case <-ctx.Done():
		return false, ctx.Err()
	}
	return len(password) <= longestPassword && matches(hash, password) && user != nil, nil
}

// begin begins the session of a user whose password was right, if they are still as
// they were.
func (d *Desk) begin(ctx context.Context, user *User) (string, *Session, error) {
	token, err := secret(d.random, 32)
	if err != nil {
		return "", nil, err
	}
	s := Session{Hash: hashOf(token), User: user.Name, Began: d.now(), Seen: d.now(), Ends: d.now().Add(d.session)}
	err = d.store.Update(ctx, func(u Update) error {
		now, err := u.User(user.Name)
		if err != nil {
			return err
		}
		if now == nil || now.Hash != user.Hash {
			return ErrPassword
		}
		if err := u.PutSession(s); err != nil {
			return err
		}
		return d.note(ctx, u, LoggedIn, "")
	})
	if err != nil {
		return "", nil, err
	}
	return token, &s, nil
}

// BySession gives who asks with the token of a session, ErrUnknown where it is over.
func (d *Desk) BySession(ctx context.Context, token string) (Who, error) {
	hash := hashOf(token)
	var s *Session
	var user *User
	err := d.store.View(ctx, func(v View) (err error) {
		if s, err = v.Session(hash); err == nil && s != nil {
			user, err = v.User(s.User)
		}
		return err
	})
	now := d.now()
	switch {
	case err != nil:
		return Who{}, err
	case s == nil || user == nil || !d.use(s, now):
		return Who{}, ErrUnknown
	}
	return Who{Name: user.Name, Role: user.Role, session: hash, holder: user.Name}, nil
}

// use notes that a session is used and says whether it goes on. The note is kept in
// memory until Settle, so that no request waits for who writes to the record.
func (d *Desk) use(s *Session, now time.Time) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	seen := s.Seen
	if later, ok := d.seen[s.Hash]; ok && later.After(seen) {
		seen = later
	}
	if !now.Before(s.Ends) || now.Sub(seen) >= d.idle {
		return false
	}
	d.seen[s.Hash] = now
	return true
}

// LogOut ends the session in which somebody asks; without one it does nothing.
func (d *Desk) LogOut(ctx context.Context) error {
	w, _ := From(ctx)
	if w.session == "" {
		return nil
	}
	return d.store.Update(ctx, func(u Update) error {
		if err := u.DropSession(w.session); err != nil {
			return err
		}
		return d.note(ctx, u, LoggedOut, "")
	})
}

// Settle writes down which sessions were used, and drops those that are over.
func (d *Desk) Settle(ctx context.Context) error {
	d.mu.Lock()
	seen := d.seen
	d.seen = map[string]time.Time{}
	d.mu.Unlock()
	if len(seen) == 0 {
		return nil
	}
	err := d.store.Update(ctx, func(u Update) error {
		for hash, at := range seen {
			s, err := u.Session(hash)
			if err == nil && s != nil && at.After(s.Seen) {
				s.Seen = at
				err = u.PutSession(*s)
			}
			if err != nil {
				return err
			}
		}
		return u.DropSessionsBefore(d.now(), d.now().Add(-d.idle))
	})
	if err != nil {
		d.unsettled(seen)
	}
	return err
}

// unsettled takes back what could not be written.
func (d *Desk) unsettled(seen map[string]time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for hash, at := range seen {
		if at.After(d.seen[hash]) {
			d.seen[hash] = at
		}
	}
}
