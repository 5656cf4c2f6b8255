package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"rapporteur/access"
)

// RunAccess tests a store of users, keys, sessions and the trail.
func RunAccess(t *testing.T, open func(*testing.T) access.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, *doors)
	}{
		{"users are kept, changed and dropped", testUsers},
		{"keys are kept and revoked", testAccessKeys},
		{"sessions end one by one, by user and by time", testSessions},
		{"the trail is asked by who, what and when", testTrail},
		{"roles at desks are given and taken", testGrants},
		{"a change is all or nothing", testAccessAtomic},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, &doors{open(t)}) })
	}
}

// doors is a store under test.
type doors struct{ access.Store }

func (s *doors) update(t *testing.T, do func(access.Update) error) {
	t.Helper()
	if err := s.Update(context.Background(), do); err != nil {
		t.Fatal(err)
	}
}

func (s *doors) view(t *testing.T, do func(access.View) error) {
	t.Helper()
	if err := s.View(context.Background(), do); err != nil {
		t.Fatal(err)
	}
}

func testUsers(t *testing.T, s *doors) {
	kim := access.User{Name: "kim", Role: access.Editor, Hash: "$a", Made: at(1), Changed: at(1)}
	alex := access.User{Name: "alex", Role: access.Admin, Hash: "$b", Made: at(2), Changed: at(3)}
	s.update(t, func(u access.Update) error {
		return errors.Join(u.PutUser(kim), u.PutUser(alex), u.PutUser(access.User{Name: "old"}))
	})
	kim.Role, kim.Hash, kim.Changed = access.Reader, "$c", at(9)
	s.update(t, func(u access.Update) error {
		return errors.Join(u.PutUser(kim), u.DropUser("old"), u.DropUser("nobody"))
	})
	s.view(t, func(v access.View) error {
		all, err := v.Users()
		equal(t, "users", []access.User{alex, kim}, all, err)
		one, err := v.User("kim")
		equal(t, "user", &kim, one, err)
		one, err = v.User("old")
		equal(t, "dropped user", (*access.User)(nil), one, err)
		return nil
	})
}

func testAccessKeys(t *testing.T, s *doors) {
	feeds := access.Key{ID: "k1", Name: "feeds", Role: access.Editor, Hash: "00", Made: at(1)}
	charts := access.Key{ID: "k2", Name: "charts", Role: access.Reader, Hash: "11", Made: at(2), Ends: at(60)}
	s.update(t, func(u access.Update) error { return errors.Join(u.PutKey(feeds), u.PutKey(charts)) })
	feeds.Revoked = at(3)
	s.update(t, func(u access.Update) error { return u.PutKey(feeds) })
	s.view(t, func(v access.View) error {
		all, err := v.Keys()
		equal(t, "keys", []access.Key{charts, feeds}, all, err)
		one, err := v.Key("k1")
		equal(t, "key", &feeds, one, err)
		one, err = v.Key("k3")
		equal(t, "no key", (*access.Key)(nil), one, err)
		return nil
	})
}

func testSessions(t *testing.T, s *doors) {
	session := func(hash, user string, seen, ends int) access.Session {
		return access.Session{Hash: hash, User: user, Began: at(0), Seen: at(seen), Ends: at(ends)}
	}
	left := func(what string, want ...string) {
		t.Helper()
		s.view(t, func(v access.View) error {
			var got []string
			for _, hash := range []string{"a", "b", "c", "d", "e"} {
				one, err := v.Session(hash)
				if err != nil {
					return err
				}
				if one != nil {
					got = append(got, hash)
				}
			}
			equal(t, what, want, got, nil)
			return nil
		})
	}
	s.update(t, func(u access.Update) error {
		return errors.Join(u.PutSession(session("a", "kim", 5, 100)), u.PutSession(session("b", "kim", 5, 100)),
			u.PutSession(session("c", "alex", 5, 100)), u.PutSession(session("d", "alex", 50, 60)), u.PutSession(session("e", "alex", 5, 100)))
	})
	left("all", "a", "b", "c", "d", "e")
	used := session("e", "alex", 50, 100)
	s.update(t, func(u access.Update) error { return errors.Join(u.PutSession(used), u.DropSession("a")) })
	left("one less", "b", "c", "d", "e")
	s.view(t, func(v access.View) error {
		one, err := v.Session("e")
		equal(t, "used", &used, one, err)
		return nil
	})
	s.update(t, func(u access.Update) error { return u.DropSessionsOf("kim") })
	left("of one user less", "c", "d", "e")
	s.update(t, func(u access.Update) error { return u.DropSessionsBefore(at(70), at(20)) })
	left("those that are over less", "e")
}

func testTrail(t *testing.T, s *doors) {
	line := func(second int, who string, what access.What) access.Line {
		return access.Line{At: at(second), Who: who, Address: "192.0.2.1", What: what, About: "x"}
	}
	s.update(t, func(u access.Update) error {
		return errors.Join(u.PutLine(line(1, "kim", access.LoggedIn)), u.PutLine(line(2, "alex", access.LogInFailed)), u.PutLine(line(3, "kim", access.Corrected)))
	})
	s.view(t, func(v access.View) error {
		all, err := v.Trail(access.TrailQuery{Limit: 1})
		last := line(3, "kim", access.Corrected)
		last.Number = 3
		equal(t, "the last line", []access.Line{last}, all, err)
		for _, c := range []struct {
			what string
			q    access.TrailQuery
			want []int64
		}{
			{"all", access.TrailQuery{}, []int64{3, 2, 1}},
			{"who", access.TrailQuery{Who: []string{"kim", "nobody"}}, []int64{3, 1}},
			{"what", access.TrailQuery{What: []access.What{access.LogInFailed, access.Corrected}}, []int64{3, 2}},
			{"when", access.TrailQuery{Since: at(2), Until: at(3)}, []int64{2}},
			{"nothing", access.TrailQuery{Since: at(4)}, nil},
		} {
			lines, err := v.Trail(c.q)
			var got []int64
			for _, l := range lines {
				got = append(got, l.Number)
			}
			equal(t, c.what, c.want, got, err)
		}
		return nil
	})
}

func testAccessAtomic(t *testing.T, s *doors) {
	broken := errors.New("broken")
	err := s.Update(context.Background(), func(u access.Update) error {
		return errors.Join(u.PutUser(access.User{Name: "kim"}), u.PutLine(access.Line{At: time.Unix(1, 0)}), broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("update gives %v", err)
	}
	s.view(t, func(v access.View) error {
		users, err := v.Users()
		equal(t, "users", 0, len(users), err)
		trail, err := v.Trail(access.TrailQuery{})
		equal(t, "trail", 0, len(trail), err)
		return nil
	})
}

func testGrants(t *testing.T, s *doors) {
	ann, ben, key := access.Grant{Holder: "ann", Namespace: "north", Role: access.Editor}, access.Grant{Holder: "ben", Namespace: "north", Role: access.Reader},
		access.Grant{Holder: "ann", Namespace: "south", Role: access.Reader}
	s.update(t, func(u access.Update) error {
		return errors.Join(u.PutGrant(key), u.PutGrant(ben), u.PutGrant(access.Grant{Holder: "ann", Namespace: "north", Role: access.Reader}), u.PutGrant(ann))
	})
	ask := func(what, holder string, want ...access.Grant) {
		t.Helper()
		s.view(t, func(v access.View) error {
			got, err := v.Grants(holder)
			equal(t, what, want, got, err)
			return nil
		})
	}
	ask("of one", "ann", ann, key)
	ask("of all", "", ann, key, ben)
	s.update(t, func(u access.Update) error { return u.DropGrant("ann", "north") })
	ask("taken", "ann", key)
	ask("of nobody", "cora")
}
