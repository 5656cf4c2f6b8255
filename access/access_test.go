package access_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/access"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// cheap is a cost that tests can pay.
var cheap = access.Cost{Memory: 8, Time: 1, Lanes: 1}

const (
	good  = "a heron over the weir"
	other = "nine boats at anchor"
)

// clock is a time that tests move.
type clock struct{ time.Time }

func (c *clock) now() time.Time       { return c.Time }
func (c *clock) pass(d time.Duration) { c.Time = c.Add(d) }
func ctxOf(who string) context.Context {
	return access.With(context.Background(), access.Who{Name: who})
}
func day(n int) time.Time      { return time.Date(2030, 1, n, 9, 0, 0, 0, time.UTC) }
func isInvalid(err error) bool { return rapporteur.CodeOf(err) == rapporteur.Invalid }
func wrote(l []access.Line) (s []string) {
	for _, one := range l {
		s = append(s, one.Who+" "+string(one.What)+" "+one.About)
	}
	return s
}

// desk is a desk over an empty store, with its clock.
func desk(t *testing.T) (*access.Desk, *clock) {
	t.Helper()
	c := &clock{day(1)}
	return access.New(memory.New().Access(), access.Options{Now: c.now, Cost: cheap}), c
}

// with adds users of all roles, whose names are those of their roles.
func with(t *testing.T, d *access.Desk) {
	t.Helper()
	for _, r := range access.Roles() {
		if err := d.AddUser(ctxOf("root"), string(r), r, good); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhoMayDoWhat(t *testing.T) {
	for role, want := range map[access.Role][3]bool{
		access.Reader: {true, false, false}, access.Editor: {true, true, false}, access.Admin: {true, true, true}, "": {}, "owner": {},
	} {
		for i, d := range []access.Deed{access.Ask, access.Change, access.Oversee} {
			if role.May(d) != want[i] {
				t.Errorf("%q may %s: %v", role, d, !want[i])
			}
			err := access.Allow(access.With(context.Background(), access.Who{Name: "kim", Role: role}), d)
			if (err == nil) != want[i] || err != nil && !errors.Is(err, access.ErrForbidden) {
				t.Errorf("%q: allow %s gives %v", role, d, err)
			}
		}
		if role.May("dance") {
			t.Errorf("%q may do what is unknown", role)
		}
	}
	if err := access.Allow(context.Background(), access.Ask); !errors.Is(err, access.ErrUnknown) {
		t.Errorf("nobody: %v", err)
	}
	if _, err := access.RoleOf("owner"); !isInvalid(err) {
		t.Errorf("a role that is none: %v", err)
	}
}

func TestUsers(t *testing.T) {
	d, clock := desk(t)
	ctx := ctxOf("root")
	with(t, d)
	for _, c := range []struct {
		what string
		err  error
	}{
		{"a name twice", d.AddUser(ctx, "reader", access.Reader, good)},
		{"no name", d.AddUser(ctx, "", access.Reader, good)},
		{"a name of signs", d.AddUser(ctx, "key:kim", access.Reader, good)},
		{"a role that is none", d.AddUser(ctx, "kim", "owner", good)},
		{"a short password", d.AddUser(ctx, "kim", access.Reader, "short")},
		{"a long password", d.AddUser(ctx, "kim", access.Reader, strings.Repeat("long", 300))},
		{"the name as a password", d.AddUser(ctx, "kim of the coast", access.Reader, "Kim of the Coast")},
		{"one letter as a password", d.AddUser(ctx, "kim", access.Reader, strings.Repeat("a", 20))},
		{"a role of nobody", d.SetRole(ctx, "nobody", access.Reader)},
		{"another role that is none", d.SetRole(ctx, "reader", "owner")},
		{"a password of nobody", d.SetPassword(ctx, "nobody", good)},
		{"another short password", d.SetPassword(ctx, "reader", "short")},
		{"nobody dropped", d.DropUser(ctx, "nobody")},
	} {
		if !isInvalid(c.err) {
			t.Errorf("%s: %v", c.what, c.err)
		}
	}
	clock.pass(time.Hour)
	if err := errors.Join(d.SetRole(ctx, "reader", access.Editor), d.DropUser(ctx, "editor")); err != nil {
		t.Fatal(err)
	}
	users, err := d.Users(ctx)
	if err != nil || len(users) != 2 || users[1].Role != access.Editor || !users[1].Changed.Equal(day(1).Add(time.Hour)) || !users[1].Made.Equal(day(1)) {
		t.Errorf("%+v, %v", users, err)
	}
	if !strings.HasPrefix(users[0].Hash, "$argon2id$v=19$m=8,t=1,p=1$") || users[0].Hash == users[1].Hash {
		t.Errorf("hashes %s, %s", users[0].Hash, users[1].Hash)
	}
	lines, err := d.Trail(ctx, access.TrailQuery{What: []access.What{access.UserChanged, access.UserDropped}})
	if diff := cmp.Diff([]string{"root user-dropped editor", "root user-changed reader editor"}, wrote(lines)); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestKeys(t *testing.T) {
	d, clock := desk(t)
	ctx := ctxOf("root")
	key, row, err := d.AddKey(ctx, "feeds", access.Editor, day(3))
	if err != nil || strings.Contains(row.Hash, key) || !strings.HasPrefix(key, "rapp_"+row.ID+"_") {
		t.Fatalf("%s %+v %v", key, row, err)
	}
	lasting, _, err := d.AddKey(ctx, "charts", access.Reader, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	opens := func(key string, want access.Role) {
		t.Helper()
		w, err := d.ByKey(ctx, key)
		if w.Role != want || (want == "") != errors.Is(err, access.ErrUnknown) {
			t.Errorf("%s: %+v, %v", key, w, err)
		}
	}
	opens(key, access.Editor)
	opens(lasting, access.Reader)
	if w, _ := d.ByKey(ctx, key); w.Name != "key:feeds" || !w.Key {
		t.Errorf("%+v", w)
	}
	for _, wrong := range []string{"", "rapp_", key[:len(key)-1], key + "x", strings.TrimPrefix(key, "rapp_"), "rapp_nobody_" + key, "rapp_" + row.ID + "_" + row.Hash} {
		opens(wrong, "")
	}
	clock.Time = day(3)
	opens(key, "")
	opens(lasting, access.Reader)
	keys, err := d.Keys(ctx)
	if err != nil || len(keys) != 2 {
		t.Fatal(keys, err)
	}
	for _, k := range keys {
		if err := errors.Join(d.RevokeKey(ctx, k.ID), d.RevokeKey(ctx, k.ID)); err != nil {
			t.Error(err)
		}
	}
	opens(lasting, "")
	if err := d.RevokeKey(ctx, "none"); !isInvalid(err) {
		t.Error(err)
	}
	for _, err := range []error{second(d.AddKey(ctx, "late", access.Reader, day(2))), second(d.AddKey(ctx, "", access.Reader, time.Time{})), second(d.AddKey(ctx, "x", "owner", time.Time{}))} {
		if !isInvalid(err) {
			t.Error(err)
		}
	}
	lines, err := d.Trail(ctx, access.TrailQuery{})
	if err != nil || len(lines) != 4 {
		t.Errorf("%v %v", lines, err)
	}
}

func second(_ string, _ *access.Key, err error) error { return err }

// TestNoteKeepsStrangersShort writes what is typed into one short line.
func TestNoteKeepsStrangersShort(t *testing.T) {
	d, _ := desk(t)
	if err := d.Note(ctxOf("a\nb"), access.Corrected, strings.Repeat("x", 5000)); err != nil {
		t.Fatal(err)
	}
	lines, err := d.Trail(context.Background(), access.TrailQuery{})
	if err != nil || lines[0].Who != "a\uFFFDb" || len([]rune(lines[0].About)) != 201 {
		t.Errorf("%+v %v", lines, err)
	}
	if len(access.Whats()) < 10 {
		t.Error("kinds of lines are missing")
	}
}
