package knowledge

import (
	"cmp"
	"slices"
	"testing"
)

// since and upTo are the first and the last day of the time that the tables of
// terms are to cover; what is known of later days stands in single rows.
const (
	since = "2010-01-01"
	upTo  = "2025-06-30"
)

// TestCoverage holds how many states have their offices covered from 2010 to
// the middle of 2025; -v shows the figures.
func TestCoverage(t *testing.T) {
	terms, _ := solePosts(t)
	count := map[string]int{}
	states, full := 0, 0
	for _, row := range rowsOf(t, "states") {
		if s := row.Get("status"); s != "current" && s != "disputed" {
			continue
		}
		states++
		has := map[string]bool{}
		for _, office := range coveredOffices {
			if has[office] = covered(terms[post{office, row.Get("id")}]); has[office] {
				count[office]++
			}
		}
		if (has["head-of-state"] || has["head-of-government"]) && has["foreign-minister"] && has["defence-minister"] {
			full++
		}
	}
	t.Logf("%d states that are or are disputed, %d persons, %d terms", states, len(rowsOf(t, "persons")), len(rowsOf(t, "terms")))
	for _, office := range coveredOffices {
		t.Logf("%s known for 97 of 100 days: %d states", office, count[office])
	}
	t.Logf("head of state or government, foreign and defence minister: %d states", full)
	if full < 110 {
		t.Errorf("%d states in full, want 110", full)
	}
}

var coveredOffices = []string{"head-of-state", "head-of-government", "foreign-minister", "defence-minister"}

// covered reports whether terms in the order of time leave out no more than
// three days of a hundred. Months and years count from their first to their
// last day.
func covered(terms []span) bool {
	terms = slices.Clone(terms)
	slices.SortStableFunc(terms, func(a, b span) int { return cmp.Compare(firstDay(a.Get("from")), firstDay(b.Get("from"))) })
	known, at := 0.0, since
	for _, s := range terms {
		from, to := firstDay(s.Get("from")), s.Get("to")
		if to == "" {
			to = s.until
		}
		to = min(lastDay(to), upTo)
		if from = max(from, at); to > from {
			known += days(from, to)
			at = to
		}
	}
	return known >= .97*days(since, upTo)
}
