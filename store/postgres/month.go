package postgres

import (
	"sync"
	"time"
)

// Reports and members stand in partitions by the month in which they came. The numbers of
// those of a month begin at month << monthBits, so that a number is the whole key, and
// leads to one partition.
const monthBits = 32

// epoch is the year whose January is month 0.
const epoch = 2020

// monthOf is the month of a time, UTC.
func monthOf(t time.Time) int64 {
	t = t.UTC()
	return max(0, int64(t.Year()-epoch)*12+int64(t.Month())-1)
}

// floorOf is the number behind which those of a month begin.
func floorOf(month int64) int64 { return month << monthBits }

// monthOfNumber is the month to whose numbers one belongs, 0 for those that were given
// out before there were months, or in a file.
func monthOfNumber(n int64) int64 { return n >> monthBits }

// partitioned are the tables with partitions by month.
var partitioned = []string{"reports", "members"}

// months are those that this process knows to have partitions, or to do without.
type months struct {
	sync.Mutex
	known map[int64]bool
}

func (m *months) has(month int64) bool {
	m.Lock()
	defer m.Unlock()
	return m.known[month]
}

func (m *months) put(month int64) {
	m.Lock()
	defer m.Unlock()
	if m.known == nil {
		m.known = map[int64]bool{}
	}
	m.known[month] = true
}

// newMonth says that an update has the first report of a month, whose partitions are made
// before it is tried again.
type newMonth struct{ month int64 }

func (n newMonth) Error() string { return "no partitions yet for the month" }

// inMonth sends an update back that has the first report of a month. What a clock that is
// not set says has no month.
func (s *session) inMonth(month int64) error {
	if month == 0 || s.pending.d.months.has(month) {
		return nil
	}
	return s.fails(newMonth{month})
}
