package record

import (
	"slices"
)

// verdict is what a test of two pieces found.
type verdict struct {
	same bool
	// rule names the test, because what spoke for it.
	rule    string
	because []string
}

// same tests whether two pieces are one thing in the world. It is symmetric and
// looks at nothing else. Two entries of one report are two things, as far as the
// report goes and unless a person merged them.
func same(a, b *piece) verdict {
	if a.row.Kind != b.row.Kind {
		return verdict{}
	}
	if b.Report+b.ID < a.Report+a.ID {
		a, b = b, a // so that the words of the verdict are symmetric too
	}
	switch ruled := ruling(a, b); ruled {
	case Merge:
		return verdict{true, byPerson, []string{"a person merged them"}}
	case Split, Reject:
		return verdict{}
	}
	switch {
	case a.Report == b.Report:
		return verdict{}
	case sameText(a.report, b.report):
		return verdict{a.ID == b.ID, "copy", []string{"they are the same words of one text"}}
	}
	switch a.row.Kind {
	case Meeting:
		return sameMeeting(a, b)
	case Event:
		return sameEvent(a, b)
	case Statement:
		return sameStatement(a, b)
	case Position:
		return samePosition(a, b)
	}
	return verdict{}
}

// keys are the blocking keys of a piece. Every key holds parties and a few days,
// or words, so that few share it however much is stored.
func (p *piece) keys() []uint64 {
	var out []uint64
	switch p.row.Kind {
	case Meeting:
		out = p.meetingKeys()
	case Event:
		out = p.eventKeys()
	case Statement:
		out = p.statementKeys()
	case Position:
		out = p.positionKeys()
	}
	slices.Sort(out)
	return slices.Compact(out)
}

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

// apart is the number of days between the times at which two pieces may have been.
func apart(a, b *piece) int {
	least := farFuture
	for _, x := range a.when {
		for _, y := range b.when {
			least = min(least, x.gap(y))
		}
	}
	return least
}

// placed compares two places: the same, or different ones. Both are false where
// one is not known.
func placed(a, b *piece) (agree, differ bool) {
	switch {
	case a.place == "" && a.country == "" || b.place == "" && b.country == "":
		return false, false
	case a.place != "" && a.place == b.place:
		return true, false
	case a.country != "" && a.country == b.country && (a.place == "" || b.place == ""):
		return true, false
	}
	return false, true
}

// byPerson is the rule of what a person decided.
const byPerson = "correction"
