package storetest

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// clock ticks a second at every look.
func clock() func() time.Time {
	var mu sync.Mutex
	now := time.Date(2032, 1, 1, 0, 0, 0, 0, time.UTC)
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}
}

// RunWriters has several writers, each with a store of its own over the same record, add
// the same reports at once, and one writer after the other to a record in memory: members
// are together in the same entries, found by the same terms, whatever came first.
func RunWriters(t *testing.T, readings []*rapporteur.Reading, writers ...record.Store) {
	alone := memory.New()
	want := record.New(alone, clock())
	if _, err := want.Add(t.Context(), readings...); err != nil {
		t.Fatal(err)
	}
	work := make(chan []*rapporteur.Reading)
	ticks := clock()
	var all sync.WaitGroup
	for _, store := range writers {
		all.Go(func() {
			for some := range work {
				if _, err := record.New(store, ticks).Add(context.Background(), some...); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for i, rest := 0, readings; len(rest) > 0; i++ { // a portion has one to three reports
		n := min(1+i%3, len(rest))
		work <- rest[:n]
		rest = rest[n:]
	}
	close(work)
	all.Wait()
	got := record.New(writers[0], ticks)
	if err := got.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := want.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(said(t, alone), said(t, writers[0])); diff != "" {
		t.Errorf("one writer and several (-one +several): %s", diff)
	}
	if err := got.Verify(t.Context(), func(p record.Problem) bool { t.Error(p); return true }); err != nil {
		t.Error(err)
	}
}

// said is what a record says without what depends on the order of reports: the members
// of each entry with what it has of them, and how many entries have each term.
func said(t *testing.T, store record.Store) []string {
	t.Helper()
	r := record.New(store, clock())
	entries, err := r.Entries(t.Context(), record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	reports, err := r.Reports(t.Context(), record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	names, pairs := map[string]string{}, []string{}
	for _, one := range reports { // the first of a text has its id
		names[one.ID] = fmt.Sprintf("%s at %s %s", one.TextID(), one.Outlet, one.URL)
		pairs = append(pairs, fmt.Sprintf("%q", one.ID), fmt.Sprintf("%q", names[one.ID]))
	}
	inJSON := strings.NewReplacer(pairs...)
	var out []string
	for _, e := range entries {
		var members []string
		for _, m := range e.Members {
			members = append(members, names[m.Report]+" "+m.ID)
		}
		disputes, err := json.Marshal(e.Disputes)
		if err != nil {
			t.Fatal(err)
		}
		line := fmt.Sprintf("%s %d %q %s", e.Kind, e.Sources, e.Outlets, inJSON.Replace(string(disputes)))
		slices.Sort(members)
		out = append(out, strings.Join(append(members, line), "\n"))
	}
	slices.Sort(out)
	err = store.View(t.Context(), func(v record.View) error {
		values, err := v.Values("kind", "actor", "state", "issue", "outlet", "place", "status", "stance", "type", "line", "shift", "disputed")
		for _, name := range slices.Sorted(maps.Keys(values)) {
			for _, value := range values[name] {
				if value.Entries > 0 { // what entries had on the way is another thing
					out = append(out, fmt.Sprintf("%s %s %d", name, value.Value, value.Entries))
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
