package dates

import (
	"fmt"
	"time"
)

// Day is a day of the Gregorian calendar, without a time or a zone. The zero
// Day is unknown.
type Day struct {
	Year  int
	Month int
	Day   int
}

// DayOf is the day of an instant in the instant's own zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, int(m), d}
}

// ParseDay reads YYYY-MM-DD; false for anything else.
func ParseDay(s string) (Day, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, false
	}
	return DayOf(t), true
}

// IsZero reports whether the day is unknown.
func (d Day) IsZero() bool { return d == Day{} }

// String writes YYYY-MM-DD, and nothing for the unknown day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Before reports whether d comes before o.
func (d Day) Before(o Day) bool { return d.order() < o.order() }

func (d Day) order() int { return (d.Year*16+d.Month)*32 + d.Day }

func (d Day) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// AddDays gives the day n days later, or earlier where n is negative.
func (d Day) AddDays(n int) Day { return DayOf(d.time().AddDate(0, 0, n)) }

// Sub gives the number of days from o to d.
func (d Day) Sub(o Day) int { return int(d.time().Sub(o.time()) / (24 * time.Hour)) }

// Weekday is 1 for Monday to 7 for Sunday (ISO 8601).
func (d Day) Weekday() int { return (int(d.time().Weekday())+6)%7 + 1 }

// monday gives the first day of the week that is n weeks later.
func (d Day) monday(n int) Day { return d.AddDays(1 - d.Weekday() + 7*n) }

// month gives the month that is n months later, as a point.
func (d Day) month(n int) Point {
	m := d.Year*12 + d.Month - 1 + n
	return Point{Year: m / 12, Month: m%12 + 1}
}

// lastOf is the last day of a month.
func lastOf(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func validDay(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= lastOf(year, month)
}
