package follow_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rapporteur/follow"
)

// TestRobots fetches nothing that robots.txt refuses, waits as it asks, and asks for it
// once a day.
func TestRobots(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.text("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: rapporteur\nDisallow: /secret\nCrawl-delay: 30\n")
	s.feed("/feed", [3]string{"/a", "1", "Ferry"}, [3]string{"/secret", "2", "Tolls"})
	s.page("/a", "Ferry", "")
	d.follow(s.at + "/feed")
	d.follow(s.at + "/secret")
	sum := d.round()
	if len(d.taken) != 1 || sum.Failed != 1 || sum.Failing != 1 || sum.Ended.Sub(sum.Began) < 30*time.Second {
		t.Errorf("%+v, %q", sum, d.taken)
	}
	d.clock.pass(time.Hour)
	d.round()
	s.mu.Lock()
	asked := strings.Join(s.asked, " ")
	s.mu.Unlock()
	if strings.Count(asked, "/robots.txt") != 1 || strings.Contains(asked, "/secret") {
		t.Errorf("asked %q", asked)
	}
	d.clock.pass(25 * time.Hour)
	d.round()
	list, err := follow.List(t.Context(), d.store, "")
	if err != nil || !strings.Contains(list[1].Problem, "robots.txt") || list[1].Failures != 2 {
		t.Errorf("%+v, %v", list, err)
	}
}

// TestRobotsUnreachable asks a host for nothing whose robots.txt cannot be had, until it can.
func TestRobotsUnreachable(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	s.page("/a", "Ferry", "")
	s.answer("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	d.follow(s.at + "/feed")
	if sum := d.round(); sum.Failing != 1 || s.requests() != "" || !strings.Contains(d.source().Problem, "robots.txt") {
		t.Errorf("%+v", sum)
	}
	s.answer("/robots.txt", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/moved/robots.txt", http.StatusFound)
	})
	s.text("/moved/robots.txt", "User-agent: *\nDisallow: /a")
	d.again()
	d.clock.pass(2 * time.Hour)
	if sum := d.round(); sum.New != 1 || sum.Failed != 1 || !strings.Contains(s.requests(), "/feed") {
		t.Errorf("%+v", sum)
	}
}

// TestItemsOfSilentHost names what waits for a host that nobody finds, once, and takes it
// when the host is there.
func TestItemsOfSilentHost(t *testing.T) {
	s, away, d := newSite(t), newSite(t), newDesk(t)
	s.feed("/feed", [3]string{away.at + "/a", "1", "Ferry"}, [3]string{away.at + "/b", "2", "Tolls"})
	away.page("/a", "Ferry", "")
	away.page("/b", "Tolls", "")
	var there atomic.Bool
	away.answer("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		if !there.Load() {
			hangUp(w)
		}
	})
	d.follow(s.at + "/feed")
	sum := d.round()
	if sum.New != 2 || sum.Waiting != 2 || sum.Failed != 0 || sum.Failing != 0 {
		t.Errorf("%+v", sum)
	}
	d.clock.pass(20 * time.Minute)
	d.round()
	failures, err := follow.Failures(t.Context(), d.store, "", 0)
	if err != nil || len(failures) != 2 {
		t.Fatal(failures, err)
	}
	for i, want := range []string{"Ferry", "Tolls"} {
		if it := failures[i]; it.Title != want || it.Link() != it.Address || it.State != follow.Waiting || !strings.Contains(it.Problem, "robots.txt") {
			t.Errorf("%+v", it)
		}
	}
	told := 0
	for _, e := range d.events {
		if e.Outcome == "waiting" && e.Item != nil && e.Source != nil && e.Err != nil {
			told++
		}
	}
	if told != 2 {
		t.Errorf("told of %d", told)
	}
	there.Store(true)
	d.clock.pass(5 * time.Hour)
	d.round()
	if failures, err = follow.Failures(t.Context(), d.store, "", 0); err != nil || len(failures) != 0 || len(d.taken) != 2 {
		t.Errorf("%+v, %v; taken %q", failures, err, d.taken)
	}
}

// hangUp ends a connection without an answer.
func hangUp(w http.ResponseWriter) {
	if h, ok := w.(http.Hijacker); ok {
		if c, _, err := h.Hijack(); err == nil {
			_ = c.Close() // nobody answers
		}
	}
}

// TestMoved remembers where a feed has moved for good, and only then.
func TestMoved(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.answer("/old", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/older", http.StatusMovedPermanently)
	})
	s.answer("/older", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/feed", http.StatusPermanentRedirect)
	})
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	s.answer("/a", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/b", http.StatusMovedPermanently) })
	s.page("/b", "Ferry", "")
	d.follow(s.at + "/old")
	d.round()
	if src := d.source(); src.Address != s.at+"/feed" || src.Given != s.at+"/old" || len(d.taken) != 1 {
		t.Errorf("%+v %q", src, d.taken)
	}
	s.requests()
	d.clock.pass(2 * time.Hour)
	if d.round(); s.requests() != "/feed /b" {
		t.Error("the old addresses were asked again")
	}
	s.answer("/feed", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/now", http.StatusFound) })
	s.feed("/now", [3]string{"/a", "1", "Ferry"})
	d.clock.pass(2 * time.Hour)
	if d.round(); d.source().Address != s.at+"/feed" {
		t.Error("a redirect that is not for good was remembered")
	}
	d.follow(s.at + "/other")
	s.answer("/other", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/feed", http.StatusMovedPermanently)
	})
	s.feed("/feed")
	d.round()
	list, err := follow.List(t.Context(), d.store, "")
	if err != nil || !list[1].Gone || !strings.Contains(list[1].Problem, "followed already") {
		t.Errorf("%+v, %v", list, err)
	}
}

// TestRedirectLoop ends a walk in circles.
func TestRedirectLoop(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	round := func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }
	s.answer("/feed", round)
	d.follow(s.at + "/feed")
	if sum := d.round(); sum.Failing != 1 || !strings.Contains(d.source().Problem, "redirects") || sum.Requests > 8 {
		t.Errorf("%+v", sum)
	}
}

// TestFailures asks what fails later and later, and what is gone not at all.
func TestFailures(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.answer("/feed", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	d.follow(s.at + "/feed")
	var waits []string
	for range 8 {
		d.round()
		src := d.source()
		waits = append(waits, src.Due.Sub(src.Checked).String())
		d.clock.pass(src.Due.Sub(d.clock.now()))
	}
	if got := strings.Join(waits, " "); got != "30m0s 1h0m0s 2h0m0s 4h0m0s 8h0m0s 16h0m0s 24h0m0s 24h0m0s" {
		t.Errorf("waited %s", got)
	}
	s.feed("/feed")
	d.round()
	if src := d.source(); src.Failures != 0 || src.Problem != "" {
		t.Errorf("%+v", src)
	}
	d.clock.pass(time.Hour)
	s.answer("/feed", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) })
	d.round()
	s.requests()
	d.clock.pass(1000 * time.Hour)
	if sum := d.round(); !d.source().Gone || s.requests() != "" || !sum.Next.IsZero() {
		t.Errorf("%+v", sum)
	}
	if err := follow.Hasten(t.Context(), d.store, []follow.Source{d.source()}, d.clock.now()); err != nil {
		t.Fatal(err)
	}
	s.feed("/feed")
	if sum := d.round(); sum.Sources != 1 || d.source().Gone {
		t.Errorf("asked again by a person: %+v", sum)
	}
}

// TestRetryAfter leaves a host alone for as long as it asks, for feeds and pages alike, also
// behind a restart.
func TestRetryAfter(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/a", "1", "Ferry"}, [3]string{"/b", "2", "Tolls"})
	s.answer("/a", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "7200")
		w.WriteHeader(http.StatusTooManyRequests)
	})
	s.page("/b", "Tolls", "")
	d.follow(s.at + "/feed")
	d.round()
	s.requests()
	d.again()
	for range 7 {
		d.clock.pass(16 * time.Minute)
		if sum := d.round(); s.requests() != "" || sum.Next.Before(d.clock.now()) {
			t.Fatalf("asked within two hours: %+v", sum)
		}
	}
	d.clock.pass(10 * time.Minute)
	s.page("/a", "Ferry", "")
	if d.round(); len(d.taken) != 2 {
		t.Errorf("taken %q", d.taken)
	}
	s.answer("/feed", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", d.clock.now().Add(26*time.Hour).UTC().Format(http.TimeFormat))
		w.WriteHeader(http.StatusServiceUnavailable)
	})
	d.clock.pass(31 * time.Minute)
	d.round()
	if src := d.source(); src.Due.Sub(src.Checked) < 25*time.Hour {
		t.Errorf("asked again at %v", src.Due)
	}
}

// TestPagesThatFail asks for pages that do not come a few times, and for those that are
// refused not again.
func TestPagesThatFail(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/missing", "1", "A"}, [3]string{"/broken", "2", "B"}, [3]string{"/forbidden", "3", "C"}, [3]string{"/late", "4", "D"}, [3]string{"/empty", "5", "E"})
	s.answer("/broken", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	s.answer("/forbidden", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	s.text("/empty", " ")
	d.follow(s.at + "/feed")
	d.round()
	s.page("/late", "Late", "")
	s.feed("/feed")
	for range 100 {
		d.clock.pass(time.Hour)
		d.round()
	}
	asked := s.requests()
	for path, want := range map[string]int{"/missing": 3, "/broken": 6, "/forbidden": 1, "/empty": 1, "/late": 6} {
		if got := strings.Count(asked, path); got != want {
			t.Errorf("%s was asked for %d times, want %d", path, got, want)
		}
	}
	if strings.Join(d.taken, " ") != "Late" {
		t.Errorf("taken %q", d.taken)
	}
	err := d.store.View(t.Context(), func(v follow.View) error {
		failed, err := v.Failed(0)
		if len(failed) != 4 {
			t.Errorf("%d failed: %+v", len(failed), failed)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestSilentHost asks a host that does not answer less and less often, however much there
// is to ask, and holds up no other.
func TestSilentHost(t *testing.T) {
	good, bad, d := newSite(t), newSite(t), newDesk(t)
	var items [][3]string
	for i := range 20 {
		items = append(items, [3]string{fmt.Sprintf("%s/%d", bad.at, i), "", ""})
	}
	good.feed("/feed", append(items, [3]string{"/a", "", "Ferry"})...)
	good.page("/a", "Ferry", "")
	hang := func(w http.ResponseWriter, _ *http.Request) { hangUp(w) }
	bad.text("/robots.txt", "")
	for i := range 20 {
		bad.answer(fmt.Sprintf("/%d", i), hang)
	}
	d.follow(good.at + "/feed")
	d.round()
	if len(d.taken) != 1 {
		t.Errorf("taken %q", d.taken)
	}
	for range 24 {
		d.clock.pass(time.Hour)
		d.round()
	}
	if asked := strings.Fields(bad.requests()); len(asked) > 14 || len(asked) < 5 {
		t.Errorf("a host that does not answer was asked %d times in a day: %q", len(asked), asked)
	}
}

// TestKinds holds a source to what it was at first: the error page of a site is no list.
func TestKinds(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	s.page("/a", "Ferry", "")
	d.follow(s.at + "/feed")
	d.round()
	d.clock.pass(time.Hour)
	s.text("/feed", "<!doctype html><a href=/one-two-three-four>We are sorry for this</a>")
	if sum := d.round(); sum.Failing != 1 || sum.New != 0 {
		t.Errorf("%+v", sum)
	}
}

// TestSitemaps reads the parts of a sitemap that may hold news, and takes no page for news
// that was there before, or is of days ago.
func TestSitemaps(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.text("/index.xml", `<sitemapindex><sitemap><loc>/old.xml</loc><lastmod>2030-01-01</lastmod></sitemap><sitemap><loc>/new.xml</loc><lastmod>2031-03-04</lastmod></sitemap><sitemap><loc>/gone.xml</loc><lastmod>2031-03-03T10:00:00Z</lastmod></sitemap></sitemapindex>`)
	list := `<urlset><url><loc>/a</loc><lastmod>2031-03-04T07:00:00Z</lastmod></url><url><loc>/old</loc><lastmod>2031-02-01</lastmod></url><url><loc>/undated</loc></url>%s</urlset>`
	s.text("/new.xml", fmt.Sprintf(list, ""))
	for _, p := range []string{"/a", "/b", "/old", "/undated"} {
		s.page(p, p, p)
	}
	d.follow(s.at + "/index.xml")
	sum := d.round()
	if got := s.requests(); got != "/index.xml /new.xml /gone.xml /a" || sum.Added != 1 {
		t.Errorf("asked %q, %+v", got, sum)
	}
	s.text("/new.xml", fmt.Sprintf(list, "<url><loc>/b</loc></url>"))
	d.clock.pass(40 * time.Minute)
	if sum := d.round(); sum.Added != 1 || len(d.taken) != 2 {
		t.Errorf("%+v %q", sum, d.taken)
	}
	undated := newSite(t)
	undated.text("/index.xml", `<sitemapindex><sitemap><loc>/1.xml</loc></sitemap><sitemap><loc>/2.xml</loc></sitemap><sitemap><loc>/3.xml</loc></sitemap></sitemapindex>`)
	d.follow(undated.at + "/index.xml")
	if d.round(); undated.requests() != "/index.xml /2.xml /3.xml" {
		t.Error("not the last parts were asked")
	}
}
