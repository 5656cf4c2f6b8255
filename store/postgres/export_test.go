package postgres

// Before is called with each statement from now on: what it fails with is the statement's
// failure.
func (d *DB) Before(before func(query string) error) { d.before = before }

// Begun has a month be known, as when another update of the process made its partitions.
func (d *DB) Begun(month int64) { d.months.put(month) }

// Told is the code with which an error is told.
var Told = failure

// Writing is the advisory lock of whoever changes the record.
const Writing = int64(writing)

// Span is what stands in a partition.
type Span = span

// NewSpan is the numbers of a month from one on, without the last.
func NewSpan(month, from, to int64) Span { return span{month, from, to} }

// SpansOf says which numbers stand in which partitions.
var SpansOf = spansOf

// In gives the months of the partitions in which a number stands.
func In(spans []Span, n int64) []int64 {
	var out []int64
	for _, s := range spans {
		if s.from <= n && n < s.to {
			out = append(out, s.month)
		}
	}
	return out
}

// Edges are the first and the last numbers of partitions.
func Edges(spans []Span) []int64 {
	var out []int64
	for _, s := range spans {
		out = append(out, s.from, s.to-1)
	}
	return out
}

// MonthOf is the month of a time, FloorOf where its numbers begin.
var (
	MonthOf = monthOf
	FloorOf = floorOf
)
