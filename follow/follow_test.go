package follow_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/follow"
	"rapporteur/source/fetch"
	"rapporteur/store/memory"
)

// clock is a time that passes when somebody waits for it.
type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.t
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.t = c.t.Add(d)
}

func (c *clock) after(d time.Duration) <-chan time.Time {
	c.pass(d)
	out := make(chan time.Time, 1)
	out <- c.now()
	return out
}

// desk follows sites of a test, and remembers what came in.
type desk struct {
	*testing.T
	*follow.Follower
	clock *clock
	store follow.Store
	// taken are the titles of reports in the order in which they came, texts their texts.
	taken, texts []string
	files        []string
	events       []follow.Event
	fails        map[string]error
}

// newDesk makes a desk with an empty store.
func newDesk(t *testing.T, change ...func(*follow.Options)) *desk {
	t.Helper()
	d := &desk{T: t, clock: &clock{t: time.Date(2031, 3, 4, 8, 0, 0, 0, time.UTC)}, store: memory.New().Follows(), fails: map[string]error{}}
	o := follow.Options{Store: d.store, Now: d.clock.now, After: d.clock.after, Random: func() float64 { return 0 },
		Fetcher: fetch.New(fetch.Options{Networks: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, Time: 5 * time.Second}),
		Tell:    func(e follow.Event) { d.events = append(d.events, e) },
		Take: func(_ context.Context, fresh []follow.Fresh) ([]follow.Taken, error) {
			var out []follow.Taken
			for _, f := range fresh {
				title := string(f.Report.Title)
				if err := d.fails[title]; err != nil {
					out = append(out, follow.Taken{Err: err})
					continue
				}
				d.taken, d.texts = append(d.taken, title), append(d.texts, f.Report.Text)
				out = append(out, follow.Taken{Report: f.Report.ID, Outcome: "added"})
			}
			return out, nil
		},
		TakeFile: func(_ context.Context, path string, _ []string) ([]follow.Taken, error) {
			d.files = append(d.files, path)
			if err := d.fails[path]; err != nil {
				return []follow.Taken{{Err: err}}, nil
			}
			return []follow.Taken{{Report: "r" + path, Outcome: "added"}}, nil
		}}
	for _, c := range change {
		c(&o)
	}
	d.Follower = follow.New(o)
	return d
}

// again is the desk after a restart: all it knows is in the store.
func (d *desk) again(change ...func(*follow.Options)) {
	o := d.Options
	for _, c := range change {
		c(&o)
	}
	d.Follower = follow.New(o)
}

// round does one round.
func (d *desk) round() follow.Summary {
	d.Helper()
	s, err := d.Round(d.Context())
	if err != nil {
		d.Fatal(err)
	}
	return s
}

// source gives the only source.
func (d *desk) source() follow.Source {
	d.Helper()
	all, err := follow.Choose(d.Context(), d.store, "", nil)
	if err != nil || len(all) != 1 {
		d.Fatal(all, err)
	}
	return all[0]
}

// follow follows an address without looking at it.
func (d *desk) follow(address string) {
	d.Helper()
	if _, err := d.AddAll(d.Context(), []follow.Source{{Address: address, Added: d.clock.now(), Due: d.clock.now()}}); err != nil {
		d.Fatal(err)
	}
}

// site is a server whose answers a test sets by path.
type site struct {
	mu    sync.Mutex
	paths map[string]http.HandlerFunc
	asked []string
	at    string
}

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{paths: map[string]http.HandlerFunc{}}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.RequestURI())
		h := s.paths[r.URL.Path]
		s.mu.Unlock()
		if h == nil {
			http.NotFound(w, r)
			return
		}
		h(w, r)
	}))
	t.Cleanup(server.Close)
	s.at = server.URL
	return s
}

// requests gives what was asked since it was last asked itself, but for robots.txt.
func (s *site) requests() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []string
	for _, a := range s.asked {
		if a != "/robots.txt" {
			out = append(out, a)
		}
	}
	s.asked = nil
	return strings.Join(out, " ")
}

// answer sets what a path is answered with.
func (s *site) answer(path string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.paths[path] = h
}

func (s *site) text(path, text string) {
	s.answer(path, func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(text)) })
}

// page sets the page of a report.
func (s *site) page(path, title, words string) { s.text(path, pageOf(title, words)) }

func pageOf(title, words string) string {
	return fmt.Sprintf("<!doctype html><title>%[1]s</title><body><article><h1>%[1]s</h1><p>%[2]s The envoys of both towns met in the old customs house and spoke about the ferry for three hours, the harbour office said.</p></article>", title, words)
}

// feed sets a feed of items, each a path, and optionally its guid and title.
func (s *site) feed(path string, items ...[3]string) {
	s.text(path, rss(items...))
}

func rss(items ...[3]string) string {
	var b strings.Builder
	b.WriteString("<rss version='2.0'><channel><title>The Quay</title>")
	for _, it := range items {
		fmt.Fprintf(&b, "<item><link>%s</link><guid isPermaLink='false'>%s</guid><title>%s</title></item>", it[0], it[1], it[2])
	}
	b.WriteString("</channel></rss>")
	return b.String()
}
