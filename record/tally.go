package record

import (
	"math"
	"reflect"
)

// Counted and CountedReports are how many entries that meet several conditions, and how
// many reports, are counted where people read the number: counting on would take longer
// than the answer.
const (
	Counted        = 10_000
	CountedReports = 100_000
)

// Tally is how many there are: N, or more than that where Over is set.
type Tally struct {
	N    int
	Over bool
}

// tally counts one further than most, which tells whether there are more; 0 counts all.
func tally(most int, count func(most int) (int, error)) (Tally, error) {
	if most <= 0 {
		n, err := count(0)
		return Tally{N: n}, err
	}
	n, err := count(most + 1)
	if n > most {
		return Tally{most, true}, err
	}
	return Tally{N: n}, err
}

// Alone gives the term of a query that asks for nothing but one term that holds now.
func (q *Query) Alone() (Term, bool) {
	if len(q.All) != 1 || len(q.All[0]) != 1 {
		return Term{}, false
	}
	alone := Query{All: q.All, From: math.MinInt, To: math.MaxInt, Limit: q.Limit, Offset: q.Offset, Oldest: q.Oldest}
	if !reflect.DeepEqual(*q, alone) {
		return Term{}, false
	}
	return q.All[0][0], true
}
