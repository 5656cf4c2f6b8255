package export

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// soonest puts entries in the order in which they will be; those whose day is not
// known come last.
func soonest(entries []record.Entry) []record.Entry {
	out := slices.Clone(entries)
	slices.SortStableFunc(out, func(x, y record.Entry) int {
		a, _ := standing(&x.Content)
		b, _ := standing(&y.Content)
		if (a == "") != (b == "") {
			return cmp.Compare(b, a)
		}
		return cmp.Compare(cmp.Or(a, string(x.Last)), cmp.Or(b, string(y.Last)))
	})
	return out
}

// ahead tells the meetings that are still to come on the day of the last report. A
// plan whose day has gone by without another word is no longer one, and neither is
// one without a day of which nobody has written for so long that it has gone stale.
func ahead(entries []record.Entry) func(*record.Entry) bool {
	var today string
	for i := range entries {
		today = max(today, string(entries[i].Last))
	}
	return func(e *record.Entry) bool {
		if e.Meeting == nil || e.Meeting.Status != rapporteur.PlannedMeeting && e.Meeting.Status != rapporteur.Proposed {
			return false
		}
		day := string(e.Meeting.Date)
		if day == "" {
			return string(e.Last) >= daysBefore(today, stale)
		}
		if _, end, interval := strings.Cut(day, "/"); interval {
			day = end
		}
		n := min(len(day), len(today))
		return day == ".." || day[:n] >= today[:n]
	}
}

// stale is the number of days after which a plan without a day, of which nobody has
// written since, is no longer told as one.
const stale = 14

// daysBefore gives the day some days before another, and no day for what is none.
func daysBefore(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -n).Format(time.DateOnly)
}

// foreseen reports whether an event is not yet one.
func foreseen(m rapporteur.Modality) bool {
	return m == rapporteur.Planned || m == rapporteur.Threatened || m == rapporteur.Conditional
}
