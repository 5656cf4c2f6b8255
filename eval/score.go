package eval

// Score counts what is in the gold standard, what the system gave, and what of
// it is right.
type Score struct {
	Gold, System, Correct int
	// Aligned is the number of system words that cover the same text as a gold
	// word; 0 where words are not what is counted.
	Aligned int
}

// Precision is the share of the system's answers that are right, from 0 to 1.
func (s Score) Precision() float64 { return ratio(s.Correct, s.System) }

// Recall is the share of the gold standard that was found, from 0 to 1.
func (s Score) Recall() float64 { return ratio(s.Correct, s.Gold) }

// F1 is the harmonic mean of precision and recall, from 0 to 1.
func (s Score) F1() float64 { return ratio(2*s.Correct, s.Gold+s.System) }

// AlignedAccuracy is the share of aligned words that are right, from 0 to 1.
func (s Score) AlignedAccuracy() float64 { return ratio(s.Correct, s.Aligned) }

// Add gives the counts of both together.
func (s Score) Add(o Score) Score {
	return Score{s.Gold + o.Gold, s.System + o.System, s.Correct + o.Correct, s.Aligned + o.Aligned}
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
