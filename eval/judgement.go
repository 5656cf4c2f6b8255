package eval

import (
	"fmt"
	"os"
	"strconv"

	"rapporteur/table"
)

// Verdict is what a person found of an answer.
type Verdict string

// An answer is right, wrong, or the report does not tell.
const (
	Right   Verdict = "right"
	Wrong   Verdict = "wrong"
	Unclear Verdict = "unclear"
)

// Judgement is an answer that a person has judged by reading the report.
type Judgement struct {
	Answer
	Verdict Verdict
	// Error is the kind of error of a wrong answer.
	Error string
}

// ReadJudgements reads a table with the columns report, start, end, says,
// verdict and error. It holds places and codes, no text.
func ReadJudgements(path string) ([]Judgement, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	t, err := table.Parse(path, data, "report", "start", "end", "says", "verdict", "error")
	if err != nil {
		return nil, err
	}
	var out []Judgement
	for _, r := range t.Rows {
		j := Judgement{Answer: Answer{Report: r.Get("report"), Says: r.Get("says")}, Verdict: Verdict(r.Get("verdict")), Error: r.Get("error")}
		var bad [2]error
		j.Start, bad[0] = strconv.Atoi(r.Get("start"))
		j.End, bad[1] = strconv.Atoi(r.Get("end"))
		if bad[0] != nil || bad[1] != nil || j.Verdict != Right && j.Verdict != Wrong && j.Verdict != Unclear {
			return nil, r.Errorf("give start and end as numbers and a verdict of right, wrong or unclear")
		}
		out = append(out, j)
	}
	return out, nil
}

// Standing is how a sample that was judged stands with the answers of today.
type Standing struct {
	// Right, Wrong and Unclear count the verdicts.
	Right, Wrong, Unclear int
	// Kept counts the right answers that are still given, Mended the wrong ones
	// that are not given any more.
	Kept, Mended int
	// Errors counts the kinds of errors that are still made.
	Errors map[string]int
	// Bands are the answers still given by confidence: band i holds those from
	// i/10 to (i+1)/10.
	Bands [10]Score
}

// Precision is the share of right verdicts among those that say something.
func (s *Standing) Precision() float64 { return ratio(s.Right, s.Right+s.Wrong) }

// Stand compares judgements with the answers that are given now. An answer is
// the same if it is at the same place and says the same.
func Stand(judged []Judgement, answers []Answer) *Standing {
	type key struct {
		report, says string
		start, end   int
	}
	now := map[key]*Answer{}
	for i := range answers {
		a := &answers[i]
		now[key{a.Report, a.Says, a.Start, a.End}] = a
	}
	s := &Standing{Errors: map[string]int{}}
	for i := range judged {
		j := &judged[i]
		s.add(j, now[key{j.Report, j.Says, j.Start, j.End}])
	}
	return s
}

func (s *Standing) add(j *Judgement, now *Answer) {
	switch j.Verdict {
	case Unclear:
		s.Unclear++
		return
	case Right:
		s.Right++
	case Wrong:
		s.Wrong++
	}
	if now == nil {
		if j.Verdict == Wrong {
			s.Mended++
		}
		return
	}
	band := &s.Bands[min(int(now.Confidence*10+1e-9), 9)]
	band.System++
	if j.Verdict == Right {
		s.Kept++
		band.Correct++
		return
	}
	s.Errors[j.Error]++
}

// String says it in a line.
func (s *Standing) String() string {
	return fmt.Sprintf("%d right and %d wrong of %d judged (%.1f%%), %d unclear; today %d of the right ones are given, %d of the wrong ones are not",
		s.Right, s.Wrong, s.Right+s.Wrong, 100*s.Precision(), s.Unclear, s.Kept, s.Mended)
}
