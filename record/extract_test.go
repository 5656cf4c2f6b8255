package record_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// basket keeps the ids of what is extracted.
type basket struct{ entries, actors, reports []string }

func (b *basket) Entry(e *record.Entry) error   { b.entries = append(b.entries, e.ID); return nil }
func (b *basket) Actor(p *record.Party) error   { b.actors = append(b.actors, p.ID); return nil }
func (b *basket) Report(r *record.Report) error { b.reports = append(b.reports, r.ID); return nil }

// extractable is a record of so many reports, each with a meeting of Mali and Niger, and
// one that tells of nothing.
func extractable(t *testing.T, days int) *record.Record {
	t.Helper()
	at := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	r := record.New(memory.New(), func() time.Time { return at })
	for n := range days {
		day := rapporteur.Date(at.AddDate(0, 0, 9*n).Format(time.DateOnly))
		reading := meetingOn(fmt.Sprintf("report%02d", n), day, "MLI", "NER")
		if _, err := r.Add(t.Context(), reading); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := r.Add(t.Context(), &rapporteur.Reading{Report: rapporteur.Report{ID: "nothing", Text: "It rained all day long in the hills.", Published: "2027-01-01"}}); err != nil {
		t.Fatal(err)
	}
	return r
}

func meetingOn(id string, day rapporteur.Date, sides ...string) *rapporteur.Reading {
	text := fmt.Sprintf("They met on %s, as %s tells.", day, id)
	span := rapporteur.Span{Start: 0, End: len(text), Text: text}
	m := rapporteur.Meeting{Basis: rapporteur.Basis{ID: id, Confidence: 0.9, Evidence: []rapporteur.Span{span}}, Kind: "talks", Status: rapporteur.Held, Date: day,
		Place: &rapporteur.Place{Name: "Gao", Country: "MLI"}}
	out := &rapporteur.Reading{Report: rapporteur.Report{ID: id, Text: text, Outlet: rapporteur.Text("Outlet " + id), Published: day}, Sentences: [][2]int{{0, len(text)}}}
	for _, s := range sides {
		out.Actors = append(out.Actors, rapporteur.Actor{ID: s, Known: true, Name: "State " + s, Kind: rapporteur.State, State: rapporteur.Text(s)})
		m.Attendance = append(m.Attendance, rapporteur.Attendance{Actor: s, For: rapporteur.Text(s), Presence: rapporteur.Present, Evidence: []rapporteur.Span{span}})
	}
	out.Meetings = []rapporteur.Meeting{m}
	return out
}

func TestExtract(t *testing.T) {
	r := extractable(t, 7)
	for name, test := range map[string]struct {
		f       record.Filter
		all     bool
		entries int
		reports int
	}{
		"everything":    {record.Filter{}, true, 7, 8},
		"what tells":    {record.Filter{}, false, 7, 7},
		"from a day on": {record.Filter{Since: "2027-02-01"}, false, 3, 3},
		"a page":        {record.Filter{Limit: 2, Offset: 3}, false, 2, 2},
		"behind it":     {record.Filter{Offset: 9}, false, 0, 0},
		"events":        {record.Filter{Kinds: []record.Kind{record.Event}}, false, 0, 0},
	} {
		got := &basket{}
		var want []record.Entry
		err := r.Look(t.Context(), time.Time{}, func(l *record.Look) error {
			if err := l.Extract(test.f, test.all, got); err != nil {
				return err
			}
			var err error
			want, err = l.Entries(test.f)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for i := range want {
			ids = append(ids, want[i].ID)
		}
		if diff := cmp.Diff(ids, got.entries); diff != "" || len(got.entries) != test.entries || len(got.reports) != test.reports {
			t.Errorf("%s: %d entries, %d reports; %s", name, len(got.entries), len(got.reports), diff)
		}
		if len(got.entries) > 0 && !slices.Equal(got.actors, []string{"MLI", "NER"}) {
			t.Errorf("%s: actors %v", name, got.actors)
		}
	}
}

// TestExtractAsOf gives the record of a past day.
func TestExtractAsOf(t *testing.T) {
	at := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	r := record.New(memory.New(), func() time.Time { return at })
	for n := range 3 {
		if _, err := r.Add(t.Context(), meetingOn(fmt.Sprintf("report%d", n), rapporteur.Date(fmt.Sprintf("2026-1%d-01", n)), "MLI", "NER")); err != nil {
			t.Fatal(err)
		}
		at = at.AddDate(0, 0, 1)
	}
	got := &basket{}
	if err := r.Look(t.Context(), time.Date(2027, 1, 2, 12, 0, 0, 0, time.UTC), func(l *record.Look) error { return l.Extract(record.Filter{}, true, got) }); err != nil {
		t.Fatal(err)
	}
	if len(got.entries) != 2 || len(got.reports) != 2 {
		t.Errorf("%+v", got)
	}
}

func TestBounds(t *testing.T) {
	for d, want := range map[rapporteur.Date][2]rapporteur.Date{"2027-02": {"2027-02-01", "2027-02-28"}, "2027-02-03/2027-02-05": {"2027-02-03", "2027-02-05"},
		"../2027-06-30": {"", "2027-06-30"}, "2027-02-03": {"2027-02-03", "2027-02-03"}, "": {"", ""}, "soon": {"", ""}} {
		if first, last := record.Bounds(d); first != want[0] || last != want[1] {
			t.Errorf("%s: %s to %s, want %v", d, first, last, want)
		}
	}
}
