package access_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// grant gives roles at desks, in the order given.
func grant(t *testing.T, d *access.Desk, all ...access.Grant) {
	t.Helper()
	for _, g := range all {
		if err := d.SetGrant(ctxOf("root"), g.Holder, g.Namespace, g.Role); err != nil {
			t.Fatal(g, err)
		}
	}
}

func TestGrants(t *testing.T) {
	d, _ := desk(t)
	with(t, d)
	ctx := ctxOf("root")
	_, key, err := d.AddKey(ctx, "feeds", access.None, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	feeds := access.KeyHolder(key.ID)
	for _, c := range []struct {
		what, holder string
		role         access.Role
	}{
		{"an admin of one desk", "reader", access.Admin},
		{"a role that is none", "reader", "owner"},
		{"no role", "reader", ""},
		{"a user who is not there", "nobody", access.Reader},
		{"a key that is not there", access.KeyHolder("none"), access.Reader},
		{"a key without an id", access.KeyHolder(""), access.Reader},
		{"a key by its name", "key:feeds", access.Reader},
		{"a role taken from a user who is not there", "nobody", access.None},
	} {
		if err := d.SetGrant(ctx, c.holder, "north", c.role); !isInvalid(err) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
	grant(t, d, access.Grant{Holder: "reader", Namespace: "south", Role: access.Reader}, access.Grant{Holder: feeds, Namespace: "north", Role: access.Editor},
		access.Grant{Holder: "reader", Namespace: "north", Role: access.Reader}, access.Grant{Holder: "reader", Namespace: "north", Role: access.Editor},
		access.Grant{Holder: "editor", Namespace: "south", Role: access.Reader}, access.Grant{Holder: "editor", Namespace: "south", Role: access.None},
		access.Grant{Holder: "editor", Namespace: "north", Role: access.None}) // where they had none
	of := []access.Grant{{Holder: "reader", Namespace: "north", Role: access.Editor}, {Holder: "reader", Namespace: "south", Role: access.Reader}}
	for holder, want := range map[string][]access.Grant{"reader": of, "editor": nil, "nobody": nil,
		feeds: {{Holder: feeds, Namespace: "north", Role: access.Editor}}, "": append([]access.Grant{{Holder: feeds, Namespace: "north", Role: access.Editor}}, of...)} {
		got, err := d.Grants(ctx, holder)
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Errorf("roles of %q: %s %v", holder, diff, err)
		}
	}
	lines, err := d.Trail(ctx, access.TrailQuery{What: []access.What{access.RoleGiven}, Limit: 4})
	if diff := cmp.Diff([]string{"root role-given editor none at north", "root role-given editor none at south", "root role-given editor reader at south",
		"root role-given reader editor at north"}, wrote(lines)); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

// TestAt tells at which desk somebody asks, and what they may do there.
func TestAt(t *testing.T) {
	d, _ := desk(t)
	with(t, d)
	for _, name := range []string{"ann", "ben"} { // who work at desks alone, and ben at none yet
		if err := d.AddUser(ctxOf("root"), name, access.None, good); err != nil {
			t.Fatal(err)
		}
	}
	grant(t, d, access.Grant{Holder: "ann", Namespace: "south", Role: access.Editor}, access.Grant{Holder: "ann", Namespace: "north", Role: access.Reader},
		access.Grant{Holder: "reader", Namespace: "north", Role: access.Editor}, access.Grant{Holder: "editor", Namespace: "north", Role: access.Reader})
	both, north := []string{"north", "south"}, []string{"north"}
	for _, c := range []struct {
		who, asks string
		want      access.Who // with its name; without a role where it is forbidden
	}{
		{"ann", "", access.Who{Role: access.Reader, Namespace: "north", Desks: both}},
		{"ann", "north", access.Who{Role: access.Reader, Namespace: "north", Desks: both}},
		{"ann", "south", access.Who{Role: access.Editor, Namespace: "south", Desks: both}},
		{"ann", "west", access.Who{}},
		{"ben", "", access.Who{}},
		{"ben", "north", access.Who{}},
		{"reader", "", access.Who{Role: access.Reader, Desks: north, Shared: true}},
		{"reader", "north", access.Who{Role: access.Editor, Namespace: "north", Desks: north, Shared: true}},
		{"reader", "south", access.Who{}},
		{"editor", "north", access.Who{Role: access.Reader, Namespace: "north", Desks: north, Shared: true}}, // a role of the shared record is none at a desk
		{"editor", "south", access.Who{}},
		{"admin", "", access.Who{Role: access.Admin, Shared: true}},
		{"admin", "south", access.Who{Role: access.Admin, Namespace: "south", Shared: true}},
	} {
		got, err := d.At(t.Context(), loggedIn(t, d, c.who), c.asks)
		if c.want.Role == "" {
			if !errors.Is(err, access.ErrForbidden) {
				t.Errorf("%s at %q: %+v, %v", c.who, c.asks, got, err)
			}
			continue
		}
		c.want.Name = c.who
		if diff := cmp.Diff(c.want, got, cmpopts.IgnoreUnexported(access.Who{})); diff != "" || err != nil {
			t.Errorf("%s at %q: %s %v", c.who, c.asks, diff, err)
		}
	}
}

// loggedIn is a user in a session that has just begun.
func loggedIn(t *testing.T, d *access.Desk, name string) access.Who {
	t.Helper()
	token, _, err := d.LogIn(t.Context(), name, good, "")
	if err != nil {
		t.Fatal(name, err)
	}
	w, err := d.BySession(t.Context(), token)
	if err != nil {
		t.Fatal(name, err)
	}
	return w
}

// TestAtWithoutLogIn asks on this machine, where nobody holds a grant.
func TestAtWithoutLogIn(t *testing.T) {
	d, _ := desk(t)
	with(t, d)
	grant(t, d, access.Grant{Holder: "reader", Namespace: "north", Role: access.Editor})
	if w, err := d.At(t.Context(), access.Who{Role: access.Admin}, "north"); err != nil || w.Namespace != "north" || w.Role != access.Admin || w.Desks != nil {
		t.Errorf("an admin: %+v, %v", w, err)
	}
	if w, err := d.At(t.Context(), access.Who{Name: "reader", Role: access.Reader}, "north"); !errors.Is(err, access.ErrForbidden) {
		t.Errorf("by a name alone: %+v, %v", w, err)
	}
}

// TestKeyAtDesks lets a key in at its desk, and at no other.
func TestKeyAtDesks(t *testing.T) {
	d, _ := desk(t)
	with(t, d)
	key, row, err := d.AddKey(ctxOf("root"), "reader", access.None, time.Time{}) // called as a user is
	if err != nil {
		t.Fatal(err)
	}
	grant(t, d, access.Grant{Holder: access.KeyHolder(row.ID), Namespace: "north", Role: access.Editor}, access.Grant{Holder: "reader", Namespace: "south", Role: access.Reader})
	w, err := d.ByKey(t.Context(), key)
	if err != nil || w.May(access.Ask) {
		t.Fatalf("on the shared record: %+v, %v", w, err)
	}
	if at, err := d.At(t.Context(), w, ""); err != nil || at.Namespace != "north" || !at.May(access.Change) || !at.Key || at.Shared {
		t.Errorf("%+v, %v", at, err)
	}
	if at, err := d.At(t.Context(), w, "south"); !errors.Is(err, access.ErrForbidden) {
		t.Errorf("at the desk of a user of its name: %+v, %v", at, err)
	}
}

// TestGrantsGoWithTheirUser leaves a new user of an old name without the old roles, and
// others with theirs.
func TestGrantsGoWithTheirUser(t *testing.T) {
	d, _ := desk(t)
	with(t, d)
	ctx, kept := ctxOf("root"), access.Grant{Holder: "editor", Namespace: "north", Role: access.Reader}
	grant(t, d, access.Grant{Holder: "reader", Namespace: "north", Role: access.Editor}, access.Grant{Holder: "reader", Namespace: "south", Role: access.Editor}, kept)
	was := loggedIn(t, d, "reader")
	if err := d.DropUser(ctx, "reader"); err != nil {
		t.Fatal(err)
	}
	if w, err := d.At(ctx, was, "north"); !errors.Is(err, access.ErrForbidden) {
		t.Errorf("who was dropped: %+v, %v", w, err)
	}
	if err := d.AddUser(ctx, "reader", access.None, good); err != nil {
		t.Fatal(err)
	}
	if w, err := d.At(ctx, loggedIn(t, d, "reader"), ""); !errors.Is(err, access.ErrForbidden) {
		t.Errorf("who came anew: %+v, %v", w, err)
	}
	all, err := d.Grants(ctx, "")
	if diff := cmp.Diff([]access.Grant{kept}, all); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

// TestGrantsOfABrokenStore gives nobody a role at a desk when the store fails.
func TestGrantsOfABrokenStore(t *testing.T) {
	b := &broken{Store: memory.New().Access(), left: 100}
	d := access.New(b, access.Options{Cost: cheap})
	with(t, d)
	grant(t, d, access.Grant{Holder: "reader", Namespace: "north", Role: access.Editor})
	w := loggedIn(t, d, "reader")
	b.left = 0
	_, grants := d.Grants(t.Context(), "")
	at, atErr := d.At(t.Context(), w, "north")
	for i, err := range []error{grants, atErr, d.SetGrant(t.Context(), "reader", "north", access.Reader)} {
		if !errors.Is(err, errBroken) {
			t.Errorf("%d: %v", i, err)
		}
	}
	if at.Namespace != "" || at.Role != access.Reader {
		t.Errorf("%+v", at)
	}
}

// zeros is a source of secrets that are all alike.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

// TestIDOfAKeyIsTakenOnce leaves a key as it is when another would get its id.
func TestIDOfAKeyIsTakenOnce(t *testing.T) {
	d := access.New(memory.New().Access(), access.Options{Cost: cheap, Random: zeros{}})
	ctx := ctxOf("root")
	if _, _, err := d.AddKey(ctx, "feeds", access.Reader, time.Time{}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := d.AddKey(ctx, "charts", access.Admin, time.Time{}); rapporteur.CodeOf(err) != rapporteur.Busy {
		t.Errorf("an id twice: %v", err)
	}
	if keys, err := d.Keys(ctx); err != nil || len(keys) != 1 || keys[0].Name != "feeds" || keys[0].Role != access.Reader {
		t.Errorf("%+v, %v", keys, err)
	}
}

// meanwhile is a store in which something happens once, just after somebody has looked.
type meanwhile struct {
	access.Store
	do func()
}

func (m *meanwhile) View(ctx context.Context, do func(access.View) error) error {
	err := m.Store.View(ctx, do)
	if then := m.do; then != nil {
		m.do = nil
		then()
	}
	return err
}

// TestLogInSeesWhatHappenedMeanwhile begins no session of a user who was changed or
// dropped while their password was compared.
func TestLogInSeesWhatHappenedMeanwhile(t *testing.T) {
	ctx := ctxOf("root")
	for what, do := range map[string]func(*access.Desk) error{
		"another password": func(d *access.Desk) error { return d.SetPassword(ctx, "reader", other) },
		"a user dropped":   func(d *access.Desk) error { return d.DropUser(ctx, "reader") },
	} {
		m := &meanwhile{Store: memory.New().Access()}
		d := access.New(m, access.Options{Cost: cheap})
		with(t, d)
		m.do = func() {
			if err := do(d); err != nil {
				t.Error(what, err)
			}
		}
		if token, _, err := d.LogIn(t.Context(), "reader", good, ""); !errors.Is(err, access.ErrPassword) || token != "" {
			t.Errorf("%s: %q, %v", what, token, err)
		}
	}
}

func TestNameOfWhoAsks(t *testing.T) {
	if got := access.Name(ctxOf("kim")); got != "kim" {
		t.Error(got)
	}
	if got := access.Name(t.Context()); got != "" {
		t.Errorf("nobody is called %s", got)
	}
}
