package follow_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/follow"
	"rapporteur/source/feed"
)

const links = `<a href="/one-two-three-four">One two three four</a><a href="/two-three-four-five">Two three four five</a><a href="/three-four-five-six">Three four five six</a>
<a href="/four-five-six-seven">Four five six seven</a><a href="/five-six-seven-eight">Five six seven eight</a>`

// TestAdd finds what is to be followed at an address.
func TestAdd(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	item := [3]string{"/a", "1", "Ferry"}
	s.feed("/feed.rss", item)
	s.feed("/comments", item)
	s.feed("/empty")
	s.text("/page", `<title>News</title><link rel=alternate type="application/rss+xml" title="Comments" href="/comments"><link rel=alternate type="application/rss+xml" href="/empty">
<link rel=alternate type="application/rss+xml" title="All" href="/feed.rss"><link rel=alternate type="application/atom+xml" title="Sport" href="/sport">`+links)
	s.text("/section", "<title>World</title>"+links)
	s.text("/few", `<a href="/one-two-three-four">One two three four</a>`)
	s.text("/map.xml", "<urlset><url><loc>/a</loc></url></urlset>")
	s.answer("/moved", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/feed.rss", http.StatusMovedPermanently)
	})
	s.answer("/sent", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/feed.rss", http.StatusFound) })
	s.answer("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	for _, c := range []struct {
		wish   follow.Wish
		want   string // paths and kinds of what is followed, or the error
		others int
	}{
		{follow.Wish{Address: "/feed.rss"}, "/feed.rss feed The Quay", 0},
		{follow.Wish{Address: "/moved", Title: "Mine", Every: time.Hour, Keep: true, Outlet: "Q"}, "/feed.rss feed Mine", 0},
		{follow.Wish{Address: "/sent"}, "/sent feed The Quay", 0},
		{follow.Wish{Address: "/page"}, "/feed.rss feed The Quay", 2},
		{follow.Wish{Address: "/page", All: true}, "/empty  , /feed.rss  All, /sport  Sport", 0},
		{follow.Wish{Address: "/page", As: feed.Section}, "/page section News", 0},
		{follow.Wish{Address: "/page", As: feed.Sitemap}, "offers no sitemap", 0},
		{follow.Wish{Address: "/section"}, "/section section World", 0},
		{follow.Wish{Address: "/few"}, "1 links that look like reports", 0},
		{follow.Wish{Address: "/few", As: feed.Section}, "/few section ", 0},
		{follow.Wish{Address: "/map.xml"}, "/map.xml sitemap ", 0},
		{follow.Wish{Address: "/map.xml", As: feed.Feed}, "it is a sitemap, no feed", 0},
		{follow.Wish{Address: "/none"}, "404 Not Found", 0},
		{follow.Wish{Address: "/round"}, "redirects", 0},
	} {
		d.store = newDesk(t).store
		d.again(func(o *follow.Options) { o.Store = d.store })
		wish := c.wish
		wish.Address = s.at + c.wish.Address
		found, err := d.Add(t.Context(), wish)
		if err != nil {
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("%+v: %v, want %s", c.wish, err, c.want)
			}
			continue
		}
		var got []string
		for _, a := range found.Added {
			got = append(got, strings.TrimPrefix(a.Address, s.at)+" "+string(a.Kind)+" "+a.Title)
			if a.Every != wish.Every || a.Keep != wish.Keep || a.Outlet != wish.Outlet || a.ID == 0 || !a.Due.Equal(a.Added) {
				t.Errorf("%+v: %+v", c.wish, a)
			}
		}
		if strings.Join(got, ", ") != c.want || len(found.Others) != c.others {
			t.Errorf("%+v: got %q and %d others, want %q", c.wish, got, len(found.Others), c.want)
		}
		if _, err := d.Add(t.Context(), wish); rapporteur.CodeOf(err) != rapporteur.Invalid && !wish.All {
			t.Errorf("%+v: followed twice: %v", c.wish, err)
		}
	}
}

// TestAddGuesses finds the feed of a site that no page names, or its sitemap of news.
func TestAddGuesses(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.text("/", "<title>The Quay</title>")
	s.feed("/rss.xml", [3]string{"/a", "1", "Ferry"})
	if found, err := d.Add(t.Context(), follow.Wish{Address: s.at}); err != nil || found.Added[0].Address != s.at+"/rss.xml" {
		t.Errorf("%+v, %v", found, err)
	}
	other := newSite(t)
	other.text("/", "<title>The Other</title>")
	other.text("/robots.txt", "Sitemap: "+other.at+"/sitemap.xml\nSitemap: "+other.at+"/news-sitemap.xml")
	other.text("/news-sitemap.xml", "<urlset><url><loc>/a</loc></url></urlset>")
	if found, err := d.Add(t.Context(), follow.Wish{Address: other.at}); err != nil || found.Added[0].Address != other.at+"/news-sitemap.xml" {
		t.Errorf("%+v, %v", found, err)
	}
}

func TestAddErrors(t *testing.T) {
	d := newDesk(t)
	for _, w := range []follow.Wish{{Address: "not a host"}, {Address: "ftp://quay.example/"}, {Address: "https://"}, {Address: "http://[::1"}, {Address: "/none", As: follow.Folder}} {
		if _, err := d.Add(t.Context(), w); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("%+v: %v", w, err)
		}
	}
	if _, err := d.Add(t.Context(), follow.Wish{Address: "http://127.0.0.1:1/"}); rapporteur.CodeOf(err) != rapporteur.Unreadable {
		t.Errorf("nobody there: %v", err)
	}
}

// TestFolder takes the files of a folder, those that are new or have changed.
func TestFolder(t *testing.T) {
	d, dir := newDesk(t), t.TempDir()
	long := d.clock.now().Add(-time.Hour)
	write := func(name string, at time.Time, text string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", long, "a")
	write("sub/b.txt", long, "b")
	write(".hidden", long, "x")
	write(".git/c.txt", long, "x")
	write("late.txt", d.clock.now(), "still written")
	d.fails[filepath.Join(dir, "a.txt")] = os.ErrInvalid
	if found, err := d.Add(t.Context(), follow.Wish{Address: dir}); err != nil || found.Added[0].Kind != follow.Folder {
		t.Fatal(found, err)
	}
	if _, err := d.Add(t.Context(), follow.Wish{Address: dir}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("followed twice: %v", err)
	}
	names := func() string {
		var out []string
		for _, f := range d.files {
			out = append(out, strings.TrimPrefix(f, dir+string(filepath.Separator)))
		}
		d.files = nil
		return filepath.ToSlash(strings.Join(out, " "))
	}
	if sum := d.round(); names() != "a.txt sub/b.txt" || sum.Added != 1 || sum.Failed != 1 || sum.New != 2 {
		t.Errorf("%+v", sum)
	}
	d.clock.pass(2 * time.Minute)
	if sum := d.round(); names() != "late.txt" || sum.New != 1 {
		t.Errorf("%+v", sum)
	}
	write("sub/b.txt", long.Add(time.Minute), "b, revised")
	d.clock.pass(2 * time.Minute)
	if sum := d.round(); names() != "sub/b.txt" || sum.New != 0 {
		t.Errorf("%+v", sum)
	}
	d.clock.pass(2 * time.Minute)
	if sum := d.round(); names() != "" || sum.Unchanged != 1 {
		t.Errorf("%+v", sum)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	d.clock.pass(2 * time.Minute)
	if sum := d.round(); sum.Failing != 1 || d.source().Problem == "" {
		t.Errorf("%+v", sum)
	}
}

// TestChoose finds what is followed by number, address and title.
func TestChoose(t *testing.T) {
	d := newDesk(t)
	if _, err := d.AddAll(t.Context(), []follow.Source{{Address: "https://a.example/feed", Title: "A"}, {Address: "https://b.example/feed", Given: "https://old.example/feed", Title: "B"}}); err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]int{"1": 1, "b": 1, "http://www.a.example/feed/": 1, "https://old.example/feed": 1, "1 A 2": 2, "": 2} {
		got, err := follow.Choose(t.Context(), d.store, "", strings.Fields(words))
		if err != nil || len(got) != want {
			t.Errorf("%q: %d, %v", words, len(got), err)
		}
	}
	if _, err := follow.Choose(t.Context(), d.store, "", []string{"3"}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("%v", err)
	}
	one, err := follow.Choose(t.Context(), d.store, "", []string{"1"})
	if err != nil {
		t.Fatal(err)
	}
	if err := follow.Drop(t.Context(), d.store, "", one); err != nil || d.source().Title != "B" {
		t.Error(err)
	}
}

// TestHasten asks a host again that did not answer.
func TestHasten(t *testing.T) {
	s, d := newSite(t), newDesk(t)
	s.answer("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) })
	s.feed("/feed", [3]string{"/a", "1", "Ferry"})
	d.follow(s.at + "/feed")
	d.round()
	s.text("/robots.txt", "")
	if err := follow.Hasten(t.Context(), d.store, []follow.Source{d.source()}, d.clock.now()); err != nil {
		t.Fatal(err)
	}
	d.again()
	if sum := d.round(); sum.New != 1 {
		t.Errorf("%+v", sum)
	}
}
