package access

import (
	"context"
	"time"
)

// Store keeps users, keys, sessions and the trail.
type Store interface {
	// View shows the store as it is at one moment.
	View(ctx context.Context, do func(View) error) error
	// Update changes the store: all of what do does or nothing.
	Update(ctx context.Context, do func(Update) error) error
}

// View is what can be asked of a store; what is not there is nil.
type View interface {
	User(name string) (*User, error)
	// Users gives all, by name.
	Users() ([]User, error)
	Key(id string) (*Key, error)
	// Keys gives all, the last made first.
	Keys() ([]Key, error)
	Session(hash string) (*Session, error)
	// Grants gives the roles at desks of a holder, of all where it is empty, by holder and
	// desk.
	Grants(holder string) ([]Grant, error)
	// Trail gives lines, the last first.
	Trail(q TrailQuery) ([]Line, error)
}

// Update is what can be changed in a store.
type Update interface {
	View
	// PutUser adds a user, or changes the one of that name.
	PutUser(u User) error
	DropUser(name string) error
	// PutKey adds a key, or changes the one of that id.
	PutKey(k Key) error
	// PutSession adds a session, or changes the one of that hash.
	PutSession(s Session) error
	DropSession(hash string) error
	// DropSessionsOf drops all sessions of a user.
	DropSessionsOf(user string) error
	// DropSessionsBefore drops the sessions that ended before a time, and those that
	// nobody has used since another.
	DropSessionsBefore(ended, used time.Time) error
	// PutGrant gives a role at a desk, or changes it.
	PutGrant(g Grant) error
	DropGrant(holder, namespace string) error
	// PutLine appends to the trail.
	PutLine(l Line) error
}

// User is somebody who may log in.
type User struct {
	Name string `json:"name"`
	Role Role   `json:"role"`
	// Hash is that of the password, in the PHC string format.
	Hash string `json:"-"`
	// Made is when the user was added, Changed when the role or password was set.
	Made    time.Time `json:"made"`
	Changed time.Time `json:"changed"`
}

// Key lets a program in.
type Key struct {
	// ID is the part of the key that is no secret, Name what it is for.
	ID   string `json:"id"`
	Name string `json:"name"`
	Role Role   `json:"role"`
	// Hash is the hash of SHA-256 of the secret part, in hexadecimal digits.
	Hash string    `json:"-"`
	Made time.Time `json:"made"`
	// Ends and Revoked are zero for a key that does not end and was not revoked.
	Ends    time.Time `json:"ends,omitzero"`
	Revoked time.Time `json:"revoked,omitzero"`
}

// Good says whether the key opens at a time.
func (k *Key) Good(at time.Time) bool {
	return k.Revoked.IsZero() && (k.Ends.IsZero() || at.Before(k.Ends))
}

// Session is the time from a log-in to its end.
type Session struct {
	// Hash is that of the token, as that of a key.
	Hash, User string
	// Began is when the user logged in, Seen when the session was last used, Ends when
	// it is over, however much it is used.
	Began, Seen, Ends time.Time
}

// Line is one line of the trail: who did what, from where, to what.
type Line struct {
	Number  int64     `json:"number"`
	At      time.Time `json:"at"`
	Who     string    `json:"who"`
	Address string    `json:"address,omitempty"`
	What    What      `json:"what"`
	About   string    `json:"about,omitempty"`
}

// TrailQuery chooses lines of the trail; what is empty does not choose.
type TrailQuery struct {
	Who   []string
	What  []What
	Since time.Time
	// Until is the first moment that no longer counts.
	Until time.Time
	// Limit is the most lines, 0 for all.
	Limit int
}
