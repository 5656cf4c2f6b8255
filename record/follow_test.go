package record

import (
	"math"
	"testing"
)

// TestFollow goes through rows page by page, and gives each once, however many have the
// same key.
func TestFollow(t *testing.T) {
	keys := []int{9, 9, 9, 7, 5, 5, 5, 5, 5, 2, 1, 1}
	for _, oldest := range []bool{false, true} {
		for limit := 1; limit <= len(keys)+1; limit++ {
			q := Query{From: math.MinInt, To: math.MaxInt, Limit: limit, Oldest: oldest}
			var seen []int
			for len(seen) <= len(keys) {
				rows := pageOf(keys, q)
				if len(rows) == 0 {
					break
				}
				for _, r := range rows {
					seen = append(seen, int(r.Number))
				}
				q.follow(rows)
			}
			if len(seen) != len(keys) {
				t.Fatalf("limit %d, oldest %v: %v", limit, oldest, seen)
			}
			for i, n := range seen {
				if want := i; !oldest && n != want || oldest && n != len(keys)-1-i {
					t.Fatalf("limit %d, oldest %v: %v", limit, oldest, seen)
				}
			}
		}
	}
}

// pageOf answers a query for rows with some keys, which fall.
func pageOf(keys []int, q Query) []EntryRow {
	var out []EntryRow
	for i := range keys {
		if q.Oldest {
			i = len(keys) - 1 - i
		}
		if keys[i] >= q.From && keys[i] <= q.To {
			out = append(out, EntryRow{Number: int64(i), Sort: keys[i]})
		}
	}
	out = out[min(q.Offset, len(out)):]
	return out[:min(q.Limit, len(out))]
}
