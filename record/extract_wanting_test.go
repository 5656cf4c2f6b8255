package record_test

import (
	"fmt"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"
	"rapporteur/store/sqlite"

	"github.com/google/go-cmp/cmp"
)

// placedBasket takes in meetings that are somewhere.
type placedBasket struct {
	basket
	without int
}

func (b *placedBasket) Kinds() []record.Kind { return []record.Kind{record.Meeting} }
func (b *placedBasket) Wants() record.Field  { return record.ByPlace }
func (b *placedBasket) Entry(e *record.Entry) error {
	if e.Meeting.Place == nil {
		b.without++
	}
	return b.basket.Entry(e)
}

// TestExtractWanting gives a sink that wants places no meeting without one and every
// meeting with one, now, as of past days, and when a person put a place right.
func TestExtractWanting(t *testing.T) {
	for name, store := range map[string]record.Store{"memory": memory.New(), "file": wantingFile(t)} {
		at := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
		r := record.New(store, func() time.Time { return at })
		for n := range 24 {
			reading := meetingOn(fmt.Sprintf("report%02d", n), rapporteur.Date(at.AddDate(0, 0, 9*n).Format(time.DateOnly)), "MLI", "NER")
			reading.Meetings[0].Place.Name = fmt.Sprintf("Town %c", 'a'+n%12)
			if n%3 == 0 {
				reading.Meetings[0].Place = nil
			}
			if _, err := r.Add(t.Context(), reading); err != nil {
				t.Fatal(err)
			}
		}
		bare := entriesAt(t, r, time.Time{}, func(e *record.Entry) bool { return e.Meeting.Place == nil })
		then := at
		at = at.AddDate(0, 0, 1)
		if _, err := r.Correct(t.Context(), record.Demand{Entry: bare[0], Action: record.Set, Field: "place", Value: "Gao", By: "kim"}); err != nil {
			t.Fatal(err)
		}
		for _, moment := range []time.Time{{}, then} {
			want := entriesAt(t, r, moment, func(e *record.Entry) bool { return e.Meeting.Place != nil })
			for _, f := range []record.Filter{{}, {Limit: 5, Offset: 3}, {Kinds: []record.Kind{record.Event}}} {
				got := &placedBasket{}
				if err := r.Look(t.Context(), moment, func(l *record.Look) error { return l.Extract(f, false, got) }); err != nil {
					t.Fatal(err)
				}
				expected := want[f.Offset:]
				if f.Limit > 0 {
					expected = expected[:f.Limit]
				}
				if len(f.Kinds) > 0 {
					expected = nil
				}
				if diff := cmp.Diff(expected, got.entries); diff != "" || got.without > 0 {
					t.Errorf("%s, %v, %+v: %d without a place; %s", name, moment, f, got.without, diff)
				}
			}
		}
	}
}

// wantingFile is a record in a file.
func wantingFile(t *testing.T) record.Store {
	t.Helper()
	db, err := sqlite.Open(t.Context(), t.TempDir()+"/record.db", sqlite.Create)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// entriesAt gives the ids of the meetings that pass a test, in their order.
func entriesAt(t *testing.T, r *record.Record, at time.Time, test func(*record.Entry) bool) []string {
	t.Helper()
	all, err := r.Entries(t.Context(), record.Filter{Kinds: []record.Kind{record.Meeting}, AsOf: at})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range all {
		if test(&all[i]) {
			out = append(out, all[i].ID)
		}
	}
	return out
}
