package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"rapporteur/follow"
)

// RunFollows tests a store of what is followed.
func RunFollows(t *testing.T, open func(*testing.T) follow.Store) {
	for _, c := range []struct {
		name string
		test func(*testing.T, *followed)
	}{
		{"sources are kept, changed and dropped with their items", testSources},
		{"items are found by key and guid, and when they are due", testItems},
		{"items are counted, given up, forgotten and dropped", testCounts},
		{"hosts are kept", testHosts},
		{"pages are kept as they were", testFollowPages},
		{"what fails changes nothing", testFollowAtomic},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, &followed{open(t)}) })
	}
}

// followed is a store under test.
type followed struct{ follow.Store }

func (s *followed) update(t *testing.T, do func(follow.Update) error) {
	t.Helper()
	if err := s.Update(context.Background(), do); err != nil {
		t.Fatal(err)
	}
}

func (s *followed) view(t *testing.T, do func(follow.View) error) {
	t.Helper()
	if err := s.View(context.Background(), do); err != nil {
		t.Fatal(err)
	}
}

// put adds items.
func (s *followed) put(t *testing.T, items ...follow.Item) {
	t.Helper()
	s.update(t, func(u follow.Update) error {
		var errs []error
		for _, it := range items {
			errs = append(errs, u.PutItem(it))
		}
		return errors.Join(errs...)
	})
}

func keysOf(items []follow.Item) (out []string) {
	for i := range items {
		out = append(out, items[i].Key)
	}
	return out
}

func testSources(t *testing.T, s *followed) {
	one := follow.Source{Kind: "feed", Address: "https://a.example/feed", Title: "A", Every: time.Hour, Wants: time.Minute, Keep: true, Added: at(1), Due: at(2), ETag: `"x"`}
	two := follow.Source{Kind: follow.Folder, Address: "/inbox", Outlet: "Desk", Added: at(1), By: []follow.Interest{{Desk: "north", Title: "Post", Every: time.Hour, Keep: true, Added: at(1)}, {}}}
	s.update(t, func(u follow.Update) error {
		var errs [2]error
		one.ID, errs[0] = u.PutSource(one)
		two.ID, errs[1] = u.PutSource(two)
		return errors.Join(errs[:]...)
	})
	if one.ID != 1 || two.ID != 2 {
		t.Errorf("the numbers are %d and %d", one.ID, two.ID)
	}
	s.put(t, follow.Item{Key: "a", Source: 1}, follow.Item{Key: "b", Source: 2})
	two.Failures, two.Problem, two.Gone = 3, "it is not there", true
	s.update(t, func(u follow.Update) error {
		_, err := u.PutSource(two)
		return errors.Join(err, u.DropSource(1))
	})
	s.view(t, func(v follow.View) error {
		all, err := v.Sources()
		equal(t, "sources", []follow.Source{two}, all, err)
		items, err := v.Items("a", "b")
		equal(t, "items of what is left", []string{"b"}, keysOf(items), err)
		return nil
	})
	s.view(t, func(v follow.View) error {
		one, err := v.Source(two.ID)
		equal(t, "one source", &two, one, err)
		none, err := v.Source(1)
		equal(t, "a source that was dropped", (*follow.Source)(nil), none, err)
		return nil
	})
	s.update(t, func(u follow.Update) error {
		if err := u.DropSource(2); err != nil {
			return err
		}
		n, err := u.PutSource(follow.Source{Address: "x"})
		equal(t, "a number given once", int64(3), n, err)
		return nil
	})
}

func testItems(t *testing.T, s *followed) {
	full := follow.Item{Key: "h.example/a", Source: 1, Host: "https://h.example", GUID: "g1", Address: "https://h.example/a", Title: "A", Published: at(1), Content: "<p>x", State: follow.Waiting,
		Seen: at(2), Listed: at(3), Due: at(4), Tries: 2, ETag: "e", Modified: "m", Text: "t", Report: "r", Revisions: 1, Problem: "late"}
	s.put(t, full, follow.Item{Key: "h.example/b", Source: 1, Host: "https://h.example", Due: at(2)}, follow.Item{Key: "h.example/c", Source: 2, Host: "https://h.example", GUID: "g1", Due: at(9)},
		follow.Item{Key: "guid 7", Source: 1, Due: at(5)}, follow.Item{Key: "i.example/d", Source: 1, Host: "https://i.example"})
	s.view(t, func(v follow.View) error {
		items, err := v.Items("i.example/d", "h.example/a", "none", "h.example/a")
		equal(t, "by key", []follow.Item{full, {Key: "i.example/d", Source: 1, Host: "https://i.example"}}, items, err)
		items, err = v.Items()
		equal(t, "by no key", nil, keysOf(items), err)
		items, err = v.ByGUID(1, "g1", "", "g2")
		equal(t, "by guid", []string{"h.example/a"}, keysOf(items), err)
		items, err = v.Due("https://h.example", at(4), 10)
		equal(t, "due", []string{"h.example/b", "h.example/a"}, keysOf(items), err)
		items, err = v.Due("https://h.example", at(9), 1)
		equal(t, "the first that is due", []string{"h.example/b"}, keysOf(items), err)
		items, err = v.Due("", at(9), 10)
		equal(t, "due without a host", []string{"guid 7"}, keysOf(items), err)
		dues, err := v.Dues()
		equal(t, "hosts", map[string]time.Time{"https://h.example": at(2), "": at(5)}, dues, err)
		return nil
	})
	full.Due, full.State = time.Time{}, follow.Done
	s.put(t, full)
	s.view(t, func(v follow.View) error {
		items, err := v.Items("h.example/a")
		equal(t, "changed", []follow.Item{full}, items, err)
		items, err = v.Due("https://h.example", at(4), 10)
		equal(t, "due then", []string{"h.example/b"}, keysOf(items), err)
		return nil
	})
}

func testCounts(t *testing.T, s *followed) {
	s.put(t, follow.Item{Key: "a", Source: 1, State: follow.Waiting, Due: at(1), Listed: at(1)}, follow.Item{Key: "b", Source: 1, State: follow.Failed, Problem: "x", Seen: at(2), Listed: at(2)},
		follow.Item{Key: "c", Source: 1, State: follow.Done, Report: "r1", Due: at(3), Listed: at(3)}, follow.Item{Key: "d", Source: 2, State: follow.Failed, Problem: "y", Seen: at(5), Listed: at(5)},
		follow.Item{Key: "e", Source: 2, State: follow.Waiting, Problem: "z", Seen: at(4), Due: at(6), Listed: at(1)})
	s.view(t, func(v follow.View) error {
		counts, err := v.Counts()
		equal(t, "counts", map[int64]follow.Count{1: {Items: 3, Waiting: 1, Failed: 1}, 2: {Items: 2, Waiting: 1, Failed: 1}}, counts, err)
		failed, err := v.Failed(2)
		equal(t, "failed", []string{"d", "e"}, keysOf(failed), err)
		failed, err = v.Failed(0)
		equal(t, "all that failed", []string{"d", "e", "b"}, keysOf(failed), err)
		return nil
	})
	s.update(t, func(u follow.Update) error { return errors.Join(u.Forget("r1", "r2"), u.DropItems(at(3))) })
	s.view(t, func(v follow.View) error {
		items, err := v.Items("a", "b", "c", "d", "e")
		equal(t, "left", []string{"a", "c", "d", "e"}, keysOf(items), err)
		if !items[1].Due.IsZero() || items[1].State != follow.Done {
			t.Errorf("forgotten: %+v", items[1])
		}
		return nil
	})
}

func testHosts(t *testing.T, s *followed) {
	h := follow.Host{Name: "https://h.example", Free: at(1), Robots: "User-agent: *", Fetched: at(2), Failures: 3}
	s.update(t, func(u follow.Update) error {
		return errors.Join(u.PutHost(follow.Host{Name: "https://i.example"}), u.PutHost(follow.Host{Name: h.Name}), u.PutHost(h))
	})
	s.view(t, func(v follow.View) error {
		all, err := v.Hosts()
		equal(t, "hosts", []follow.Host{h, {Name: "https://i.example"}}, all, err)
		return nil
	})
}

func testFollowPages(t *testing.T, s *followed) {
	first := follow.Page{Report: "r1", Address: "https://h.example/a", Fetched: at(1), Type: "text/html", Body: []byte("<p>caf\xe9\x00")}
	second := follow.Page{Report: "r2", Address: "https://h.example/a", Fetched: at(2), Body: []byte("b")}
	s.update(t, func(u follow.Update) error { return errors.Join(u.PutPage(first), u.PutPage(second)) })
	s.view(t, func(v follow.View) error {
		pages, err := v.Pages("r1")
		equal(t, "of a report", []follow.Page{first}, pages, err)
		pages, err = v.Pages("https://h.example/a")
		equal(t, "of an address", []follow.Page{first, second}, pages, err)
		return nil
	})
	s.update(t, func(u follow.Update) error { return u.Forget("r1") })
	s.view(t, func(v follow.View) error {
		pages, err := v.Pages("https://h.example/a")
		equal(t, "left", []follow.Page{second}, pages, err)
		return nil
	})
}

func testFollowAtomic(t *testing.T, s *followed) {
	s.update(t, func(u follow.Update) error {
		_, err := u.PutSource(follow.Source{Address: "a"})
		return errors.Join(err, u.PutItem(follow.Item{Key: "a", Source: 1, Title: "was", Report: "r1", Due: at(1)}), u.PutPage(follow.Page{Report: "r1"}))
	})
	broken := errors.New("broken")
	err := s.Update(context.Background(), func(u follow.Update) error {
		_, err := u.PutSource(follow.Source{Address: "b"})
		return errors.Join(err, u.PutItem(follow.Item{Key: "a", Source: 1, Title: "is"}), u.PutItem(follow.Item{Key: "b", Source: 1}), u.PutHost(follow.Host{Name: "h"}),
			u.Forget("r1"), u.DropSource(1), broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("update gives %v", err)
	}
	s.view(t, func(v follow.View) error {
		all, err := v.Sources()
		equal(t, "sources", 1, len(all), err)
		items, err := v.Items("a", "b")
		equal(t, "items", []follow.Item{{Key: "a", Source: 1, Title: "was", Report: "r1", Due: at(1)}}, items, err)
		hosts, err := v.Hosts()
		equal(t, "hosts", 0, len(hosts), err)
		pages, err := v.Pages("r1")
		equal(t, "pages", 1, len(pages), err)
		return nil
	})
	stopped, stop := context.WithCancel(context.Background())
	stop()
	if err := s.Update(stopped, func(follow.Update) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("update of a context that is over gives %v", err)
	}
	if err := s.View(stopped, func(follow.View) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("view of a context that is over gives %v", err)
	}
}
