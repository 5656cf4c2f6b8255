package record_test

import (
	"fmt"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// heldBasket passes over meetings that were not held.
type heldBasket struct{ basket }

func (b *heldBasket) Kinds() []record.Kind { return []record.Kind{record.Meeting, record.Event} }

func (b *heldBasket) Useful(k record.Kind) (record.Field, []string) {
	if k == record.Meeting {
		return record.ByStatus, []string{string(rapporteur.Held)}
	}
	return "", nil
}

// TestExtractSelective gives a sink no entry that it passes over, and counts those for a
// limit all the same. Of a past day it may be given all.
func TestExtractSelective(t *testing.T) {
	for name, store := range map[string]record.Store{"memory": memory.New(), "file": wantingFile(t)} {
		at := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
		r := record.New(store, func() time.Time { return at })
		for n := range 12 {
			reading := meetingOn(fmt.Sprintf("report%02d", n), rapporteur.Date(at.AddDate(0, 0, 9*n).Format(time.DateOnly)), "MLI", "NER")
			reading.Meetings[0].Status = []rapporteur.Status{rapporteur.Held, rapporteur.Cancelled, rapporteur.Postponed}[n%3]
			if _, err := r.Add(t.Context(), reading); err != nil {
				t.Fatal(err)
			}
		}
		all := entriesAt(t, r, time.Time{}, func(*record.Entry) bool { return true })
		held := map[string]bool{}
		for _, id := range entriesAt(t, r, time.Time{}, func(e *record.Entry) bool { return e.Meeting.Status == rapporteur.Held }) {
			held[id] = true
		}
		for _, limit := range []int{0, 5} {
			var want []string
			for i, id := range all {
				if held[id] && (limit == 0 || i < limit) {
					want = append(want, id)
				}
			}
			got := &heldBasket{}
			if err := r.Look(t.Context(), time.Time{}, func(l *record.Look) error { return l.Extract(record.Filter{Limit: limit}, false, got) }); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got.entries); diff != "" || len(want) == 0 {
				t.Errorf("%s, limit %d: %s", name, limit, diff)
			}
		}
		then := &heldBasket{}
		if err := r.Look(t.Context(), at, func(l *record.Look) error { return l.Extract(record.Filter{}, false, then) }); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(all, then.entries); diff != "" {
			t.Errorf("%s, as of then: %s", name, diff)
		}
	}
}
