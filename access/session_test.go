package access_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"rapporteur/access"
	"rapporteur/store/memory"
)

func TestLogIn(t *testing.T) {
	d, _ := desk(t)
	with(t, d)
	ctx := context.Background()
	token, s, err := d.LogIn(ctx, "editor", good, "192.0.2.1")
	if err != nil || len(token) != 43 || strings.Contains(s.Hash, token) || !s.Ends.Equal(day(1).Add(12*time.Hour)) {
		t.Fatalf("%s %+v %v", token, s, err)
	}
	w, err := d.BySession(ctx, token)
	if err != nil || w.Name != "editor" || w.Role != access.Editor || w.Key {
		t.Errorf("%+v %v", w, err)
	}
	if _, err := d.BySession(ctx, s.Hash); !errors.Is(err, access.ErrUnknown) {
		t.Errorf("the hash opens: %v", err)
	}
	_, _, wrong := d.LogIn(ctx, "editor", other, "192.0.2.1")
	_, _, nobody := d.LogIn(ctx, "nobody", good, "192.0.2.1")
	_, _, long := d.LogIn(ctx, "editor", strings.Repeat(good, 100), "192.0.2.1")
	for _, err := range []error{wrong, nobody, long} {
		if !errors.Is(err, access.ErrPassword) || err.Error() != wrong.Error() {
			t.Errorf("%v", err)
		}
	}
	if err := d.LogOut(access.With(ctx, w)); err != nil {
		t.Fatal(err)
	}
	if _, err := d.BySession(ctx, token); !errors.Is(err, access.ErrUnknown) {
		t.Errorf("after the log-out: %v", err)
	}
	if err := d.LogOut(ctx); err != nil {
		t.Errorf("nobody logs out: %v", err)
	}
	lines, err := d.Trail(ctx, access.TrailQuery{Limit: 5})
	if got := fmt.Sprint(wrote(lines)); got != "[editor logged-out  editor log-in-failed  nobody log-in-failed  editor log-in-failed  editor logged-in ]" || err != nil {
		t.Errorf("%s %v", got, err)
	}
	if lines[1].Address != "192.0.2.1" {
		t.Errorf("%+v", lines[1])
	}
}

// TestSessionsEnd ends sessions by time, by idleness, and by what happens to their user.
func TestSessionsEnd(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		what string
		do   func(*access.Desk, *clock) error
		want access.Role
	}{
		{"nothing", func(*access.Desk, *clock) error { return nil }, access.Editor},
		{"another role", func(d *access.Desk, _ *clock) error { return d.SetRole(ctx, "editor", access.Reader) }, access.Reader},
		{"another password", func(d *access.Desk, _ *clock) error { return d.SetPassword(ctx, "editor", other) }, ""},
		{"a user dropped", func(d *access.Desk, _ *clock) error { return d.DropUser(ctx, "editor") }, ""},
		{"idle, but not for long", func(_ *access.Desk, c *clock) error { c.pass(2*time.Hour - time.Second); return nil }, access.Editor},
		{"idle for long", func(_ *access.Desk, c *clock) error { c.pass(2 * time.Hour); return nil }, ""},
		{"idle for long, and settled", func(d *access.Desk, c *clock) error { c.pass(2 * time.Hour); return d.Settle(ctx) }, ""},
	} {
		d, clock := desk(t)
		with(t, d)
		token, _, err := d.LogIn(ctx, "editor", good, "192.0.2.1")
		if err != nil {
			t.Fatal(err)
		}
		if err := c.do(d, clock); err != nil {
			t.Fatal(c.what, err)
		}
		w, err := d.BySession(ctx, token)
		if w.Role != c.want || (c.want == "") != errors.Is(err, access.ErrUnknown) {
			t.Errorf("%s: %+v, %v", c.what, w, err)
		}
	}
}

// TestUsedSessionGoesOn uses a session each hour, settled or not: it lasts its twelve
// hours and no longer, for a desk that begins anew as well.
func TestUsedSessionGoesOn(t *testing.T) {
	ctx, store, c := context.Background(), memory.New().Access(), &clock{day(1)}
	o := access.Options{Now: c.now, Cost: cheap}
	d := access.New(store, o)
	with(t, d)
	token, _, err := d.LogIn(ctx, "reader", good, "192.0.2.1")
	if err != nil {
		t.Fatal(err)
	}
	for hour := 1; hour < 12; hour++ {
		c.pass(time.Hour)
		if _, err := d.BySession(ctx, token); err != nil {
			t.Errorf("hour %d: %v", hour, err)
		}
		if hour%2 == 0 {
			if err := d.Settle(ctx); err != nil {
				t.Fatal(err)
			}
			d = access.New(store, o)
		}
	}
	c.pass(time.Hour)
	if _, err := d.BySession(ctx, token); !errors.Is(err, access.ErrUnknown) {
		t.Errorf("after twelve hours: %v", err)
	}
	if err := d.Settle(ctx); err != nil {
		t.Error(err)
	}
}

func TestGuessesAreLimited(t *testing.T) {
	ctx := context.Background()
	t.Run("of a user, from many addresses", func(t *testing.T) {
		d, clock := desk(t)
		with(t, d)
		for n := range 10 {
			if _, _, err := d.LogIn(ctx, "admin", other, fmt.Sprint("192.0.2.", n)); !errors.Is(err, access.ErrPassword) {
				t.Fatal(n, err)
			}
		}
		var limit *access.LimitError
		if _, _, err := d.LogIn(ctx, "admin", good, "192.0.2.99"); !errors.As(err, &limit) || limit.Seconds() != 60 {
			t.Fatalf("the eleventh: %v", err)
		}
		if _, _, err := d.LogIn(ctx, "editor", good, "192.0.2.99"); err != nil {
			t.Errorf("another user: %v", err)
		}
		clock.pass(time.Minute)
		if _, _, err := d.LogIn(ctx, "admin", good, "192.0.2.99"); err != nil {
			t.Errorf("a minute later: %v", err)
		}
	})
	t.Run("from an address, of many users", func(t *testing.T) {
		d, clock := desk(t)
		with(t, d)
		for n := range 20 {
			if _, _, err := d.LogIn(ctx, fmt.Sprint("user", n), other, fmt.Sprint("2001:db8:0:1::", n)); !errors.Is(err, access.ErrPassword) {
				t.Fatal(n, err)
			}
		}
		if _, _, err := d.LogIn(ctx, "reader", good, "2001:db8:0:1::ffff"); err == nil || !strings.Contains(err.Error(), "10 seconds") {
			t.Errorf("the same network: %v", err)
		}
		if _, _, err := d.LogIn(ctx, "reader", good, "2001:db8:0:2::1"); err != nil {
			t.Errorf("another network: %v", err)
		}
		clock.pass(time.Hour)
		if _, _, err := d.LogIn(ctx, "reader", good, "2001:db8:0:1::ffff"); err != nil {
			t.Errorf("later: %v", err)
		}
	})
}

func TestNetwork(t *testing.T) {
	for address, want := range map[string]string{"192.0.2.7": "192.0.2.7", "::ffff:192.0.2.7": "192.0.2.7", "2001:db8:1:2:3::4": "2001:db8:1:2::/64",
		"fe80::1%eth0": "fe80::/64", "a socket": "a socket", "": ""} {
		if got := access.Network(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}

// broken fails from some point on.
type broken struct {
	access.Store
	left int
}

var errBroken = errors.New("broken")

func (b *broken) View(ctx context.Context, do func(access.View) error) error {
	if b.left--; b.left < 0 {
		return errBroken
	}
	return b.Store.View(ctx, do)
}

func (b *broken) Update(ctx context.Context, do func(access.Update) error) error {
	if b.left--; b.left < 0 {
		return errBroken
	}
	return b.Store.Update(ctx, do)
}

// TestFailuresAreTold lets the store fail at each step: nobody is let in by it, and what
// failed is said.
func TestFailuresAreTold(t *testing.T) {
	ctx := context.Background()
	for left := range 2 {
		b := &broken{Store: memory.New().Access(), left: 100}
		d := access.New(b, access.Options{Cost: cheap})
		with(t, d)
		key, k, err := d.AddKey(ctx, "feeds", access.Reader, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		token, _, err := d.LogIn(ctx, "reader", good, "")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.BySession(ctx, token); err != nil {
			t.Fatal(err)
		}
		b.left = left
		if _, _, err := d.LogIn(ctx, "reader", good, ""); !errors.Is(err, errBroken) {
			t.Errorf("log in: %v", err)
		}
		b.left = 0
		_, bySession := d.BySession(ctx, token)
		_, byKey := d.ByKey(ctx, key)
		_, users := d.Users(ctx)
		_, keys := d.Keys(ctx)
		_, trail := d.Trail(ctx, access.TrailQuery{})
		for i, err := range []error{bySession, byKey, users, keys, trail, d.RevokeKey(ctx, k.ID), d.Settle(ctx), d.DropUser(ctx, "reader"), d.SetRole(ctx, "reader", access.Admin)} {
			if !errors.Is(err, errBroken) {
				t.Errorf("%d: %v", i, err)
			}
		}
		b.left = 9
		if err := d.Settle(ctx); err != nil {
			t.Errorf("settled later: %v", err)
		}
	}
}

// TestWithoutRandomnessNothingIsMade gives no secret where there is no randomness.
func TestWithoutRandomnessNothingIsMade(t *testing.T) {
	d := access.New(memory.New().Access(), access.Options{Cost: cheap, Random: io.LimitReader(strings.NewReader(""), 0)})
	_, _, logIn := d.LogIn(t.Context(), "kim", good, "")
	for _, err := range []error{d.AddUser(t.Context(), "kim", access.Reader, good), d.SetPassword(t.Context(), "kim", good), second(d.AddKey(t.Context(), "x", access.Reader, time.Time{})), logIn} {
		if !errors.Is(err, io.EOF) {
			t.Error(err)
		}
	}
}

func TestWhoHasGoneIsNotHashedFor(t *testing.T) {
	d, _ := desk(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, _, err := d.LogIn(ctx, "kim", good, ""); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
