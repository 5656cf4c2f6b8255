package eval

import (
	"slices"
	"sort"
)

// Attributed is one attribution of a text as three spans; an extent that the
// text lacks is empty.
type Attributed struct{ Source, Cue, Content Extent }

// Modes are the ways in which words are reported, and the pooled scores first.
var Modes = [...]string{"all", "direct", "mixed", "indirect"}

// AttributionScores are the scores of one mode.
type AttributionScores struct{ Source, Cue, Content SpanScores }

// Add gives the counts of both together.
func (s AttributionScores) Add(o AttributionScores) AttributionScores {
	return AttributionScores{s.Source.Add(o.Source), s.Cue.Add(o.Cue), s.Content.Add(o.Content)}
}

// SpanScores are the scores of one kind of span.
type SpanScores struct {
	// Exact counts spans of exactly the same words.
	Exact Score
	// Overlap counts every span by the share of its words that the other side
	// has too.
	Overlap Shares
}

// Add gives the counts of both together.
func (s SpanScores) Add(o SpanScores) SpanScores {
	return SpanScores{s.Exact.Add(o.Exact), s.Overlap.Add(o.Overlap)}
}

// Shares are the sums of the shares of words in common, the intersection-based
// measure of Johansson and Moschitti (CoNLL 2010) that work on attribution
// calls partial match.
type Shares struct {
	// Gold and System count spans.
	Gold, System int
	// Found sums the shares of the gold spans, Right those of the system's.
	Found, Right float64
}

// Precision is the mean share of a system span that is right, from 0 to 1.
func (s Shares) Precision() float64 { return s.Right / float64(max(s.System, 1)) }

// Recall is the mean share of a gold span that was found, from 0 to 1.
func (s Shares) Recall() float64 { return s.Found / float64(max(s.Gold, 1)) }

// F1 is the harmonic mean of precision and recall, from 0 to 1.
func (s Shares) F1() float64 {
	p, r := s.Precision(), s.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Add gives the sums of both together.
func (s Shares) Add(o Shares) Shares {
	return Shares{s.Gold + o.Gold, s.System + o.System, s.Found + o.Found, s.Right + o.Right}
}

// Attributions compares the attributions of one text by mode, as in Modes.
//
// Each gold attribution is matched with one of the system at most, and the
// other way round: of all pairs whose contents share words the one with the
// largest overlap (2·shared / both lengths) is taken first, of equal ones the
// one whose cues share more, then the earlier one. Source, cue and content are
// compared within matched pairs. Words are runs of letters and digits: marks at
// the edges do not count, nor does the "that" before a content. A span that one
// side lacks counts against the other.
//
// A pair has the mode of its gold attribution, what is unmatched its own: direct
// where all words stand in quotations, mixed where some do.
func Attributions(text string, quotations []Piece, gold, system []Attributed) map[string]AttributionScores {
	w := newWording(text)
	scores := map[string]AttributionScores{}
	add := func(mode string, s AttributionScores) {
		scores["all"] = scores["all"].Add(s)
		scores[mode] = scores[mode].Add(s)
	}
	quoted := w.in(quotations)
	toGold, toSystem := w.match(gold, system)
	for g := range gold {
		var found Attributed
		if s := toSystem[g]; s >= 0 {
			found = system[s]
		}
		add(w.mode(gold[g], quoted), w.compare(gold[g], found))
	}
	for s := range system {
		if toGold[s] < 0 {
			add(w.mode(system[s], quoted), w.compare(Attributed{}, system[s]))
		}
	}
	return scores
}

// match pairs attributions one to one; -1 stands for none.
func (w *wording) match(gold, system []Attributed) (toGold, toSystem []int) {
	type pair struct {
		gold, system int
		overlap      float64
		cue          int
	}
	var pairs []pair
	for g := range gold {
		a := w.said(gold[g].Content)
		for s := range system {
			b := w.said(system[s].Content)
			if n := common(a, b); n > 0 {
				pairs = append(pairs, pair{g, s, 2 * float64(n) / float64(len(a)+len(b)), common(w.in(gold[g].Cue), w.in(system[s].Cue))})
			}
		}
	}
	sort.SliceStable(pairs, func(i, j int) bool {
		if pairs[i].overlap != pairs[j].overlap {
			return pairs[i].overlap > pairs[j].overlap
		}
		return pairs[i].cue > pairs[j].cue
	})
	toGold, toSystem = none(len(system)), none(len(gold))
	for _, p := range pairs {
		if toGold[p.system] < 0 && toSystem[p.gold] < 0 {
			toGold[p.system], toSystem[p.gold] = p.gold, p.system
		}
	}
	return toGold, toSystem
}

func none(n int) []int { return slices.Repeat([]int{-1}, n) }

func (w *wording) compare(gold, system Attributed) AttributionScores {
	return AttributionScores{
		Source:  spans(w.in(gold.Source), w.in(system.Source)),
		Cue:     spans(w.in(gold.Cue), w.in(system.Cue)),
		Content: spans(w.said(gold.Content), w.said(system.Content)),
	}
}

// spans compares the words of two spans, either of which may be missing.
func spans(gold, system []int) SpanScores {
	var s SpanScores
	shared := float64(common(gold, system))
	if len(gold) > 0 {
		s.Exact.Gold, s.Overlap.Gold, s.Overlap.Found = 1, 1, shared/float64(len(gold))
	}
	if len(system) > 0 {
		s.Exact.System, s.Overlap.System, s.Overlap.Right = 1, 1, shared/float64(len(system))
	}
	if len(gold) > 0 && slices.Equal(gold, system) {
		s.Exact.Correct = 1
	}
	return s
}

func (w *wording) mode(a Attributed, quoted []int) string {
	words := w.said(a.Content)
	switch common(words, quoted) {
	case 0:
		return "indirect"
	case len(words):
		return "direct"
	}
	return "mixed"
}
