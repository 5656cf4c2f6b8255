package source

import (
	"regexp"
	"time"

	"rapporteur"
)

// dateLine is how a plain text gives its date: the first thing in it.
var dateLine = regexp.MustCompile(`^[ \n]*date (\d{4}-\d{2}-\d{2})(?:[ \n]|$)`)

// datePrefix reads the date line and gives where it ends, 0 without one. A day
// that no calendar has is no date, in a date line all the same.
func datePrefix(text string) (rapporteur.Date, int) {
	m := dateLine.FindStringSubmatchIndex(text)
	if m == nil {
		return "", 0
	}
	day := text[m[2]:m[3]]
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return "", m[3]
	}
	return rapporteur.Date(day), m[3]
}

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

// headDate looks at so many paragraphs, and takes lines of up to so many bytes
// for lines about the report rather than of it.
const (
	headDateParagraphs = 5
	headDateLength     = 90
)

// headDate finds the one day that the head of a report names: in a short line,
// or in the dateline that begins a paragraph. Two different days are not
// clear, and give none.
func headDate(text string, paragraphs []span) rapporteur.Date {
	var found rapporteur.Date
	for _, p := range paragraphs[:min(len(paragraphs), headDateParagraphs)] {
		line := text[p.start:p.end]
		if len(line) > headDateLength {
			line = dateline.FindString(line)
		}
		for _, day := range days(line) {
			if found != "" && day != found {
				return ""
			}
			found = day
		}
	}
	return found
}

// dateline is a place in capitals and a day: "GENEVA, April 16, 2024 (Agency) —".
var dateline = regexp.MustCompile(`^\p{Lu}{3}[\p{Lu} .,/-]*(?:\([^)]{2,20}\))?[ ,]*(?:` + months + ` \d{1,2}, \d{4}|\d{1,2} ` + months + ` \d{4})`)

// days gives the days that a line names in full.
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
	return out
}
