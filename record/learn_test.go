package record_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// first is an office of a made-up state.
var first = rapporteur.Post{Office: "head-of-government", For: "AAA"}

// names is a report that names the holder of the office, or with an empty person one
// that speaks of the office alone, read for the holder that the record knows by then.
func names(t rapid.TB, r *record.Record, id, outlet string, published rapporteur.Date, person string) *rapporteur.Reading {
	t.Helper()
	out := talks(id, outlet, published, published, "Ostmark", rapporteur.Held, "AAA", "BBB")
	out.Report.URL = rapporteur.Text("https://news.example/" + id)
	if person == "" {
		open := rapporteur.OpenPost{Post: first}
		for _, i := range learned(t, r, published) {
			open.Holder = i.Holder()
		}
		out.Open = []rapporteur.OpenPost{open}
		return out
	}
	name, acting := strings.CutPrefix(person, "acting ")
	out.Incumbents = []rapporteur.Incumbent{{Office: first.Office, For: first.For, Title: "Prime Minister", Person: name, Name: name,
		Date: published, Acting: acting, Basis: rapporteur.Basis{Evidence: out.Meetings[0].Evidence}}}
	return out
}

func learned(t rapid.TB, r *record.Record, day rapporteur.Date) []rapporteur.Incumbent {
	t.Helper()
	found, err := r.Learned(context.Background(), day, []rapporteur.Post{first})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// holderOn gives the holder of the office on a day, empty for nobody.
func holderOn(t rapid.TB, r *record.Record, day rapporteur.Date) string {
	t.Helper()
	for _, i := range learned(t, r, day) {
		return i.Holder()
	}
	return ""
}

// outdated gives the ids of the reports that are to be read again.
func outdated(t rapid.TB, r *record.Record) []string {
	t.Helper()
	found, err := r.Outdated(context.Background(), 100)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	for _, one := range found {
		out = append(out, one.ID)
	}
	return out
}

// TestLearned has reports tell who holds an office, from their day on and for a year.
func TestLearned(t *testing.T) {
	r := newRecord()
	for i, one := range []struct {
		day    rapporteur.Date
		person string
	}{{"2030-02-10", "ada"}, {"2030-05-01", "ada"}, {"2030-09-01", "bo"}, {"2030-09-20", "acting cy"}} {
		add(t, r, names(t, r, fmt.Sprint("n", i), "Echo", one.day, one.person))
	}
	for day, want := range map[rapporteur.Date]string{
		"2030-02-09": "", "2030-02-10": "ada", "2030-08-31": "ada", "2030-09-01": "bo", "2030-09-19": "bo",
		"2030-09-20": "cy acting", "2031-09-20": "cy acting", "2031-09-21": "", "": "", "2030": "",
	} {
		if got := holderOn(t, r, day); got != want {
			t.Errorf("on %q it is %q, want %q", day, got, want)
		}
	}
}

// TestRivals has two persons named on one day: whom more sources name counts, and
// nobody where as many name each.
func TestRivals(t *testing.T) {
	r := newRecord()
	add(t, r, names(t, r, "a", "Echo", "2030-02-10", "ada"), names(t, r, "b", "Post", "2030-02-10", "bo"))
	if got := holderOn(t, r, "2030-02-11"); got != "" {
		t.Errorf("of two named by one source each it is %q", got)
	}
	add(t, r, names(t, r, "c", "Courier", "2030-02-10", "bo"), names(t, r, "d", "Echo", "2030-02-10", "ada"))
	if got := holderOn(t, r, "2030-02-11"); got != "bo" {
		t.Errorf("of two sources and one, it is %q", got)
	}
}

// TestOutdated marks what was read for another holder than the one whom reports that
// came later name, or for one whom only a report named that is gone.
func TestOutdated(t *testing.T) {
	r := newRecord()
	add(t, r, names(t, r, "asks", "Post", "2030-03-01", ""), names(t, r, "early", "Post", "2030-01-01", ""))
	if got := outdated(t, r); len(got) > 0 {
		t.Fatalf("%q before anybody was named", got)
	}
	add(t, r, names(t, r, "tells", "Echo", "2030-02-10", "ada"))
	if diff := cmp.Diff([]string{"asks"}, outdated(t, r)); diff != "" {
		t.Fatal(diff)
	}
	again := func(want string) {
		t.Helper()
		if err := r.Reread(context.Background(), names(t, r, "asks", "Post", "2030-03-01", "")); err != nil {
			t.Fatal(err)
		}
		if got := outdated(t, r); len(got) > 0 || holderOn(t, r, "2030-03-01") != want {
			t.Fatalf("%q are outdated, the holder is %q", got, holderOn(t, r, "2030-03-01"))
		}
	}
	again("ada")
	add(t, r, names(t, r, "repeats", "Courier", "2030-02-20", "ada"))
	if got := outdated(t, r); len(got) > 0 {
		t.Errorf("%q though nothing is new", got)
	}
	add(t, r, names(t, r, "differs", "Courier", "2030-02-25", "bo"))
	if diff := cmp.Diff([]string{"asks"}, outdated(t, r)); diff != "" {
		t.Fatal(diff)
	}
	again("bo")
	for _, id := range []string{"differs", "repeats", "tells"} {
		if _, err := r.Remove(context.Background(), record.Removal{Reports: []string{id}}); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"asks"}, outdated(t, r)); diff != "" {
		t.Fatal(diff)
	}
	again("")
	sound(t, r)
}

// TestTaughtByRevision forgets what only an old version of an article says.
func TestTaughtByRevision(t *testing.T) {
	r := newRecord()
	old := names(t, r, "old", "Echo", "2030-02-10", "ada")
	add(t, r, old, names(t, r, "asks", "Post", "2030-03-01", ""))
	late := names(t, r, "new", "Echo", "2030-02-11", "bo")
	late.Report.URL = old.Report.URL
	add(t, r, late)
	if got := holderOn(t, r, "2030-02-10"); got != "" {
		t.Errorf("the old version still tells of %q", got)
	}
	if diff := cmp.Diff([]string{"asks"}, outdated(t, r)); diff != "" {
		t.Error(diff)
	}
	sound(t, r)
}

// TestHolders parts what reports say into tenures, each with its sources.
func TestHolders(t *testing.T) {
	r := newRecord()
	add(t, r, names(t, r, "a", "Echo", "2030-02-10", "ada"), names(t, r, "b", "Post", "2030-05-01", "ada"), names(t, r, "c", "Echo", "2030-09-01", "bo"))
	all, err := r.Holders(context.Background(), "")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, h := range all {
		got = append(got, fmt.Sprint(h.Person, " ", h.Since, " ", h.Last, " ", h.To, " ", h.Sources, " ", h.Confidence, " ", h.From[0].Report))
	}
	if diff := cmp.Diff([]string{"ada 2030-02-10 2030-05-01 2030-09-01 2 0.85 a", "bo 2030-09-01 2030-09-01  1 0.7 c"}, got); diff != "" {
		t.Error(diff)
	}
	for day, want := range map[rapporteur.Date]int{"2030-02-09": 0, "2030-06-01": 1, "2031-09-01": 1, "2031-09-02": 0} {
		if on, err := r.Holders(context.Background(), day); err != nil || len(on) != want {
			t.Errorf("on %s %d, want %d: %v", day, len(on), want, err)
		}
	}
}

// sound fails unless verify finds nothing.
func sound(t rapid.TB, r *record.Record) {
	t.Helper()
	err := r.Verify(context.Background(), func(p record.Problem) bool {
		t.Errorf("%+v", p)
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestLearnedInAnyOrder adds reports in any order and portions, takes some away, and
// reads again what is outdated: each was read for the holder by what is there.
func TestLearnedInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := newRecord()
		person := map[string]string{}
		for i := range rapid.IntRange(2, 12).Draw(t, "reports") {
			id := fmt.Sprint("r", i)
			person[id] = pick(t, "person", "", "", "ada", "bo", "acting bo")
			day := pick[rapporteur.Date](t, "day", "2030-01-10", "2030-01-11", "2030-02-20", "2030-12-30", "2031-03-01", "2032-02-02")
			add(t, r, names(t, r, id, pick(t, "outlet", "Echo", "Post"), day, person[id]))
		}
		for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom(slices.Sorted(maps.Keys(person))), 0, 2, rapid.ID[string]).Draw(t, "gone") {
			if _, err := r.Remove(context.Background(), record.Removal{Reports: []string{id}}); err != nil {
				t.Fatal(err)
			}
			delete(person, id)
		}
		again(t, r)
		sound(t, r)
		if got := outdated(t, r); len(got) > 0 {
			t.Errorf("%q are still outdated", got)
		}
	})
}

// again reads what is outdated again.
func again(t rapid.TB, r *record.Record) {
	t.Helper()
	found, err := r.Outdated(context.Background(), 100)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range found {
		fresh := names(t, r, one.ID, string(one.Outlet), one.Published, "")
		if err := r.Reread(context.Background(), fresh); err != nil {
			t.Fatal(err)
		}
	}
}
