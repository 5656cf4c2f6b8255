package store_test

import (
	"testing"
	"time"

	"rapporteur/record"
	"rapporteur/store/storetest"
)

// TestClocksApart adds reports by clocks that are hours apart, and corrections between them:
// at any time the stores say the same of the past, and no member is part of two entries.
func TestClocksApart(t *testing.T) {
	if testing.Short() {
		t.Skip("asks three stores about many times")
	}
	begun := time.Date(2031, 6, 1, 6, 0, 0, 0, time.UTC)
	now := begun
	records := alike(t, &now)
	for i, reading := range storetest.Readings(23, 70) {
		now = begun.Add(time.Duration(i)*time.Minute + time.Duration(i*i%3-1)*7*time.Hour)
		same(t, records, "add", func(r *record.Record) (any, error) { return r.Add(t.Context(), reading) })
		if i%9 != 8 {
			continue
		}
		now = now.Add(-3 * time.Hour)
		reports := same(t, records, "reports", func(r *record.Record) (any, error) { return r.Reports(t.Context(), record.Filter{Limit: 1}) }).([]record.Report)
		same(t, records, "remove", func(r *record.Record) (any, error) {
			return r.Remove(t.Context(), record.Removal{Reports: []string{reports[0].ID}, By: "kim"})
		})
	}
	for h := -8; h <= 9; h++ {
		at := begun.Add(time.Duration(h)*time.Hour + 20*time.Minute)
		entries := same(t, records, "entries at "+at.String(), func(r *record.Record) (any, error) {
			return r.Entries(t.Context(), record.Filter{AsOf: at})
		}).([]record.Entry)
		in := map[string]string{}
		for _, e := range entries {
			for _, m := range e.Members {
				name := m.Report + " " + m.ID
				if in[name] != "" {
					t.Errorf("at %s %s is part of %s and of %s", at, name, in[name], e.ID)
				}
				in[name] = e.ID
			}
		}
	}
	for _, r := range records {
		if err := r.Verify(t.Context(), func(p record.Problem) bool { t.Errorf("%s: %v", r.name, p); return true }); err != nil {
			t.Error(err)
		}
	}
}
