package service_test

import (
	"context"
	"errors"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/follow"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/source"
	"rapporteur/source/fetch"
	"rapporteur/store/memory"
)

// unread is a cheap reader: it reads nothing.
func unread(_ context.Context, r *rapporteur.Report) (*rapporteur.Reading, error) {
	return &rapporteur.Reading{Report: *r}, nil
}

// siteNetwork is where the local sites are.
var siteNetwork = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}

// followingOf follows with a cheap reader, by the clock of a site.
func followingOf(store *memory.Store, clock func() time.Time) *service.Following {
	return &service.Following{Ingest: &service.Ingest{Record: record.New(store, clock), Read: unread, Workers: 1}, Inputs: &service.Inputs{Opener: &source.Opener{}},
		Options: follow.Options{Store: store.Follows(), Now: clock}}
}

// inUse is how much memory is in use.
func inUse() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestNewsSite follows 40 feeds with 2,000 items that misbehave in every way for 500 rounds
// of half an hour: every item comes on the record exactly once, with its revisions, no host
// is asked more often than it wants, and memory stays flat.
func TestNewsSite(t *testing.T) {
	if testing.Short() {
		t.Skip("30,000 requests")
	}
	site, store := newSite(t), memory.New()
	f := followingOf(store, site.clock)
	f.Options.After, f.Options.Random = site.after, func() float64 { return 0.5 }
	f.Options.Fetcher = fetch.New(fetch.Options{Networks: siteNetwork, Time: 250 * time.Millisecond})
	outcomes := map[string]map[string]int{}
	f.Options.Tell = func(e follow.Event) {
		if e.Item == nil {
			return
		}
		if e.Outcome == string(follow.Waiting) {
			return // it is asked for again, and has no outcome yet
		}
		if outcomes[e.Item.Key] == nil {
			outcomes[e.Item.Key] = map[string]int{}
		}
		outcomes[e.Item.Key][e.Outcome]++
	}
	who := f.Follower()
	var sources []follow.Source
	for n := range siteFeeds {
		sources = append(sources, follow.Source{Address: site.hosts[n%siteHosts].URL + "/feeds/" + number(n), Every: siteTime - time.Minute, Due: site.began})
	}
	if _, err := who.AddAll(t.Context(), sources); err != nil {
		t.Fatal(err)
	}
	var settled uint64
	total := follow.Summary{}
	for round := range 500 {
		if round%100 == 50 {
			who = f.Follower() // a restart
		}
		s, err := who.Round(t.Context())
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		total.Requests, total.New, total.Added, total.Revised, total.Failed = total.Requests+s.Requests, total.New+s.New, total.Added+s.Added, total.Revised+s.Revised, total.Failed+s.Failed
		if round == 380 {
			settled = inUse()
		}
		if next := site.began.Add(time.Duration(round+1) * siteTime); site.clock().Before(next) {
			site.after(next.Sub(site.clock()))
		}
	}
	grown := int64(inUse()) - int64(settled)
	t.Logf("%+v; the heap is %d MB and grew by %d KB in the last 120 rounds", total, settled>>20, grown>>10)
	site.check(t, f.Ingest.Record, outcomes)
	if grown > 1<<20 {
		t.Errorf("memory grew by %d KB", grown>>10)
	}
}

func number(n int) string { return strconv.Itoa(n) }

// check compares what came on the record with what the site had.
func (s *newsSite) check(t *testing.T, r *record.Record, outcomes map[string]map[string]int) {
	t.Helper()
	good, revised, changed, wrong := 0, 0, 0, 0
	for _, it := range s.items {
		key := it.link(0)[len("http://"):]
		got := outcomes[key]
		want := map[string]int{"failed": 1}
		if it.good() {
			good++
			want = map[string]int{"added": 1}
			if !it.revised.IsZero() {
				changed++
			}
			if it.served[0] && it.served[1] {
				revised++
				want["revised"] = 1
			}
		}
		if len(got) != len(want) || got["added"] != want["added"] || got["revised"] != want["revised"] || got["failed"]+got[""] != want["failed"] {
			if wrong++; wrong < 20 {
				t.Errorf("item %d of feed %d (%s): %v, want %v", it.number, it.feed, it.kind(), got, want)
			}
		}
	}
	n, err := r.CountReports(t.Context(), record.Filter{})
	if err != nil || n != good+revised {
		t.Errorf("%d reports on the record, %v; %d items can be read, %d of them were revised", n, err, good, revised)
	}
	if len(s.items) != siteItems || revised*10 < changed*9 { // one that was busy at first may be had in its second version alone
		t.Errorf("of %d items %d changed and %d are known to have", len(s.items), changed, revised)
	}
	for _, rude := range s.rude[:min(len(s.rude), 10)] {
		t.Error(rude)
	}
	if len(s.rude) > 10 {
		t.Errorf("%d rude requests", len(s.rude))
	}
}

// TestWatch does rounds until it is told to end, and calls what hangs on them.
func TestWatch(t *testing.T) {
	store, dir := memory.New(), t.TempDir()
	now := time.Now().Add(time.Hour)
	f := followingOf(store, func() time.Time { return now })
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte("The envoys of Mali and Niger met in Gao on Monday and spoke of wells, the host said."), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Follower().Add(t.Context(), follow.Wish{Address: dir}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var waited []time.Duration
	f.Options.After = func(d time.Duration) <-chan time.Time {
		waited = append(waited, d)
		now = now.Add(d)
		if len(waited) == 3 {
			cancel()
		}
		out := make(chan time.Time, 1)
		out <- now
		return out
	}
	var rounds []follow.Summary
	behind := 0
	f.Behind = append(f.Behind, func(context.Context, follow.Summary) error { behind++; return nil })
	tell := func(s follow.Summary) error { rounds = append(rounds, s); return nil }
	if err := f.Watch(ctx, false, tell); err != nil {
		t.Fatal(err)
	}
	if len(rounds) != 3 || behind != 3 || rounds[0].Added != 1 || rounds[1].Added != 0 || waited[0] != time.Minute {
		t.Errorf("%+v, %d behind them, waited %v", rounds, behind, waited)
	}
	broken := errors.New("broken")
	f.Behind = []func(context.Context, follow.Summary) error{func(context.Context, follow.Summary) error { return broken }}
	if err := f.Watch(t.Context(), true, tell); !errors.Is(err, broken) {
		t.Errorf("what hangs on a round fails: %v", err)
	}
	f.Behind = nil
	if err := f.Watch(t.Context(), true, tell); err != nil {
		t.Error(err)
	}
	if err := f.Watch(t.Context(), true, func(follow.Summary) error { return broken }); !errors.Is(err, broken) {
		t.Errorf("who is told fails: %v", err)
	}
}

// TestRemoveFollowed has what was removed not come in again.
func TestRemoveFollowed(t *testing.T) {
	store := memory.New()
	f := followingOf(store, time.Now)
	report := &rapporteur.Report{ID: "r1", Text: "The envoys met.", Published: "2031-03-04", Outlet: "Echo", Title: "Talks"}
	taken, err := f.Follower().Take(t.Context(), []follow.Fresh{{Item: follow.Item{Key: "a"}, Report: report}, {Item: follow.Item{Key: "b"}, Report: report}})
	if err != nil || len(taken) != 2 || taken[0].Outcome != "added" || taken[1].Outcome == "added" {
		t.Fatal(taken, err)
	}
	put := func(u follow.Update) error {
		return errors.Join(u.PutItem(follow.Item{Key: "a", Report: taken[0].Report, Due: time.Now()}), u.PutPage(follow.Page{Report: taken[0].Report}))
	}
	if err := store.Follows().Update(t.Context(), put); err != nil {
		t.Fatal(err)
	}
	gone, err := service.RemoveFollowed(t.Context(), f.Ingest.Record, store.Follows(), record.Removal{Reports: []string{taken[0].Report}, By: "kim"})
	if err != nil || len(gone) == 0 {
		t.Fatal(gone, err)
	}
	err = store.Follows().View(t.Context(), func(v follow.View) error {
		items, err := v.Items("a")
		pages, also := v.Pages(taken[0].Report)
		if len(items) != 1 || !items[0].Due.IsZero() || len(pages) != 0 {
			t.Errorf("%+v, %d pages", items, len(pages))
		}
		return errors.Join(err, also)
	})
	if err != nil {
		t.Error(err)
	}
	if _, err := service.RemoveFollowed(t.Context(), f.Ingest.Record, store.Follows(), record.Removal{Reports: []string{"none"}}); err != nil {
		t.Logf("a report that is none: %v", err)
	}
}
