package entities

import "slices"

// partyTally counts how often parties are named, the most named first.
type partyTally struct {
	count map[int]int
	// first is the place of the first mention of each.
	first map[int]int
	// most are the three that are named most, of equals who was named first.
	most []int
	// next is the mention up to which is counted, by the order of heads.
	next int
}

func newPartyTally() partyTally { return partyTally{count: map[int]int{}, first: map[int]int{}} }

// add counts a party that is named at a place.
func (t *partyTally) add(party, place int) {
	t.count[party]++
	if at, ok := t.first[party]; !ok || place < at {
		t.first[party] = place
	}
	if !slices.Contains(t.most, party) {
		t.most = append(t.most, party)
	}
	slices.SortFunc(t.most, func(a, b int) int {
		if t.count[a] != t.count[b] {
			return t.count[b] - t.count[a]
		}
		return t.first[a] - t.first[b]
	})
	if len(t.most) > 3 {
		t.most = t.most[:3]
	}
}

// two gives the two parties that are named most, nil where a third one is named as
// often.
func (t *partyTally) two() []int {
	if len(t.most) < 2 || len(t.most) > 2 && t.count[t.most[2]] == t.count[t.most[1]] {
		return nil
	}
	return slices.Clone(t.most[:2])
}
