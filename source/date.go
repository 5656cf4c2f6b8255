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

// headDate looks at so many paragraphs, and takes lines of up to so many bytes
// for lines about the report rather than of it.
const (
	headDateParagraphs = 5
	headDateLength     = 90
)

// headDate finds the one day that the head of a report names: in a short line,
// or in the dateline that begins a paragraph. Two different days are not
// clear, and give none, unless a line says which of them is that of
// publication; a day of an update is taken only where there is no other.
func headDate(text string, paragraphs []span) rapporteur.Date {
	var found, updated rapporteur.Date
	clear := true
	for _, p := range paragraphs[:min(len(paragraphs), headDateParagraphs)] {
		line := text[p.start:p.end]
		if len(line) > headDateLength {
			line = dateline.FindString(line)
		}
		all := days(line)
		switch {
		case received.MatchString(line):
			continue
		case len(all) == 1 && publishedLine.MatchString(line):
			return all[0]
		case len(all) == 1 && updatedLine.MatchString(line):
			updated = all[0]
			continue
		}
		for _, day := range all {
			clear = clear && (found == "" || day == found)
			found = day
		}
	}
	switch {
	case !clear:
		return ""
	case found == "":
		return updated
	default:
		return found
	}
}

// publishedLine and updatedLine begin lines that say which day they give.
var (
	publishedLine = regexp.MustCompile(`(?i)^(?:first )?(?:published|posted|issued)\b`)
	updatedLine   = regexp.MustCompile(`(?i)^(?:last |latest )?(?:updated|modified|revised|amended|edited)\b`)
)

// dateline is a place in capitals and a day: "GENEVA, April 16, 2024 (Agency) —".
var dateline = regexp.MustCompile(`^\p{Lu}{3}[\p{Lu} .,/-]*(?:\([^)]{2,20}\))?[ ,]*(?:` + months + ` \d{1,2}, \d{4}|\d{1,2} ` + months + ` \d{4})`)
