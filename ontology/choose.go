package ontology

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/table"
)

// weights are what words say of issues, learned from annotated reports.
type weights struct {
	// phrases and report are what phrases count that show an issue in the proposal, and
	// in the whole report.
	phrases, report float64
	// always is how common each issue is, ofWord what a word adds.
	always map[string]float64
	ofWord map[string][]wordWeight
}

// wordWeight is what a word adds to the score of an issue.
type wordWeight struct {
	issue  string
	weight float64
}

// addWeight reads a row of issue_words.tsv.
func (s *issues) addWeight(row table.Row) error {
	w, err := number(row, "weight")
	if err != nil {
		return err
	}
	switch issue, word := row.Get("issue"), row.Get("word"); {
	case issue == "*" && word == "phrases":
		s.weights.phrases = w
	case issue == "*" && word == "report":
		s.weights.report = w
	case issue == "*":
		return row.Errorf("of all issues there are rows for phrases and report")
	case word == "always":
		s.weights.always[issue] = w
	default:
		s.weights.ofWord[word] = append(s.weights.ofWord[word], wordWeight{issue, w})
	}
	return nil
}

// Shown is how much the phrases of each issue are found in a text, in the order of the
// issues.
type Shown []int

// shown gives how much each issue shows in a text.
func (s *issues) shown(text string) Shown {
	words := wordsOf(text)
	out := make(Shown, len(s.list))
	for at, w := range words {
		for _, p := range s.words[w] {
			out.match(p, words[at:])
		}
		for _, p := range s.prefixes[w[0]] {
			out.match(p, words[at:])
		}
	}
	return out
}

// match counts a phrase that stands at the head of some words: a longer one
// counts more than its words do one by one.
func (s Shown) match(p phrase, words []string) {
	if begins(words, p.words) {
		s[p.issue] += len(p.words) * len(p.words)
	}
}

// sureIssue is how likely an issue must be that no phrase of the proposal shows, and
// surerIssue where none of its words tells of it, but the report. OwnIssue is what
// counts for one of the user's, which no reports were annotated with.
const (
	sureIssue  = 0.2
	surerIssue = 0.4
	ownIssue   = 2
)

// choose gives the number of the issue that a proposal of a report is most likely on, -1
// for none.
func (s *issues) choose(proposal string, report Shown) int {
	in, stems := s.shown(proposal), stemsOf(proposal)
	scores := s.scores(in, stems, report)
	best, phrased, sum := -1, -1, 0.0
	for i, score := range scores {
		sum += math.Exp(score)
		if best < 0 || score > scores[best] {
			best = i
		}
		if in[i] > 0 && (phrased < 0 || score > scores[phrased]) {
			phrased = i
		}
	}
	sure := surerIssue
	if in[best] > 0 || s.tells(stems, s.list[best].ID) {
		sure = sureIssue
	}
	if math.Exp(scores[best]) < sure*sum {
		return phrased
	}
	return best
}

// tells reports whether a word adds to the score of an issue.
func (s *issues) tells(stems []string, issue string) bool {
	return slices.ContainsFunc(stems, func(stem string) bool {
		return slices.ContainsFunc(s.weights.ofWord[stem], func(w wordWeight) bool { return w.issue == issue })
	})
}

// scores gives the score of each issue, of which some phrases are in the proposal, some
// in the report.
func (s *issues) scores(in Shown, stems []string, report Shown) []float64 {
	added := map[string]float64{}
	for _, word := range stems {
		for _, w := range s.weights.ofWord[word] {
			added[w.issue] += w.weight
		}
	}
	out := make([]float64, len(s.list))
	for i := range s.list {
		always, known := s.weights.always[s.list[i].ID]
		switch {
		case known:
		case in[i] > 0:
			always = ownIssue
		default: // nothing but its phrases tells of it
			out[i] = math.Inf(-1)
			continue
		}
		out[i] = always + added[s.list[i].ID] + s.weights.phrases*math.Log1p(float64(in[i])) + s.weights.report*math.Log1p(float64(report[i]))
	}
	return out
}

// stemsOf gives the words of a text without their endings, each once.
func stemsOf(text string) []string {
	var out []string
	for _, w := range wordsOf(text) {
		if stem := stemOf(w); !slices.Contains(out, stem) {
			out = append(out, stem)
		}
	}
	return out
}

// stemOf cuts the ending of a word off, as training/issues.py does.
func stemOf(word string) string {
	word = strings.Trim(strings.ReplaceAll(word, "'s", ""), "-'")
	for _, ending := range []string{"ing", "ies", "es", "ed", "s"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && utf8.RuneCountInString(stem) >= 4 {
			return stem
		}
	}
	return word
}
