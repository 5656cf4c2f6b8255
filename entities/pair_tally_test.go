package entities

import (
	"math/rand/v2"
	"slices"
	"sort"
	"testing"
)

// TestPartyTally holds that the two named most are those of a count of all.
func TestPartyTally(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 0))
	for range 200 {
		tally := newPartyTally()
		count, first := map[int]int{}, map[int]int{}
		for place := range 30 {
			party := r.IntN(6)
			tally.add(party, place)
			if count[party]++; count[party] == 1 {
				first[party] = place
			}
			if got, want := tally.two(), twoByCount(count, first); !slices.Equal(got, want) {
				t.Fatalf("named so often: %v; the two are %v, want %v", count, got, want)
			}
		}
	}
}

// twoByCount sorts all parties.
func twoByCount(count, first map[int]int) []int {
	var all []int
	for party := range count {
		all = append(all, party)
	}
	sort.Slice(all, func(i, j int) bool {
		if count[all[i]] != count[all[j]] {
			return count[all[i]] > count[all[j]]
		}
		return first[all[i]] < first[all[j]]
	})
	if len(all) < 2 || len(all) > 2 && count[all[2]] == count[all[1]] {
		return nil
	}
	return all[:2]
}
