package record_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"
	"rapporteur/store/sqlite"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestDeskIsRemembered asks a desk after every change, of which some have to do with what it
// corrected and others do not: what is remembered of it is what would be made anew.
func TestDeskIsRemembered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		store := memory.New()
		shared := record.New(store, clock())
		desk := deskOf(t, shared, "north")
		same := func(after string) {
			t.Helper()
			fresh := record.New(store, clock()).For("north")
			if diff := cmp.Diff(states(t, fresh), states(t, desk)); diff != "" {
				t.Fatal("after "+after+" the desk sees what was:", diff)
			}
			sameAnswers(t, desk, fresh)
		}
		rest := distinct(someReadings(t))
		for len(rest) > 0 {
			n := rapid.IntRange(1, len(rest)).Draw(t, "portion")
			add(t, shared, rest[:n]...)
			same("adding")
			for range rapid.IntRange(0, 3).Draw(t, "corrections") {
				who := rapid.SampledFrom([]*record.Record{desk, desk, shared}).Draw(t, "who")
				entries, err := who.Entries(context.Background(), record.Filter{})
				if err != nil || len(entries) == 0 {
					continue
				}
				d := anyDemand(t, entries)
				if d.Action == record.Undo {
					d.Value = "1"
				}
				_, _ = who.Correct(context.Background(), d) // what makes no sense is refused
				same("a correction")
			}
			if rapid.IntRange(0, 3).Draw(t, "remove") == 0 {
				_, _ = shared.Remove(context.Background(), record.Removal{Reports: []string{rest[0].Report.ID}, By: "kim"})
				same("removing")
			}
			rest = rest[n:]
		}
	})
}

// counting counts what a store is asked.
type counting struct {
	record.Store
	asked int
}

func (c *counting) View(ctx context.Context, do func(record.View) error) error {
	return c.Store.View(ctx, func(v record.View) error { return do(countedView{v, c}) })
}

type countedView struct {
	record.View
	c *counting
}

func (v countedView) MembersIn(at time.Time, entries ...int64) ([]record.MemberRow, error) {
	v.c.asked++
	return v.View.MembersIn(at, entries...)
}

func (v countedView) Owners(space record.Space, keys ...uint64) (map[uint64][]int64, error) {
	v.c.asked++
	return v.View.Owners(space, keys...)
}

// corrected is a record of so many meetings of their own, of which a desk corrects so many.
func corrected(t testing.TB, store record.Store, meetings, corrections int) (shared, desk *record.Record) {
	t.Helper()
	ctx := context.Background()
	shared = record.New(store, clock())
	var all []*rapporteur.Reading
	for n := range meetings {
		all = append(all, apart(n))
	}
	if _, err := shared.Add(ctx, all...); err != nil {
		t.Fatal(err)
	}
	if err := shared.AddNamespace(ctx, "north", record.Quota{}); err != nil {
		t.Fatal(err)
	}
	desk = shared.For("north")
	entries, err := desk.Entries(ctx, record.Filter{Kinds: []record.Kind{record.Meeting}, Limit: corrections})
	if err != nil || len(entries) < corrections {
		t.Fatal(len(entries), err)
	}
	var demands []record.Demand
	for i := range entries {
		demands = append(demands, record.Demand{Entry: entries[i].ID, Action: record.Set, Field: "status", Value: "postponed", By: "kim"})
	}
	if _, err := desk.Correct(ctx, demands...); err != nil {
		t.Fatal(err)
	}
	return shared, desk
}

// apart is a report of a meeting that is like no other.
func apart(n int) *rapporteur.Reading {
	day := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 9*n).Format(time.DateOnly)
	return talks(fmt.Sprintf("%06x", n), fmt.Sprint("Outlet ", n), rapporteur.Date(day), rapporteur.Date(day), fmt.Sprint("Town ", n), rapporteur.Held, "AAA", "BBB")
}

// TestDeskCarriesOutOnce does not carry out again what a desk corrected when something else
// changes, or when it corrects one thing more.
func TestDeskCarriesOutOnce(t *testing.T) {
	ctx := t.Context()
	store := &counting{Store: memory.New()}
	shared, desk := corrected(t, store, 60, 40)
	ask := func(want int) int {
		t.Helper()
		store.asked = 0
		n, err := desk.Count(ctx, record.Filter{Statuses: []string{"postponed"}}, 0)
		if err != nil || n.N != want {
			t.Fatalf("%v postponed, %v; want %d", n, err, want)
		}
		return store.asked
	}
	if n := ask(40); n < 40 {
		t.Fatalf("the test counts nothing: %d", n)
	}
	add(t, shared, apart(1000))
	if n := ask(40); n > 8 {
		t.Errorf("after another report the store is asked %d times", n)
	}
	all, err := desk.Entries(ctx, record.Filter{Statuses: []string{"held"}, Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := desk.Correct(ctx, record.Demand{Entry: all[0].ID, Action: record.Set, Field: "status", Value: "postponed", By: "kim"}); err != nil {
		t.Fatal(err)
	}
	if n := ask(41); n > 16 {
		t.Errorf("after one more correction the store is asked %d times", n)
	}
	again := *apart(50) // of another outlet: it tells of a meeting that the desk corrected
	again.Report.ID, again.Report.Outlet = "ffffff", "Another"
	add(t, shared, &again)
	if n := ask(41); n < 40 {
		t.Errorf("what it corrected has changed, and the store is asked %d times", n)
	}
}

// BenchmarkDesk asks a desk of a record in a file after each change of the record that has nothing to do with
// what it corrected: where it is remembered, and where everything is carried out anew.
func BenchmarkDesk(b *testing.B) {
	for _, corrections := range []int{100, 2000} {
		for _, how := range []string{"remembered", "anew"} {
			b.Run(fmt.Sprintf("%d/%s", corrections, how), func(b *testing.B) {
				store, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "record.db"), sqlite.Create)
				if err != nil {
					b.Fatal(err)
				}
				b.Cleanup(func() { _ = store.Close() }) // it goes with its folder
				shared, desk := corrected(b, store, corrections+100, corrections)
				if _, err := desk.Count(b.Context(), record.Filter{}, 0); err != nil {
					b.Fatal(err)
				}
				n := 0
				for b.Loop() {
					b.StopTimer()
					if _, err := shared.Add(b.Context(), apart(10_000+n)); err != nil {
						b.Fatal(err)
					}
					if how == "anew" {
						desk = record.New(store, clock()).For("north")
					}
					b.StartTimer()
					if _, err := desk.Count(b.Context(), record.Filter{Statuses: []string{"postponed"}}, 0); err != nil {
						b.Fatal(err)
					}
					n++
				}
			})
		}
	}
}
