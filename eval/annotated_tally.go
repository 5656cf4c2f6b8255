package eval

import (
	"fmt"
	"slices"
	"strings"
)

// EntryKinds are what an annotation is scored by, in the order of the table:
// statements and those with the right speaker, meetings and who is left out,
// events and those with the right modality and claim, positions and those with
// the right stance.
var EntryKinds = [...]string{"statement", "st+speaker", "meeting", "excluded", "event", "ev+modality", "position", "pos+stance"}

// EntryScores are the scores of the entries of some reports.
type EntryScores struct {
	tallies map[string]*tally
	// Missed and Invented tell of each entry that was not found, or not right.
	Missed, Invented []string
}

// tally counts one kind of entry, and of those that match which fields are right.
type tally struct {
	Score
	fields []string
	right  map[string]*[2]int
}

// NewEntryScores gives scores of nothing yet.
func NewEntryScores() *EntryScores {
	s := &EntryScores{tallies: map[string]*tally{}}
	for _, k := range EntryKinds {
		s.tallies[k] = &tally{right: map[string]*[2]int{}}
	}
	return s
}

// Of gives the score of a kind of entry.
func (s *EntryScores) Of(kind string) Score { return s.tallies[kind].Score }

func (t *tally) add(found, invented, missed int) {
	t.Score = t.Add(Score{Gold: found + missed, System: found + invented, Correct: found})
}

func (t *tally) field(name string, ok bool) {
	f := t.right[name]
	if f == nil {
		f = new([2]int)
		t.right[name] = f
		t.fields = append(t.fields, name)
	}
	f[1]++
	if ok {
		f[0]++
	}
}

// both counts matched entries, and those of them that are right in a part too.
func (s *EntryScores) both(part, whole string, p pairs, right []bool) {
	s.tallies[whole].add(len(p.matched), len(p.invented), len(p.missed))
	good := 0
	for _, ok := range right {
		if ok {
			good++
		}
	}
	s.tallies[part].add(good, len(p.invented)+len(p.matched)-good, len(p.missed)+len(p.matched)-good)
}

// String gives a line for each kind.
func (s *EntryScores) String() string {
	var b strings.Builder
	for _, k := range EntryKinds {
		t := s.tallies[k]
		fmt.Fprintf(&b, "%-11s P %.3f  R %.3f  F1 %.3f   (gold %d, system %d)", k, t.Precision(), t.Recall(), t.F1(), t.Gold, t.System)
		for _, name := range t.fields {
			f := t.right[name]
			fmt.Fprintf(&b, "  %s %d/%d=%.2f", name, f[0], f[1], ratio(f[0], f[1]))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// pairs are entries matched one to one, and what is left over on both sides.
type pairs struct {
	matched          [][2]int
	missed, invented []int
}

// pairUp matches the best pairs first, of equal ones the first in the report.
func pairUp(gold, system int, score func(g, s int) float64) pairs {
	type candidate struct {
		v    float64
		g, s int
	}
	var all []candidate
	for g := range gold {
		for s := range system {
			if v := score(g, s); v > 0 {
				all = append(all, candidate{v, g, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		switch {
		case a.v > b.v:
			return -1
		case a.v < b.v:
			return 1
		}
		return 0
	})
	toGold, toSystem := make([]bool, gold), make([]bool, system)
	var p pairs
	for _, c := range all {
		if !toGold[c.g] && !toSystem[c.s] {
			toGold[c.g], toSystem[c.s] = true, true
			p.matched = append(p.matched, [2]int{c.g, c.s})
		}
	}
	p.missed, p.invented = open(toGold), open(toSystem)
	return p
}

// open gives the places that are not taken.
func open(taken []bool) []int {
	var out []int
	for i, t := range taken {
		if !t {
			out = append(out, i)
		}
	}
	return out
}
