package record

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur"
)

// days is a run of days, counted from 1 January 1970, both ends included. The
// ends of an open interval are far away.
type days struct{ from, to int }

const (
	farPast   = math.MinInt32
	farFuture = math.MaxInt32
)

// daysOf gives the days of an EDTF date; false for the unknown date and for what
// is no calendar date.
func daysOf(d rapporteur.Date) (days, bool) {
	first, last, interval := strings.Cut(string(d), "/")
	a, ok := daysOfOne(first, farPast)
	if !interval || !ok {
		return a, ok && a.from != farPast
	}
	b, ok := daysOfOne(last, farFuture)
	return days{a.from, b.to}, ok && a.from <= b.to && (a.from != farPast || b.to != farFuture)
}

// daysOfOne reads one end of an interval; open is what an open end stands for.
func daysOfOne(s string, open int) (days, bool) {
	if s == "" || s == ".." {
		return days{open, open}, true
	}
	s = strings.TrimRight(s, "~?%")
	if len(s) == 4 && strings.HasSuffix(s, "X") {
		return decade(s)
	}
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(form.layout, s); err == nil {
			return days{dayOf(t), dayOf(t.AddDate(form.years, form.months, form.days)) - 1}, true
		}
	}
	return season(s)
}

func decade(s string) (days, bool) {
	year, err := strconv.Atoi(strings.ReplaceAll(s, "X", "0"))
	if err != nil {
		return days{}, false
	}
	length := 10
	if strings.HasSuffix(s, "XX") {
		length = 100
	}
	return days{yearDay(year, time.January), yearDay(year+length, time.January) - 1}, true
}

// season reads 2025-21 (spring) to 2025-24 (winter, which ends in the next year).
func season(s string) (days, bool) {
	year, err := strconv.Atoi(s[:min(4, len(s))])
	if err != nil || len(s) != 7 || s[4] != '-' || s[5] != '2' || s[6] < '1' || s[6] > '4' {
		return days{}, false
	}
	first := time.Month(3 * int(s[6]-'0'))
	return days{yearDay(year, first), yearDay(year, first+3) - 1}, true
}

func yearDay(year int, month time.Month) int {
	return dayOf(time.Date(year, month, 1, 0, 0, 0, 0, time.UTC))
}

func dayOf(t time.Time) int { return int(math.Floor(float64(t.Unix()) / (24 * 60 * 60))) }

// width is the number of days.
func (d days) width() int { return d.to - d.from + 1 }

// gap is the number of days from one run to the other, 0 if they touch the same day.
func (d days) gap(e days) int { return max(0, d.from-e.to, e.from-d.to) }

// runs gives some days as runs, the first one first. Days that are no further apart than
// a number of them are one run.
func runs(some map[int]bool, apart int) []days {
	var out []days
	for _, day := range slices.Sorted(maps.Keys(some)) {
		if last := len(out) - 1; last >= 0 && day-out[last].to <= apart {
			out[last].to = day
			continue
		}
		out = append(out, days{day, day})
	}
	return out
}

// pad widens a run at both ends.
func (d days) pad(by int) days { return days{d.from - by, d.to + by} }

// DaysOf gives the first and the last day of an EDTF date, counted from 1 January 1970;
// false where it is not known or open at both ends. An open end is far away.
func DaysOf(d rapporteur.Date) (from, to int, ok bool) {
	on, ok := daysOf(d)
	return on.from, on.to, ok
}
