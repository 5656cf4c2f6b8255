package dates

import (
	"fmt"
	"strings"
)

// Point is one date of EDTF: a day, a month (Day 0), a season (Month 21 to 24,
// Day 0), a year (Month 0), a decade (Unknown 1, 199X) or a century (Unknown 2,
// 19XX). The zero Point is none.
type Point struct {
	Year, Month, Day int
	// Unknown is how many digits at the end of the year are not known.
	Unknown int
	// Approx is the qualifier ~, "about".
	Approx bool
}

// Value is a date or an interval of EDTF. A single date has From equal to To.
type Value struct {
	From, To Point
	// OpenFrom and OpenTo say that the interval has no known beginning (../To)
	// or end (From/..).
	OpenFrom, OpenTo bool
}

func single(p Point) Value { return Value{From: p, To: p} }

func (d Day) point() Point { return Point{Year: d.Year, Month: d.Month, Day: d.Day} }

func days(from, to Day) Value { return Value{From: from.point(), To: to.point()} }

// String writes the point in EDTF.
func (p Point) String() string {
	var s string
	switch {
	case p.Day > 0:
		s = fmt.Sprintf("%04d-%02d-%02d", p.Year, p.Month, p.Day)
	case p.Month > 0:
		s = fmt.Sprintf("%04d-%02d", p.Year, p.Month)
	default:
		s = fmt.Sprintf("%04d", p.Year)
		s = s[:4-p.Unknown] + "XX"[:p.Unknown]
	}
	if p.Approx {
		s += "~"
	}
	return s
}

// String writes the value in EDTF.
func (v Value) String() string {
	switch {
	case v.OpenFrom:
		return "../" + v.To.String()
	case v.OpenTo:
		return v.From.String() + "/.."
	case v.From == v.To:
		return v.From.String()
	}
	return v.From.String() + "/" + v.To.String()
}

// First is the first day that the point covers.
func (p Point) First() Day {
	switch {
	case p.Day > 0:
		return Day{p.Year, p.Month, p.Day}
	case p.Month > 20:
		return Day{p.Year, 3 * (p.Month - 20), 1}
	case p.Month > 0:
		return Day{p.Year, p.Month, 1}
	}
	return Day{p.Year, 1, 1}
}

// Last is the last day that the point covers.
func (p Point) Last() Day {
	switch {
	case p.Day > 0:
		return Day{p.Year, p.Month, p.Day}
	case p.Month == 24:
		return Day{p.Year + 1, 2, lastOf(p.Year+1, 2)}
	case p.Month > 20:
		m := 3*(p.Month-20) + 2
		return Day{p.Year, m, lastOf(p.Year, m)}
	case p.Month > 0:
		return Day{p.Year, p.Month, lastOf(p.Year, p.Month)}
	case p.Unknown == 2:
		return Day{p.Year + 99, 12, 31}
	case p.Unknown == 1:
		return Day{p.Year + 9, 12, 31}
	}
	return Day{p.Year, 12, 31}
}

// First is the first day of the value, false where its beginning is open.
func (v Value) First() (Day, bool) {
	if v.OpenFrom {
		return Day{}, false
	}
	return v.From.First(), true
}

// Last is the last day of the value, false where its end is open.
func (v Value) Last() (Day, bool) {
	if v.OpenTo {
		return Day{}, false
	}
	return v.To.Last(), true
}

// approx marks the ends that are there.
func (v Value) approx() Value {
	v.From.Approx = !v.OpenFrom
	v.To.Approx = !v.OpenTo
	return v
}

// Valid reports whether a string is a date or interval that Parse reads.
func Valid(edtf string) bool {
	_, err := Parse(edtf)
	return err == nil
}

// Parse reads the part of EDTF levels 0 and 1 that reports need: days, months,
// seasons, years, decades and centuries, the qualifiers ~, ? and % (all kept as
// ~), and intervals, one end of which may be open.
func Parse(edtf string) (Value, error) {
	from, to, interval := strings.Cut(edtf, "/")
	if !interval {
		p, ok := parsePoint(from)
		if !ok {
			return Value{}, fmt.Errorf("parse %q: not an EDTF date; write it like 2025-02-18, 2025-02, 2025-21 or 199X", edtf)
		}
		return single(p), nil
	}
	v := Value{OpenFrom: from == "..", OpenTo: to == ".."}
	var okFrom, okTo bool
	if !v.OpenFrom {
		v.From, okFrom = parsePoint(from)
	}
	if !v.OpenTo {
		v.To, okTo = parsePoint(to)
	}
	if okFrom == v.OpenFrom || okTo == v.OpenTo || v.OpenFrom && v.OpenTo || !v.ordered() {
		return Value{}, fmt.Errorf("parse %q: not an EDTF interval; write it like 2025-02-18/2025-02-19, 2015/.. or ../2025-06-30", edtf)
	}
	return v, nil
}

func (v Value) ordered() bool {
	return v.OpenFrom || v.OpenTo || !v.To.Last().Before(v.From.First())
}

func parsePoint(s string) (Point, bool) {
	var p Point
	if s != "" && strings.IndexByte("~?%", s[len(s)-1]) >= 0 {
		p.Approx, s = true, s[:len(s)-1]
	}
	year, rest, hasMonth := strings.Cut(s, "-")
	var ok bool
	if p.Year, p.Unknown, ok = parseYear(year); !ok {
		return Point{}, false
	}
	if !hasMonth {
		return p, true
	}
	month, day, hasDay := strings.Cut(rest, "-")
	p.Month, ok = parsePair(month)
	switch {
	case !ok || p.Unknown > 0 || p.Month < 1 || p.Month > 24 || p.Month > 12 && (p.Month < 21 || hasDay):
		return Point{}, false
	case !hasDay:
		return p, true
	}
	p.Day, ok = parsePair(day)
	return p, ok && validDay(p.Year, p.Month, p.Day)
}

func parseYear(s string) (year, unknown int, ok bool) {
	if len(s) != 4 {
		return 0, 0, false
	}
	unknown = 4 - len(strings.TrimRight(s, "X"))
	if unknown > 2 {
		return 0, 0, false
	}
	for i := range 4 {
		digit := byte('0')
		if i < 4-unknown {
			digit = s[i]
		}
		if digit < '0' || digit > '9' {
			return 0, 0, false
		}
		year = year*10 + int(digit-'0')
	}
	return year, unknown, true
}

func parsePair(s string) (int, bool) {
	if len(s) != 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}

// Within reports whether every day of one EDTF value lies inside another. It is
// false where either is not valid.
func Within(value, other string) bool {
	v, err := Parse(value)
	if err != nil {
		return false
	}
	o, err := Parse(other)
	if err != nil {
		return false
	}
	return v.Within(o)
}

// Within reports whether every day of v lies inside o.
func (v Value) Within(o Value) bool {
	if v.OpenFrom && !o.OpenFrom || v.OpenTo && !o.OpenTo {
		return false
	}
	if !o.OpenFrom && v.From.First().Before(o.From.First()) {
		return false
	}
	return o.OpenTo || !o.To.Last().Before(v.To.Last())
}

// Overlaps reports whether two EDTF values share a day. It is false where
// either is not valid.
func Overlaps(value, other string) bool {
	v, err := Parse(value)
	if err != nil {
		return false
	}
	o, err := Parse(other)
	if err != nil {
		return false
	}
	return startsBy(v, o) && startsBy(o, v)
}

// startsBy reports whether v begins no later than o ends.
func startsBy(v, o Value) bool {
	return v.OpenFrom || o.OpenTo || !o.To.Last().Before(v.From.First())
}
