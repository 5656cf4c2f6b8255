package dates

// resolve gives the place on the calendar of a date of which only a part is
// said, and whether the weekday that is named does not fit it.
func resolve(p *parser, a partial, t Tense) (pt Point, mismatch, ok bool) {
	switch {
	case a.year > 0 && a.month == 0:
		return Point{Year: a.year}, false, true
	case a.month > 0:
		pt, ok = resolveMonth(p, a, t)
	case p.anchor.IsZero():
		return Point{}, false, false
	case a.day > 0:
		pt, ok = resolveDay(p, a.day, t)
	default:
		return resolveWeekday(p, a.weekday, t).point(), false, true
	}
	if !ok {
		return Point{}, false, false
	}
	return pt, a.weekday > 0 && pt.First().Weekday() != a.weekday, true
}

// far, near and nearDay are the distances in days at which the calendar
// outweighs a tense: "the meeting on March 3 was cancelled", written on March 1.
// A day without a year is seldom far away, a month may be.
const (
	far     = 270
	near    = 31
	nearDay = 92
)

// resolveMonth finds the year of a month, or of a day in it.
func resolveMonth(p *parser, a partial, t Tense) (Point, bool) {
	pt := Point{Year: a.year, Month: a.month, Day: a.day}
	if a.year > 0 {
		return pt, true
	}
	if p.anchor.IsZero() {
		return Point{}, false
	}
	pt.Year = p.anchor.Year
	back, on := pt, pt
	for p.anchor.Before(back.First()) {
		back.Year--
	}
	for on.Last().Before(p.anchor) {
		on.Year++
	}
	if a.day == 29 && a.month == 2 {
		back, on = leap(back, -1), leap(on, 1)
	}
	pt = choose(p, back, on, t)
	return pt, validDay(pt.Year, pt.Month, max(1, pt.Day))
}

// leap moves 29 February to a year that has one.
func leap(pt Point, step int) Point {
	for !validDay(pt.Year, pt.Month, pt.Day) {
		pt.Year += step
	}
	return pt
}

// choose takes the point before or after the report, whichever the tense asks
// for, and the nearer one where it asks for none or asks for too much.
func choose(p *parser, back, on Point, t Tense) Point {
	reach := near
	if back.Day > 0 {
		reach = nearDay
	}
	past, future := p.anchor.Sub(back.Last()), on.First().Sub(p.anchor)
	switch {
	case t == Past && (past < far || future > reach):
		return back
	case t == Future && (future < far || past > reach):
		return on
	case future < past:
		return on
	}
	return back
}

// resolveDay finds the month of "the 15th".
func resolveDay(p *parser, d int, t Tense) (Point, bool) {
	n := 0
	if t == Past && d > p.anchor.Day {
		n = -1
	}
	if t == Future && d < p.anchor.Day {
		n = 1
	}
	pt := p.anchor.month(n)
	pt.Day = d
	return pt, validDay(pt.Year, pt.Month, pt.Day)
}

// resolveWeekday finds the day of a weekday: on the report's own weekday that
// day, else the next one if it is foretold, else the last one.
func resolveWeekday(p *parser, w int, t Tense) Day {
	n := (w - p.anchor.Weekday() + 7) % 7
	if t != Future && n > 0 {
		n -= 7
	}
	return p.anchor.AddDays(n)
}
