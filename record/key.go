package record

import "slices"

// bucket is the number of days that share a key.
const bucket = 4

// buckets are the keys of the days on which something may have been, and of a
// day to either side.
func buckets(when []days) []int { return spread(when, 1, bucket) }

// spread gives the keys of runs of days that are widened at both ends, so that
// those share a key which are not farther apart than twice as much. So many days
// have one key.
func spread(when []days, by, size int) []int {
	var out []int
	for _, d := range when {
		d = d.pad(by)
		for n := floor(d.from, size); n <= floor(d.to, size); n++ {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// undated is the run of days of what has no day.
const undated = 0

// keyed is a key that holds a run of days. The days come first, so that the keys
// of news of one time lie together in a store, and those of old news are not
// touched when news is added.
func keyed(when int, h uint64) uint64 { return uint64(uint16(when))<<48 | h>>16 }

func floor(n, by int) int {
	if n < 0 {
		return (n - by + 1) / by
	}
	return n / by
}

// most is the number of sides of which pairs are made; of a larger gathering
// those are taken whose hashes are the least, so that two lists of nearly the
// same sides still have pairs in common.
const most = 5

func chosen(sides []string) []string {
	if len(sides) <= most {
		return sides
	}
	out := slices.Clone(sides)
	slices.SortFunc(out, func(a, b string) int {
		if x, y := hash(a), hash(b); x != y {
			if x < y {
				return -1
			}
			return 1
		}
		return 0
	})
	out = out[:most]
	slices.Sort(out)
	return out
}
