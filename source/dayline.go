package source

import (
	"regexp"
	"time"

	"rapporteur"
)

// written are the ways to write a day with its year in full, with the layouts
// that read them.
var written = regexp.MustCompile(`(?i)\b(?:(\d{4}-\d{2}-\d{2})|(\d{1,2} ` + months + ` \d{4})|(` + months + ` \d{1,2}, \d{4}))\b`)

const months = `(?i:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?`

// layouts read what written finds, group by group.
var layouts = [...][]string{
	{time.DateOnly},
	{"2 January 2006", "2 Jan 2006", "2 Jan. 2006"},
	{"January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006"},
}

var (
	// slashedDay is "17/03/2027" or "03/17/2027".
	slashedDay = regexp.MustCompile(`\b(\d{1,2})([/.])(\d{1,2})[/.](\d{4})\b`)
	yearFirst  = regexp.MustCompile(`\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b`)
)

// days gives the days that a line names in full, or in numbers that can be
// read in one way only.
func days(line string) []rapporteur.Date {
	var out []rapporteur.Date
	for _, m := range written.FindAllStringSubmatch(line, -1) {
		for group, forms := range layouts {
			for _, layout := range forms {
				if t, err := time.Parse(layout, m[group+1]); err == nil {
					out = append(out, rapporteur.Date(t.Format(time.DateOnly)))
				}
			}
		}
	}
	return append(out, slashed(line)...)
}

// slashed gives the days that a line writes in numbers alone, where only one
// reading is a day: "03/04/2027" is two.
func slashed(line string) []rapporteur.Date {
	var out []rapporteur.Date
	for _, m := range yearFirst.FindAllStringSubmatch(line, -1) {
		out = append(out, numbered(m[1], m[2], m[3])...)
	}
	for _, m := range slashedDay.FindAllStringSubmatch(line, -1) {
		both := numbered(m[4], m[3], m[1])
		if m[1] != m[3] && m[2] == "/" { // with points, the day comes first everywhere
			both = append(both, numbered(m[4], m[1], m[3])...)
		}
		if len(both) == 1 {
			out = append(out, both[0])
		}
	}
	return out
}

// numbered makes a day of a year, a month and a day, nothing of what is none.
func numbered(year, month, day string) []rapporteur.Date {
	t, err := time.Parse("2006-1-2", year+"-"+month+"-"+day)
	if err != nil {
		return nil
	}
	return []rapporteur.Date{rapporteur.Date(t.Format(time.DateOnly))}
}
