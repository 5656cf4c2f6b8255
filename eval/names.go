package eval

import (
	"cmp"
	"slices"
	"strings"
)

// NameSpan is a name from Start to End, exclusive, in tokens or in bytes.
type NameSpan struct {
	Start, End int
	// Class is one of NameClasses.
	Class string
}

// NameClasses are the classes that are scored, in the order of reports.
var NameClasses = [...]string{"person", "location", "organisation", "other"}

// NameClass gives the scored class of a label, and false for labels that are
// not scored (dates, money). It knows the labels of the Worldwide corpus and
// those of this program.
func NameClass(label string) (string, bool) {
	switch strings.ToLower(label) {
	case "person", "per":
		return "person", true
	case "location", "loc", "facility", "fac":
		return "location", true
	case "organization", "organisation", "org":
		return "organisation", true
	case "norp", "misc", "product", "prod":
		return "other", true
	}
	return "", false
}

// NameScores are the figures of one corpus, together and by class.
type NameScores struct {
	All   Score
	Class map[string]Score
}

// Names scores names by exact span and class. The spans of one list must not
// repeat.
func Names(gold, system []NameSpan) NameScores {
	s := NameScores{Class: make(map[string]Score, len(NameClasses))}
	for _, class := range NameClasses {
		score := matches(ofClass(gold, class), ofClass(system, class))
		s.Class[class] = score
		s.All = s.All.Add(score)
	}
	return s
}

// Add gives the figures of both corpora together.
func (s NameScores) Add(o NameScores) NameScores {
	sum := NameScores{All: s.All.Add(o.All), Class: make(map[string]Score, len(NameClasses))}
	for _, class := range NameClasses {
		sum.Class[class] = s.Class[class].Add(o.Class[class])
	}
	return sum
}

func ofClass(names []NameSpan, class string) []NameSpan {
	var kept []NameSpan
	for _, n := range names {
		if n.Class == class {
			kept = append(kept, n)
		}
	}
	slices.SortFunc(kept, compareSpans)
	return kept
}

func compareSpans(a, b NameSpan) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

func matches(gold, system []NameSpan) Score {
	score := Score{Gold: len(gold), System: len(system)}
	for _, g := range gold {
		if _, found := slices.BinarySearchFunc(system, g, compareSpans); found {
			score.Correct++
		}
	}
	return score
}
