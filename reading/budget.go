package reading

import (
	"context"
	"time"

	"rapporteur/language"
)

// Budget is how much of one report is read, so that no report, however strange,
// holds up the others.
type Budget struct {
	// Sentence and Report are the most tokens of one sentence and of a report.
	Sentence, Report int
	// Time is the longest that one report is read. It is far more than any report
	// within the other two needs on a slow machine, so that what comes out does not
	// depend on how fast the machine is.
	Time time.Duration
}

// DefaultBudget is what a report has where nobody says otherwise. The longest
// sentences of news, lists of who took part, have some 300 tokens, and a live blog
// of a whole day 40,000.
func DefaultBudget() Budget { return Budget{Sentence: 500, Report: 100_000, Time: time.Minute} }

// With gives the same reader with another budget; zero in a field sets no limit.
func (r *Reader) With(b Budget) *Reader {
	other := *r
	other.budget = b
	return &other
}

// spending is the reading of one report against its budget.
type spending struct {
	Budget
	ctx   context.Context
	until time.Time
	// late says that the time was up when somebody asked.
	late bool
}

func (b Budget) spend(ctx context.Context) *spending {
	s := &spending{Budget: b, ctx: ctx}
	if b.Time > 0 {
		s.until = time.Now().Add(b.Time)
	}
	return s
}

// over reports whether reading has to end: there is no time left, or nobody waits
// for it any more.
func (s *spending) over() bool {
	s.late = s.late || !s.until.IsZero() && !time.Now().Before(s.until)
	return s.late || s.ctx.Err() != nil
}

func (s *spending) limits() language.Limits {
	return language.Limits{Sentence: s.Sentence, Report: s.Report, Over: s.over}
}
