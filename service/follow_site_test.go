package service_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// newsSite is a local news site that misbehaves: feeds on several hosts, whose items come
// and go with the hours of a clock that the test moves.
type newsSite struct {
	*testing.T
	mu    sync.Mutex
	now   time.Time
	began time.Time
	hosts []*newsHost
	items []*newsItem
	// rude are requests that came sooner than the host wants, or at once with another.
	rude []string
}

// newsHost is a server of the site.
type newsHost struct {
	*httptest.Server
	site   *newsSite
	number int
	// gap is how long it wants to be left alone, free when it may be asked again, busy how
	// many requests it is answering.
	gap  time.Duration
	free time.Time
	busy int
	// requests counts.
	requests int
}

// newsItem is a report of the site.
type newsItem struct {
	number, feed int
	host         *newsHost
	// listed is when it appears, revised when its text changes, zero for never.
	listed, revised time.Time
	title           string
	text            [2]string
	asked           int
	// served says which versions were asked for.
	served [2]bool
}

// Size of the site.
const (
	siteHosts = 10
	siteFeeds = 40
	siteItems = 2000
	siteTime  = 30 * time.Minute // a round
	siteFresh = 250              // rounds in which items appear
)

var siteWords = strings.Fields(`harbour customs treaty border water grain bridge railway council envoy ministry province delegation talks ferry island
canal summit minister prisoner exchange ceasefire monitor corridor sanctions tariff quota fishing licence pipeline refinery court ruling appeal
senate chamber deputy speaker premier cabinet budget reserve market exporter farmer union strike station airport runway patrol convoy depot
garrison barracks village valley river delta plateau forest quarry mine copper cobalt lithium gas field plant reactor inspector agency envoy
mediator observer mission camp shelter clinic school teacher student archive museum festival market square parade anniversary treaty clause`)

// newSite builds the site; every number comes from one seed.
func newSite(t *testing.T) *newsSite {
	t.Helper()
	s := &newsSite{T: t, began: time.Date(2031, 3, 4, 0, 0, 0, 0, time.UTC)}
	s.now = s.began
	random := rand.New(rand.NewPCG(17, 40))
	for n := range siteHosts {
		h := &newsHost{site: s, number: n, gap: 2 * time.Second}
		if n == 3 {
			h.gap = 7 * time.Second // its robots.txt says so
		}
		h.Server = httptest.NewServer(h)
		t.Cleanup(h.Close)
		s.hosts = append(s.hosts, h)
	}
	words := func(n int) string {
		var out []string
		for range n {
			out = append(out, siteWords[random.IntN(len(siteWords))])
		}
		return strings.Join(out, " ")
	}
	for n := range siteItems {
		feed := n % siteFeeds
		it := &newsItem{number: n, feed: feed, host: s.hosts[feed%siteHosts], title: fmt.Sprintf("The %s of the %s, part %d", words(1), words(2), n)}
		it.listed = s.began.Add(time.Duration(n/siteFeeds*siteFresh/(siteItems/siteFeeds)) * siteTime)
		for i := range it.text {
			for range 6 {
				it.text[i] += "The " + words(6) + " said on Tuesday that the " + words(5) + " was not the " + words(3) + ". "
			}
		}
		it.text[1] = it.text[0] + "The " + words(12) + " was added in the evening, and the " + words(9) + " was put right."
		if n%16 == 5 {
			it.revised = it.listed.Add(3 * time.Hour)
		}
		s.items = append(s.items, it)
	}
	return s
}

func (s *newsSite) clock() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now
}

func (s *newsSite) after(d time.Duration) <-chan time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.now = s.now.Add(d)
	out := make(chan time.Time, 1)
	out <- s.now
	return out
}

// round is the number of rounds since the beginning.
func (s *newsSite) round() int { return int(s.clock().Sub(s.began) / siteTime) }

// visits notes a request, and whether it is a rude one.
func (h *newsHost) visits(path string) {
	h.site.mu.Lock()
	defer h.site.mu.Unlock()
	h.requests++
	h.busy++
	if h.busy > 1 || h.site.now.Before(h.free) {
		h.site.rude = append(h.site.rude, fmt.Sprintf("%v: host %d, %s: %d at once, %v too soon", h.site.now.Sub(h.site.began), h.number, path, h.busy, h.free.Sub(h.site.now)))
	}
}

func (h *newsHost) left() {
	h.site.mu.Lock()
	defer h.site.mu.Unlock()
	h.busy--
	if free := h.site.now.Add(h.gap); free.After(h.free) {
		h.free = free
	}
}

// hangs says that an answer will not end.
func (h *newsHost) hangs(path string) bool {
	round := h.site.round()
	return path == "/feeds/4" && round%40 == 20 || path == "/feeds/5" && round%100 == 50
}

// leaveAlone asks to be left alone.
func (h *newsHost) leaveAlone(w http.ResponseWriter, d time.Duration, status int) {
	h.site.mu.Lock()
	h.free = h.site.now.Add(d)
	h.site.mu.Unlock()
	w.Header().Set("Retry-After", fmt.Sprint(int(d.Seconds())))
	w.WriteHeader(status)
}

// ServeHTTP implements http.Handler.
func (h *newsHost) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.visits(r.URL.Path)
	hangs := h.hangs(r.URL.Path)
	if !hangs {
		defer h.left()
	} else {
		h.left() // whoever asked hangs up when it likes, and the handler learns of it later
	}
	var n int
	switch {
	case r.URL.Path == "/robots.txt":
		_, _ = io.WriteString(w, "User-agent: *\nDisallow: /private/\n")
		if h.number == 3 {
			_, _ = io.WriteString(w, "Crawl-delay: 7\n")
		}
	case strings.HasPrefix(r.URL.Path, "/private/"):
		h.site.Errorf("robots.txt does not allow %s", r.URL.Path)
	case scan(r.URL.Path, "/feeds/%d", &n) && n < siteFeeds:
		h.feed(w, r, n)
	case scan(r.URL.Path, "/moved/%d", &n):
		h.list(w, n)
	case scan(r.URL.Path, "/news/the-item-number-%d", &n) && n < siteItems, scan(r.URL.Path, "/now/%d", &n):
		h.page(w, r, h.site.items[n])
	default:
		http.NotFound(w, r)
	}
}

func scan(path, form string, n *int) bool {
	_, err := fmt.Sscanf(path, form, n)
	return err == nil
}

// feed answers for a feed, or does what servers do instead.
func (h *newsHost) feed(w http.ResponseWriter, r *http.Request, n int) {
	round := h.site.round()
	switch {
	case n == 4 && h.hangs(r.URL.Path): // it never ends, neither in bytes nor in time
		<-r.Context().Done()
	case n == 5 && h.hangs(r.URL.Path):
		_, _ = io.WriteString(w, "<rss version='2.0'><channel>")
		for r.Context().Err() == nil {
			if _, err := io.WriteString(w, strings.Repeat("<item><title>more</title></item>", 1000)); err != nil {
				return
			}
		}
	case n == 6 && round >= 100:
		http.Redirect(w, r, fmt.Sprintf("/moved/%d", n), http.StatusMovedPermanently)
	case n == 7 && round >= 300:
		w.WriteHeader(http.StatusGone)
	case n == 8 && round%7 == 3:
		w.WriteHeader(http.StatusInternalServerError)
	case n == 9 && round%50 == 25:
		h.leaveAlone(w, 3*time.Hour, http.StatusTooManyRequests)
	case n == 10 && round%90 == 45:
		http.Redirect(w, r, r.URL.Path, http.StatusFound)
	case n == 11 && round%60 == 30:
		_, _ = io.WriteString(w, "<rss version='2.0'><channel>"+strings.Repeat("<x>", 200_000))
	case n == 12 && round%60 == 31:
		_, _ = io.WriteString(w, `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><rss version="2.0"><channel><title>&c;</title></channel></rss>`)
	case n == 13 && round%45 == 15:
		_, _ = io.WriteString(w, "<!doctype html><title>Sorry</title><a href=/news/we-are-sorry-12345>We are sorry for this</a>")
	case n == 14 && round%30 == 11:
		_, _ = io.WriteString(w, "<rss version='2.0'><channel><item><title>cut off")
	default:
		h.list(w, n)
	}
}

// list answers with the twenty last items of a feed, in whatever form it has.
func (h *newsHost) list(w http.ResponseWriter, n int) {
	now := h.site.clock()
	var items []*newsItem
	for _, it := range h.site.items {
		if it.feed == n && !it.listed.After(now) || n == 20 && it.feed == 21 && !it.listed.After(now) { // two feeds share items
			items = append(items, it)
		}
	}
	slices.Reverse(items)
	items = items[:min(len(items), 20)]
	var b strings.Builder
	switch n % 5 {
	case 0, 1:
		b.WriteString("<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Caf\xe9 news</title>") // it is not
		for _, it := range items {
			fmt.Fprintf(&b, "<item><title>%s</title><link>%s</link><guid isPermaLink='false'>%s</guid><pubDate>%s</pubDate></item>", it.title, it.link(n), it.guid(n), it.date(n))
		}
		b.WriteString("</channel></rss>")
	case 2:
		b.WriteString("<feed xmlns='http://www.w3.org/2005/Atom'><title>Atom</title>")
		for _, it := range items {
			fmt.Fprintf(&b, "<entry><id>%s</id><title>%s</title><link href='%s'/><updated>%s</updated></entry>", it.guid(n), it.title, it.link(n), it.listed.Format(time.RFC3339))
		}
		b.WriteString("</feed>")
	case 3:
		b.WriteString("<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>")
		for _, it := range items {
			fmt.Fprintf(&b, "<url><loc>%s</loc><news:news><news:publication_date>%s</news:publication_date><news:title>%s</news:title></news:news></url>", it.link(n), it.listed.Format(time.RFC3339), it.title)
		}
		b.WriteString("</urlset>")
	default:
		b.WriteString(`<!doctype html><title>Section</title><nav><a href="/about-us-and-our-history-12345">About us and our history</a></nav>`)
		for _, it := range items {
			fmt.Fprintf(&b, "<h2><a href=%q>%s</a></h2>", it.link(n), it.title)
		}
		b.WriteString(strings.Repeat(`<a href="/tag/x-y-z-12345">Everything about all of this</a>`, 5))
	}
	_, _ = io.WriteString(w, b.String())
}

// link is the address of an item's page as a feed gives it.
func (it *newsItem) link(feed int) string {
	out := fmt.Sprintf("%s/news/the-item-number-%d", it.host.URL, it.number)
	if feed == 20 {
		out += "?utm_source=feed&fbclid=" + it.title[:3]
	}
	return out
}

// guid is what a feed says that the item is known by: most are sound.
func (it *newsItem) guid(feed int) string {
	switch feed {
	case 15:
		return "the-same-for-all"
	case 16:
		return ""
	}
	return fmt.Sprintf("id-%d-%d", feed, it.number)
}

// date is when an item was published, as outlets write it.
func (it *newsItem) date(feed int) string {
	switch feed % 20 {
	case 0:
		return "yesterday, or the day before"
	case 1:
		return it.listed.Format("02.01.06 15h04")
	}
	return it.listed.Format(time.RFC1123Z)
}

// kindOf says how the page of an item behaves.
func (it *newsItem) kind() string {
	switch it.number % 100 {
	case 17:
		return "missing"
	case 33:
		return "empty"
	case 41:
		return "late"
	case 49:
		return "broken at first"
	case 57:
		return "elsewhere"
	case 65:
		return "busy at first"
	}
	return ""
}

// good says that the item can be read.
func (it *newsItem) good() bool { return it.kind() != "missing" && it.kind() != "empty" }

// page answers with the page of an item, or does what servers do instead.
func (h *newsHost) page(w http.ResponseWriter, r *http.Request, it *newsItem) {
	now := h.site.clock()
	h.site.mu.Lock()
	it.asked++
	first := it.asked == 1
	h.site.mu.Unlock()
	switch kind := it.kind(); {
	case kind == "missing", kind == "late" && first:
		http.NotFound(w, r)
		return
	case kind == "broken at first" && first:
		w.WriteHeader(http.StatusBadGateway)
		return
	case kind == "busy at first" && first:
		h.leaveAlone(w, 10*time.Minute, http.StatusServiceUnavailable)
		return
	case kind == "elsewhere" && strings.HasPrefix(r.URL.Path, "/news/"):
		http.Redirect(w, r, fmt.Sprintf("%s/now/%d", h.site.hosts[(h.number+1)%siteHosts].URL, it.number), http.StatusMovedPermanently)
		return
	case kind == "empty":
		return
	}
	version := 0
	if !it.revised.IsZero() && !now.Before(it.revised) {
		version = 1
	}
	h.site.mu.Lock()
	it.served[version] = true
	h.site.mu.Unlock()
	tag := fmt.Sprintf(`"%d"`, version)
	if it.number%3 == 0 {
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	w.Header().Set("Content-Type", "text/html; charset=windows-1252")
	page := fmt.Sprintf("<!doctype html><title>%[1]s</title><article><h1>%[1]s</h1><p>Caf\xe9 time. %[2]s</p></article>", it.title, it.text[version])
	if it.number%2 == 0 {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		defer func() { _ = z.Close() }() // the reader sees it
		_, _ = io.WriteString(z, page)
		return
	}
	_, _ = io.WriteString(w, page)
}
