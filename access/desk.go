package access

import (
	"crypto/rand"
	"io"
	"sync"
	"time"
)

// Options say how a desk works; what is zero is as usual.
type Options struct {
	// Now and Random are the clock and the source of secrets.
	Now    func() time.Time
	Random io.Reader
	// Cost is that of a guess of a password, Recommended if zero.
	Cost Cost
	// Session is how long a session lasts, Idle how long it may go unused.
	Session, Idle time.Duration
}

// A working day, and a long meeting.
const (
	usualSession = 12 * time.Hour
	usualIdle    = 2 * time.Hour
)

// Desk lets people and programs in, and keeps their list. Safe for use by several
// goroutines.
type Desk struct {
	store         Store
	now           func() time.Time
	random        io.Reader
	cost          Cost
	session, idle time.Duration
	guesses       *guesses
	// hashing holds a place for each password that is hashed at once: each takes tens of
	// megabytes.
	hashing chan struct{}
	// decoy is the hash that the password of a user who does not exist is compared with.
	decoy func() (string, error)
	mu    sync.Mutex
	// seen are the sessions that were used since Settle, and when.
	seen map[string]time.Time
}

// hashings is the most passwords hashed at once.
const hashings = 4

// New makes a desk over a store.
func New(store Store, o Options) *Desk {
	d := &Desk{store: store, now: o.Now, random: o.Random, cost: o.Cost, session: o.Session, idle: o.Idle,
		guesses: newGuesses(), hashing: make(chan struct{}, hashings), seen: map[string]time.Time{}}
	if d.now == nil {
		d.now = time.Now
	}
	if d.random == nil {
		d.random = rand.Reader
	}
	if d.cost == (Cost{}) {
		d.cost = Recommended
	}
	if d.session == 0 {
		d.session = usualSession
	}
	if d.idle == 0 {
		d.idle = usualIdle
	}
	d.decoy = sync.OnceValues(func() (string, error) { return d.cost.hash(d.random, "nobody's") })
	return d
}
