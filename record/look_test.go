package record_test

import (
	"context"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// TestHaving says which of the values that a filter asks for anything has.
func TestHaving(t *testing.T) {
	r := river(t)
	f := record.Filter{States: []string{"CCC", "DDD"}, Places: []string{"OSTMARK", "Nowhere"}, Statuses: []string{"refused"}, Stances: []string{"supports"}}
	err := r.Look(context.Background(), time.Time{}, func(l *record.Look) error {
		having, err := l.Having(f)
		want := map[record.Field][]string{record.ByState: {"CCC"}, record.ByPlace: {"OSTMARK"}, record.ByStance: {"supports"}}
		if diff := cmp.Diff(want, having); diff != "" {
			t.Error(diff)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// TestLook asks a record for what one needs to know of an id, an outlet or a filter.
func TestLook(t *testing.T) {
	r := river(t)
	id := meetings(t, r, record.Filter{Reports: []string{"c"}})[0].ID
	err := r.Look(context.Background(), time.Time{}, func(l *record.Look) error {
		for id, want := range map[string]record.Kind{id: record.Meeting, "m0": ""} {
			if kind, err := l.KindOf(id); err != nil || kind != want {
				t.Errorf("kind of %s: %q %v", id, kind, err)
			}
		}
		for outlet, want := range map[string]bool{"Echo": true, "Herald": false} {
			if carried, err := l.Carried(outlet); err != nil || carried != want {
				t.Errorf("%s carried something: %v %v", outlet, carried, err)
			}
		}
		for state, want := range map[string]int{"AAA": 1, "CCC": 0} {
			if n, err := l.CountShifts(record.Filter{States: []string{state}, Limit: 1}, 0); err != nil || n.N != want {
				t.Errorf("%s has moved %v times, %v", state, n, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestReports chooses reports, counts them and says when the last one came out.
func TestReports(t *testing.T) {
	r := river(t)
	correct(t, r, record.Demand{Entry: "c", Action: record.Set, Field: "outlet", Value: "Herald"})
	past := time.Date(2030, 1, 1, 0, 0, 1, 0, time.UTC) // before anybody corrected anything
	for _, c := range []struct {
		f    record.Filter
		want []string
	}{
		{record.Filter{}, []string{"f", "e", "d", "c", "b", "a"}},
		{record.Filter{Oldest: true, Limit: 2, Offset: 1}, []string{"b", "c"}},
		{record.Filter{Outlets: []string{"Courier"}}, []string{"b"}},
		{record.Filter{Outlets: []string{"Courier"}, AsOf: past}, []string{"c", "b"}},
		{record.Filter{Outlets: []string{"Herald"}, AsOf: past}, nil},
		{record.Filter{Since: "2030-01-10", Until: "2030-02-10", AsOf: past}, []string{"d", "c"}},
		{record.Filter{AsOf: past, Limit: 2, Offset: 3, Oldest: true}, []string{"d", "e"}},
		{record.Filter{Since: "2030-01-04", Until: "2030-01-31"}, []string{"c", "b"}},
		{record.Filter{Since: "2030-02", Until: "2030-02"}, []string{"d"}},
		{record.Filter{Since: "2030-01", Until: "2030-02"}, []string{"d", "c", "b", "a"}},
		{record.Filter{Text: "report b"}, []string{"b"}},
		{record.Filter{Reports: []string{"a", "z"}}, []string{"a"}},
	} {
		found, err := r.Reports(context.Background(), c.f)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, one := range found {
			got = append(got, one.ID)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%+v: %s", c.f, diff)
		}
		if c.f.Limit > 0 {
			continue
		}
		if n, err := r.CountReports(context.Background(), c.f); err != nil || n != len(c.want) {
			t.Errorf("%+v: %d counted, %v", c.f, n, err)
		}
	}
	for until, want := range map[rapporteur.Date]rapporteur.Date{"": "2030-03-09", "2030-02-28": "2030-02-01", "2029-12-31": ""} {
		if day, err := r.LastDay(context.Background(), until); err != nil || day != want {
			t.Errorf("last until %q: %s %v", until, day, err)
		}
	}
}

// TestHas knows a report by its text and where it was found.
func TestHas(t *testing.T) {
	r := river(t)
	for _, c := range []struct {
		id, outlet string
		day        rapporteur.Date
		want       bool
	}{{"a", "Echo", "2030-01-02", true}, {"a", "Echo", "2030-01-03", false}, {"a", "Post", "2030-01-02", false}, {"z", "Echo", "2030-01-02", false}} {
		one := talks(c.id, c.outlet, c.day, "", "", rapporteur.Held).Report
		if has, err := r.Has(context.Background(), &one); err != nil || has != c.want {
			t.Errorf("%s of %s on %s: %v %v", c.id, c.outlet, c.day, has, err)
		}
	}
	ids, err := r.IDs(context.Background(), "a", 5)
	if diff := cmp.Diff([]string{"a"}, ids); err != nil || diff != "" {
		t.Error(diff, err)
	}
}

// TestParties lists actors with the number of entries in which they are found.
func TestParties(t *testing.T) {
	r := river(t)
	for _, f := range []record.Filter{{}, {States: []string{"CCC"}}, {Actors: []string{"AAA", "BBB"}}, {Text: "THE b"}} {
		parties, err := r.Parties(context.Background(), f)
		if err != nil || len(parties) == 0 {
			t.Fatalf("%+v: %v %v", f, parties, err)
		}
		for i, p := range parties {
			if n, err := r.Count(context.Background(), record.Filter{Actors: []string{p.ID}}, 0); err != nil || n.N != p.Entries {
				t.Errorf("%s: %v entries, listed with %d, %v", p.ID, n, p.Entries, err)
			}
			if i > 0 && p.Entries > parties[i-1].Entries {
				t.Errorf("not those with most first: %+v", parties)
			}
		}
	}
}

// TestTexts gives reports in portions as they were added, with their texts.
func TestTexts(t *testing.T) {
	r := river(t)
	var got []string
	for after := int64(0); ; {
		some, next, err := r.Texts(context.Background(), after, 4)
		if err != nil {
			t.Fatal(err)
		}
		if len(some) == 0 {
			break
		}
		for _, one := range some {
			if one.Text == "" {
				t.Errorf("%s has no text", one.ID)
			}
			got = append(got, one.ID)
		}
		after = next
	}
	if diff := cmp.Diff([]string{"a", "b", "c", "d", "e", "f"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestRedated gives the report that demands give another date, and none else.
func TestRedated(t *testing.T) {
	r := river(t)
	correct(t, r, record.Demand{Entry: "b", Action: record.Set, Field: "date", Value: "2030-01-05"})
	set := func(report, field, value string) record.Demand {
		return record.Demand{Entry: report, Action: record.Set, Field: field, Value: value}
	}
	for _, c := range []struct {
		name    string
		demands []record.Demand
		want    rapporteur.Date // empty for none
	}{
		{"nothing", nil, ""},
		{"the title", []record.Demand{set("a", "title", "Two tables")}, ""},
		{"the day that it has", []record.Demand{set("a", "date", "2030-01-02")}, ""},
		{"another day", []record.Demand{set("a", "title", "Two tables"), set("a", "date", "2030-01-08")}, "2030-01-08"},
		{"the last of two", []record.Demand{set("a", "date", "2030-01-08"), set("a", "date", "2030-01-09")}, "2030-01-09"},
		{"the one before, taken back", []record.Demand{{Entry: "b", Action: record.Undo, Value: "1"}}, "2030-01-04"},
		{"no report", []record.Demand{set("z", "date", "2030-01-08")}, ""},
	} {
		got, err := r.Redated(context.Background(), c.demands...)
		switch {
		case err != nil:
			t.Errorf("%s: %v", c.name, err)
		case (got == nil) != (c.want == ""):
			t.Errorf("%s: %+v", c.name, got)
		case got != nil && (got.Published != c.want || got.Text == ""):
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}
