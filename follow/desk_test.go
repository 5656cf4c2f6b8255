package follow_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/follow"

	"github.com/google/go-cmp/cmp"
)

// at is the desk as one of several.
func (d *desk) at(name string, most int) *follow.Follower {
	o := d.Options
	o.Desk = follow.Desk{Name: name, Most: most}
	return follow.New(o)
}

// lists gives the titles, or addresses, of what each desk follows.
func (d *desk) lists(desks ...string) map[string][]string {
	d.Helper()
	out := map[string][]string{}
	for _, name := range desks {
		all, err := follow.List(d.Context(), d.store, name)
		if err != nil {
			d.Fatal(err)
		}
		for _, f := range all {
			if len(f.By) > 0 {
				d.Errorf("%q is told who else follows: %+v", name, f.By)
			}
			title := f.Title
			if title == "" {
				title = f.Address
			}
			out[name] = append(out[name], title)
		}
	}
	return out
}

// TestListsOfDesks keeps each desk's list by itself: what two follow under names of their
// own is asked once, as often as the more eager one wants, until nobody follows it.
func TestListsOfDesks(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	s.page("/a", "Ferry", "It rained.")
	d.follow(s.at + "/feed")
	d.round()
	s.requests()
	add := func(desk string, src follow.Source) int {
		t.Helper()
		added, err := d.at(desk, 2).AddAll(t.Context(), []follow.Source{src})
		if err != nil {
			t.Fatal(err)
		}
		return len(added)
	}
	feed := follow.Source{Address: s.at + "/feed", Title: "Our quay", Every: 5 * time.Minute, Keep: true, Added: d.clock.now()}
	if add("north", feed) != 1 || add("north", feed) != 0 || add("south", follow.Source{Address: "https://south.example/feed", Due: d.clock.now().Add(time.Hour)}) != 1 {
		t.Error("not added, or twice")
	}
	want := map[string][]string{"": {"The Quay"}, "north": {"Our quay"}, "south": {"https://south.example/feed"}}
	if diff := cmp.Diff(want, d.lists("", "north", "south", "east")); diff != "" {
		t.Error(diff)
	}
	all, err := follow.Choose(t.Context(), d.store, follow.Everybody, nil)
	if err != nil || len(all) != 2 || all[0].Every != 5*time.Minute || !all[0].Keep {
		t.Errorf("all: %+v, %v", all, err)
	}
	d.clock.pass(31 * time.Minute)
	d.round()
	d.clock.pass(6 * time.Minute)
	d.round()
	if got := s.requests(); got != "/feed /feed" {
		t.Errorf("asked %q", got)
	}
	if _, err := follow.Choose(t.Context(), d.store, "south", []string{"1"}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Error("another's source is chosen:", err)
	}
	drop := func(desk string) {
		t.Helper()
		own, err := follow.Choose(t.Context(), d.store, desk, []string{"1"})
		if err == nil {
			err = follow.Drop(t.Context(), d.store, desk, own)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	drop("north")
	if src := d.source(); src.Every != 0 && src.Every != follow.Usual || src.Keep || src.Title != "The Quay" {
		t.Errorf("what is left to the others: %+v", src)
	}
	drop("")
	if diff := cmp.Diff(map[string][]string{"south": want["south"]}, d.lists("", "north", "south")); diff != "" {
		t.Error(diff)
	}
	if all, _ := follow.Choose(t.Context(), d.store, follow.Everybody, nil); len(all) != 1 {
		t.Errorf("nobody follows it, and it is there: %+v", all)
	}
}

// TestMostFollowed lets a desk follow so many and refuses more, all that are added at once.
func TestMostFollowed(t *testing.T) {
	d := newDesk(t)
	one, two, three := follow.Source{Address: "https://a.example/1"}, follow.Source{Address: "https://a.example/2"}, follow.Source{Address: "https://a.example/3"}
	north := d.at("north", 2)
	for _, c := range []struct {
		add     []follow.Source
		refused bool
		has     int
	}{{[]follow.Source{one}, false, 1}, {[]follow.Source{two, three}, true, 1}, {[]follow.Source{one, two}, false, 2}, {[]follow.Source{three}, true, 2}, {[]follow.Source{one}, false, 2}} {
		_, err := north.AddAll(t.Context(), c.add)
		if refused := rapporteur.CodeOf(err) == rapporteur.OverQuota; refused != c.refused || !refused && err != nil {
			t.Errorf("adding %v: %v", c.add, err)
		}
		if got := d.lists("north")["north"]; len(got) != c.has {
			t.Errorf("it follows %q", got)
		}
	}
	if _, err := d.AddAll(t.Context(), []follow.Source{one, two, three}); err != nil {
		t.Error("everybody's list has no quota:", err)
	}
}

// TestFollowedElsewhere asks nobody what lies at an address that others follow already.
func TestFollowedElsewhere(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	s.page("/a", "Ferry", "It rained.")
	if _, err := d.Add(t.Context(), follow.Wish{Address: s.at + "/feed"}); err != nil {
		t.Fatal(err)
	}
	d.round()
	s.requests()
	found, err := d.at("north", 0).Add(t.Context(), follow.Wish{Address: s.at + "/feed?utm_source=x", Every: time.Hour})
	if err != nil || len(found.Added) != 1 || found.Added[0].ID != 1 || found.Added[0].Title != "The Quay" {
		t.Errorf("%+v, %v", found, err)
	}
	if got := s.requests(); got != "" {
		t.Errorf("asked %q", got)
	}
	if _, err := d.at("north", 0).Add(t.Context(), follow.Wish{Address: s.at + "/feed"}); err == nil || !strings.Contains(err.Error(), "followed already") {
		t.Error(err)
	}
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	found, err = d.at("south", 0).Add(t.Context(), follow.Wish{Address: s.at + "/feed", Title: "Southern", Outlet: "Mole"})
	if err != nil || found.Added[0].Title != "Southern" || d.source().Title != "The Quay" {
		t.Errorf("%+v, %v", found, err)
	}
}

// TestFollowedWhileAsked keeps what a desk says of its list while a round is under way.
func TestFollowedWhileAsked(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	s.page("/a", "Ferry", "It rained.")
	d.follow(s.at + "/feed")
	d.again(func(o *follow.Options) {
		tell := o.Tell
		o.Tell = func(e follow.Event) {
			tell(e)
			if e.Outcome == "answered" {
				return
			}
			if _, err := d.at("north", 0).AddAll(t.Context(), []follow.Source{{Address: s.at + "/feed"}}); err != nil {
				t.Error(err)
			}
			own, _ := follow.Choose(t.Context(), d.store, "", nil)
			if err := follow.Drop(t.Context(), d.store, "", own); err != nil {
				t.Error(err)
			}
		}
	})
	d.round()
	d.clock.pass(31 * time.Minute)
	d.round()
	if diff := cmp.Diff(map[string][]string{"north": {"The Quay"}}, d.lists("", "north")); diff != "" {
		t.Error(diff)
	}
}

// TestMovedToWhatOthersFollow has a desk follow what its source moved to, where that is
// followed by others.
func TestMovedToWhatOthersFollow(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/new", [3]string{"/a", "1", "Ferry"})
	s.page("/a", "Ferry", "It rained.")
	s.answer("/old", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/new", http.StatusMovedPermanently) })
	d.follow(s.at + "/new")
	if _, err := d.at("north", 0).AddAll(t.Context(), []follow.Source{{Address: s.at + "/old", Title: "Old", Due: d.clock.now()}}); err != nil {
		t.Fatal(err)
	}
	d.round()
	all, err := follow.List(t.Context(), d.store, "north")
	if err != nil || len(all) != 2 || !all[1].Gone || all[0].Address != s.at+"/new" || all[0].Title != "Old" {
		t.Errorf("%+v, %v", all, err)
	}
}

// TestOverQuota has reports of a desk that may bring in no more today wait for tomorrow,
// without asking for their pages again meanwhile, and loses none.
func TestOverQuota(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	var items [][3]string
	for _, p := range []string{"/a", "/b", "/c"} {
		items = append(items, [3]string{p, p, "Title " + p})
		s.page(p, "Title "+p, "Of "+p+".")
	}
	s.feed("/feed", items...)
	full := true
	d.again(func(o *follow.Options) {
		take := o.Take
		o.Take = func(ctx context.Context, fresh []follow.Fresh) ([]follow.Taken, error) {
			if !full {
				return take(ctx, fresh)
			}
			return slices.Repeat([]follow.Taken{{Err: &rapporteur.Error{Code: rapporteur.OverQuota, Message: "no more today"}}}, len(fresh)), nil
		}
	})
	d.follow(s.at + "/feed")
	for round := range 5 {
		if sum := d.round(); sum.Failed != 0 || round == 0 && sum.Waiting != 3 {
			t.Errorf("what waits for tomorrow: %+v", sum)
		}
		d.clock.pass(time.Hour)
	}
	if got := s.requests(); strings.Count(got, "/a") != 1 || strings.Count(got, "/c") != 1 {
		t.Errorf("asked %q", got)
	}
	failures, err := follow.Failures(t.Context(), d.store, "", 2)
	if err != nil || len(failures) != 2 || failures[0].State != follow.Waiting || !strings.HasSuffix(failures[0].Problem, "no more today") {
		t.Errorf("%+v, %v", failures, err)
	}
	if none, err := follow.Failures(t.Context(), d.store, "north", 0); err != nil || len(none) > 0 {
		t.Errorf("another desk sees them: %+v, %v", none, err)
	}
	full = false
	d.clock.pass(12 * time.Hour)
	if d.round(); len(d.taken) != 3 {
		t.Errorf("taken the next day: %q", d.taken)
	}
}
