package follow_test

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/follow"
	"rapporteur/store/memory"
)

// TestRound takes each item once, whatever the feed says of it afterwards, looks at pages
// again for two days, and takes what was revised.
func TestRound(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/a", "1", "Ferry"}, [3]string{"/b?utm_source=x", "2", "Tolls"})
	s.page("/a", "Ferry", "It rained.")
	s.page("/b", "Tolls", "It snowed.")
	d.follow(s.at + "/feed")
	sum := d.round()
	if got := strings.Join(d.taken, " "); got != "Ferry Tolls" || sum.Added != 2 || sum.New != 2 || sum.Sources != 1 || sum.Pages != 2 {
		t.Fatalf("taken %q, %+v", got, sum)
	}
	if got := s.requests(); got != "/feed /a /b" {
		t.Errorf("asked %q", got)
	}
	if src := d.source(); src.Kind != "feed" || src.Title != "The Quay" || !src.Due.Equal(sum.Began.Add(2*time.Second+follow.Usual)) {
		t.Errorf("source %+v", src)
	}
	if again := d.round(); again.Sources != 0 || s.requests() != "" {
		t.Errorf("asked again at once: %+v", again)
	}
	d.clock.pass(31 * time.Minute)
	s.feed("/feed", [3]string{"/b/", "x", "Tolls again"}, [3]string{"/a#top", "1", "Ferry"})
	if sum := d.round(); sum.New != 0 || sum.Unchanged != 1 || s.requests() != "/feed" {
		t.Errorf("a round with nothing new: %+v", sum)
	}
	s.page("/a", "Ferry", "It rained, and then it stopped.")
	d.clock.pass(time.Hour)
	if d.round(); len(d.taken) != 3 || !strings.Contains(d.texts[2], "then it stopped") {
		t.Errorf("the revision: %q", d.taken)
	}
	for range 200 {
		d.clock.pass(time.Hour)
		d.round()
	}
	if asked := s.requests(); strings.Count(asked, "/a") != 5 || len(d.taken) != 3 {
		t.Errorf("looked at again: %q", asked)
	}
}

// TestRestart loses nothing and asks for nothing twice when the program ends between any
// two requests.
func TestRestart(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	var items [][3]string
	for _, p := range []string{"/a", "/b", "/c", "/d", "/e"} {
		items = append(items, [3]string{p, p, "Title " + p})
		s.page(p, "Title "+p, "Of "+p+".")
	}
	s.feed("/feed", items...)
	d.follow(s.at + "/feed")
	for n := 1; ; n++ {
		ctx, cancel := context.WithCancel(t.Context())
		left := n
		d.again(func(o *follow.Options) {
			o.After = func(time.Duration) <-chan time.Time {
				if left--; left == 0 {
					cancel()
				}
				return d.clock.after(3 * time.Second)
			}
		})
		_, err := d.Round(ctx)
		cancel()
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) || n > 30 {
			t.Fatal(err)
		}
	}
	slices.Sort(d.taken)
	if got := strings.Join(slices.Compact(d.taken), ","); got != "Title /a,Title /b,Title /c,Title /d,Title /e" {
		t.Errorf("taken %q", got)
	}
}

// TestRecordFails ends the round with the record's error, and what was not taken is taken
// the next time.
func TestRecordFails(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	s.page("/a", "Ferry", "")
	d.follow(s.at + "/feed")
	take, full := d.Take, errors.New("the disk is full")
	d.again(func(o *follow.Options) {
		o.Take = func(context.Context, []follow.Fresh) ([]follow.Taken, error) { return nil, full }
	})
	if _, err := d.Round(t.Context()); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
	d.again(func(o *follow.Options) { o.Take = take })
	if d.round(); len(d.taken) != 1 {
		t.Errorf("taken %q", d.taken)
	}
}

// TestConditional sends what the server said to know a version by, and reads nothing that
// has not changed.
func TestConditional(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	same := func(text string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if r.Header.Get("If-None-Match") == `"v1"` && r.Header.Get("If-Modified-Since") == "Tue, 04 Mar 2031 07:00:00 GMT" {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			w.Header().Set("ETag", `"v1"`)
			w.Header().Set("Last-Modified", "Tue, 04 Mar 2031 07:00:00 GMT")
			_, _ = w.Write([]byte(text))
		}
	}
	s.answer("/feed", same(strings.Replace(rss([3]string{"/a", "1", "Ferry"}), "<title>", "<ttl>90</ttl><title>", 1)))
	s.answer("/a", same(pageOf("Ferry", "")))
	d.follow(s.at + "/feed")
	d.round()
	d.clock.pass(100 * time.Minute)
	if sum := d.round(); sum.Unchanged != 1 || sum.Pages != 1 || len(d.taken) != 1 || s.requests() != "/feed /a /feed /a" {
		t.Errorf("%+v, taken %q", sum, d.taken)
	}
	d.clock.pass(80 * time.Minute)
	if d.round(); s.requests() != "" {
		t.Error("asked sooner than the feed's ttl wants, which a 304 does not repeat")
	}
}

// TestContent reads what a feed has of an item that has no page.
func TestContent(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.text("/feed", `{"version": "https://jsonfeed.org/version/1.1", "title": "Bulletin", "items": [{"id": "7", "title": "Talks", "date_published": "2031-03-03T10:00:00Z",
"content_html": "<p>The envoys of Mali and Niger met in Gao on Monday and spoke of wells, the host said.</p>"}, {"id": "8", "title": "Empty", "content_html": "<p> </p>"}]}`)
	d.follow(s.at + "/feed")
	sum := d.round()
	if sum.Added != 1 || sum.Failed != 1 || sum.Pages != 0 || !strings.Contains(strings.Join(d.texts, ""), "met in Gao") {
		t.Errorf("%+v %q", sum, d.texts)
	}
	d.clock.pass(2 * time.Hour)
	if sum := d.round(); sum.New != 0 || sum.Pages != 0 || len(d.taken) != 1 {
		t.Errorf("%+v", sum)
	}
}

// TestMovedItem knows an item by its guid and title where its address changes, and does
// not where a feed gives everything one guid.
func TestMovedItem(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/a", "g", "Ferry"})
	for _, p := range []string{"/a", "/new-a", "/b"} {
		s.page(p, "Ferry", "On "+p+".")
	}
	d.follow(s.at + "/feed")
	d.round()
	s.requests()
	d.clock.pass(40 * time.Minute)
	s.feed("/feed", [3]string{"/new-a", "g", "Ferry"})
	if sum := d.round(); sum.New != 0 || s.requests() != "/feed" {
		t.Errorf("the item moved: %+v", sum)
	}
	d.clock.pass(40 * time.Minute)
	if d.round(); s.requests() != "/feed /new-a" {
		t.Error("it is not looked at where it is now")
	}
	d.clock.pass(40 * time.Minute)
	s.feed("/feed", [3]string{"/b", "g", "Another ferry"})
	if sum := d.round(); sum.New != 1 {
		t.Errorf("another item with the guid: %+v", sum)
	}
}

// TestTakenFails notes which reports are not on the record, and why.
func TestTakenFails(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	s.page("/a", "Ferry", "")
	d.fails["Ferry"] = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "not in English"}
	d.follow(s.at + "/feed")
	if sum := d.round(); sum.Failed != 1 {
		t.Errorf("%+v", sum)
	}
	list, err := follow.List(t.Context(), d.store, "")
	if err != nil || list[0].Failed != 1 || list[0].Items != 1 {
		t.Errorf("%+v %v", list, err)
	}
	if e := d.events[len(d.events)-1]; e.Item == nil || e.Err == nil || !strings.Contains(e.Item.Problem, "not in English") {
		t.Errorf("told %+v", e)
	}
}

// TestKeepPages keeps pages as they were, each version once.
func TestKeepPages(t *testing.T) {
	s, d := newSite(t), newDesk(t, func(o *follow.Options) { o.Keep = true })
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	s.page("/a", "Ferry", "First.")
	d.follow(s.at + "/feed")
	d.round()
	d.clock.pass(90 * time.Minute)
	s.page("/a", "Ferry", "Second.")
	d.round()
	d.clock.pass(5 * time.Hour)
	d.round()
	err := d.store.View(t.Context(), func(v follow.View) error {
		pages, err := v.Pages(s.at + "/a")
		if err != nil || len(pages) != 2 || !strings.Contains(string(pages[0].Body), "<p>First.") || !strings.HasPrefix(pages[1].Type, "text/html") || pages[1].Report == "" {
			t.Errorf("%d pages, %v", len(pages), err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestLongest ends a round that has gone on for long, with the work that is left.
func TestLongest(t *testing.T) {
	s, d := newSite(t), newDesk(t, func(o *follow.Options) { o.Longest = 5 * time.Second })
	s.feed("/feed", [3]string{"/a", "1", "A"}, [3]string{"/b", "2", "B"}, [3]string{"/c", "3", "C"}, [3]string{"/d", "4", "D"})
	for _, p := range []string{"/a", "/b", "/c", "/d"} {
		s.page(p, p, p)
	}
	d.follow(s.at + "/feed")
	sum := d.round()
	if !sum.Cut || len(d.taken) == 4 {
		t.Errorf("%+v, %q", sum, d.taken)
	}
	for range 3 {
		d.clock.pass(3 * time.Second)
		sum = d.round()
	}
	if len(d.taken) != 4 || sum.Cut {
		t.Errorf("%+v, %q", sum, d.taken)
	}
}

// TestForget has what was taken off the record not come back.
func TestForget(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	s.page("/a", "Ferry", "First.")
	d.follow(s.at + "/feed")
	d.round()
	s.page("/a", "Ferry", "Second.")
	err := d.store.Update(t.Context(), func(u follow.Update) error {
		items, err := u.Items(strings.TrimPrefix(s.at, "http://") + "/a")
		return errors.Join(err, u.Forget(items[0].Report))
	})
	if err != nil {
		t.Fatal(err)
	}
	d.clock.pass(2 * time.Hour)
	if d.round(); len(d.taken) != 1 {
		t.Errorf("taken %q", d.taken)
	}
}

// TestDefaults makes a follower of the real clock.
func TestDefaults(t *testing.T) {
	f := follow.New(follow.Options{Store: memory.New().Follows()})
	f.Tell(follow.Event{})
	if s, err := f.Round(t.Context()); err != nil || !s.Next.IsZero() || f.AtOnce != 8 || time.Since(f.Now()) > time.Minute {
		t.Errorf("%+v, %v", s, err)
	}
}
