package record_test

import (
	"context"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// river is a record of four reports of three meetings, a statement and two positions.
func river(t *testing.T) *record.Record {
	t.Helper()
	r := newRecord()
	said := talks("d", "Post", "2030-02-01", "", "", rapporteur.Held)
	said.Meetings = nil
	said.Actors = []rapporteur.Actor{{ID: "CCC", Known: true, Name: "Ceeland", Kind: rapporteur.State, State: "CCC"}}
	said.Statements = []rapporteur.Statement{{Basis: rapporteur.Basis{ID: "s", Evidence: []rapporteur.Span{{End: 6, Text: "Report"}}}, Speakers: []string{"CCC"},
		Content: []rapporteur.Span{{End: 6, Text: "Report"}}, Date: "2030-02-01"}}
	add(t, r,
		talks("a", "Echo", "2030-01-02", "2030-01-03", "Ostmark", rapporteur.PlannedMeeting, "AAA", "BBB"),
		talks("b", "Courier", "2030-01-04", "2030-01-03", "Ostmark", rapporteur.Held, "AAA", "BBB"),
		talks("c", "Courier", "2030-01-20", "2030-01-20", "Westhafen", rapporteur.Cancelled, "AAA", "CCC"),
		said,
		wants("e", "2030-03-01", "lifting the blockade", rapporteur.Opposes, ""),
		wants("f", "2030-03-09", "lifting the blockade", rapporteur.Supports, ""))
	return r
}

// TestFilter chooses entries by each field of a filter, and counts them.
func TestFilter(t *testing.T) {
	r := river(t)
	if err := r.SaveDossier(context.Background(), record.Dossier{Name: "sea", States: []string{"CCC"}, Since: "2030-01-10"}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		f    record.Filter
		want [][]string
	}{
		{"all", record.Filter{}, [][]string{{"a", "b"}, {"c"}, {"d"}, {"e"}, {"f"}}},
		{"kinds", record.Filter{Kinds: []record.Kind{record.Meeting, record.Statement}}, [][]string{{"a", "b"}, {"c"}, {"d"}}},
		{"state", record.Filter{States: []string{"CCC"}}, [][]string{{"c"}, {"d"}}},
		{"actors", record.Filter{Actors: []string{"BBB", "CCC"}}, [][]string{{"a", "b"}, {"c"}, {"d"}}},
		{"nobody", record.Filter{Actors: []string{"nobody"}}, nil},
		{"outlet", record.Filter{Outlets: []string{"Courier"}}, [][]string{{"a", "b"}, {"c"}}},
		{"place in any letters", record.Filter{Places: []string{"WESTHAFEN"}}, [][]string{{"c"}}},
		{"status", record.Filter{Statuses: []string{"cancelled"}}, [][]string{{"c"}}},
		{"stance", record.Filter{Stances: []string{"supports"}}, [][]string{{"f"}}},
		{"issue", record.Filter{Issues: []string{"blockade"}}, [][]string{{"e"}, {"f"}}},
		{"type", record.Filter{Types: []string{"talks"}}, [][]string{{"a", "b"}, {"c"}}},
		{"report", record.Filter{Reports: []string{"b", "d"}}, [][]string{{"a", "b"}, {"d"}}},
		{"since", record.Filter{Since: "2030-02"}, [][]string{{"d"}, {"e"}, {"f"}}},
		{"until", record.Filter{Until: "2030-01-19"}, [][]string{{"a", "b"}}},
		{"a season", record.Filter{Since: "2030-21", Until: "2030-21"}, [][]string{{"e"}, {"f"}}},
		{"a decade", record.Filter{Since: "203X"}, [][]string{{"a", "b"}, {"c"}, {"d"}, {"e"}, {"f"}}},
		{"the decade before", record.Filter{Until: "202X"}, nil},
		{"a century", record.Filter{Since: "20XX", Until: "20XX"}, [][]string{{"a", "b"}, {"c"}, {"d"}, {"e"}, {"f"}}},
		{"disputed", record.Filter{Disputed: true}, nil},
		{"corrected", record.Filter{Corrected: true}, nil},
		{"words", record.Filter{Text: "report c"}, [][]string{{"c"}}},
		{"dossier", record.Filter{Dossier: "sea"}, [][]string{{"c"}, {"d"}}},
		{"dossier and more", record.Filter{Dossier: "sea", Kinds: []record.Kind{record.Meeting}, Until: "2030-01-31", States: []string{"AAA", "CCC"}}, [][]string{{"c"}}},
		{"what a dossier excludes", record.Filter{Dossier: "sea", States: []string{"AAA"}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := r.Entries(context.Background(), c.f)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, reportsOf(got)); diff != "" {
				t.Error(diff)
			}
			if n, err := r.Count(context.Background(), c.f, 0); err != nil || n.N != len(c.want) {
				t.Errorf("%v counted, %v", n, err)
			}
		})
	}
}

// TestFilterRefused are filters that cannot be answered; the same is said of lists and of
// numbers.
func TestFilterRefused(t *testing.T) {
	r := river(t)
	for _, f := range []record.Filter{
		{Since: "soon"}, {Until: "2030-25"}, {Since: "2030-13-01"}, {Until: "x03X"}, {Text: "?!"}, {Dossier: "nowhere"},
	} {
		_, listed := r.Entries(context.Background(), f)
		_, counted := r.Count(context.Background(), f, 0)
		_, moved := r.Shifts(context.Background(), f)
		for _, err := range []error{listed, counted, moved} {
			if code := rapporteur.CodeOf(err); code != rapporteur.Invalid && code != rapporteur.NotFound {
				t.Errorf("%+v: %v", f, err)
			}
		}
	}
}

// TestPages turns the pages of what is chosen: together they are the whole, in its order,
// and the oldest first is the same the other way round.
func TestPages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := newRecord()
		add(t, r, someReadings(t)...)
		ids := func(f record.Filter) (out []string) {
			entries, err := r.Entries(context.Background(), f)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range entries {
				out = append(out, e.ID)
			}
			return out
		}
		f := record.Filter{States: []string{pick(t, "state", sides...)}}
		all := ids(f)
		oldest := f
		oldest.Oldest = true
		back := ids(oldest)
		slices.Reverse(back)
		if diff := cmp.Diff(all, back); diff != "" {
			t.Error("the other way round:", diff)
		}
		var pages []string
		for f.Limit = rapid.IntRange(1, 4).Draw(t, "page"); ; f.Offset += f.Limit {
			page := ids(f)
			if pages = append(pages, page...); len(page) == 0 {
				break
			}
		}
		if diff := cmp.Diff(all, pages); diff != "" {
			t.Error("page by page:", diff)
		}
		if n, err := r.Count(context.Background(), f, 0); err != nil || n.N != len(all) {
			t.Errorf("%v counted of %d, %v", n, len(all), err)
		}
	})
}

// TestValues lists the values of fields: as many entries have each as choosing by it
// gives.
func TestValues(t *testing.T) {
	r := river(t)
	for field, choose := range map[record.Field]func(string) record.Filter{
		record.ByOutlet: func(v string) record.Filter { return record.Filter{Outlets: []string{v}} },
		record.ByState:  func(v string) record.Filter { return record.Filter{States: []string{v}} },
		record.ByIssue:  func(v string) record.Filter { return record.Filter{Issues: []string{v}} },
		record.ByPlace:  func(v string) record.Filter { return record.Filter{Places: []string{v}} },
		record.ByStatus: func(v string) record.Filter { return record.Filter{Statuses: []string{v}} },
		record.ByStance: func(v string) record.Filter { return record.Filter{Stances: []string{v}} },
		record.ByType:   func(v string) record.Filter { return record.Filter{Types: []string{v}} },
	} {
		values, err := r.Values(context.Background(), field)
		if err != nil || len(values) == 0 {
			t.Fatalf("%s: %v %v", field, values, err)
		}
		for i, v := range values {
			if n, err := r.Count(context.Background(), choose(v.Value), 0); err != nil || n.N != v.Entries {
				t.Errorf("%s %s: %v entries, listed with %d, %v", field, v.Value, n, v.Entries, err)
			}
			if i > 0 && v.Entries > values[i-1].Entries {
				t.Errorf("%s: not those with most first: %v", field, values)
			}
		}
	}
}
