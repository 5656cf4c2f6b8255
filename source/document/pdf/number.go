package pdf

import (
	"regexp"
	"strings"
)

// How far apart in sizes of type runs are between which there is a space, and how far parts
// of one number are at most: tables set figures in places of their own.
const (
	spaceGap  = 0.22
	numberGap = 0.5
)

var (
	numberEnd   = regexp.MustCompile(`\d$`)
	decimals    = regexp.MustCompile(`^(?:[.,]\d|[%‰])`)
	thousandEnd = regexp.MustCompile(`(?:^|[^\d.,])\d{1,3}(?:,\d{3})*,$`)
	thousand    = regexp.MustCompile(`^\d{3}(?:\D|$)`)
)

// spaced gives a text as it stands before what is set so far behind it: with a space, or
// without one where a number goes on.
func spaced(text, next string, gap float64) string {
	bare := strings.TrimRight(text, " ")
	switch {
	case gap < numberGap && partOfNumber(tail(bare), next):
		return bare
	case gap > spaceGap && bare == text && !strings.HasPrefix(next, " "):
		return text + " "
	}
	return text
}

// tail is the end of a text, as far as one word and its number take.
func tail(text string) string { return text[max(0, len(text)-40):] }

// partOfNumber reports whether a number that ends a text goes on: "12" and ".5", "1," and
// "234", "40" and "%".
func partOfNumber(text, next string) bool {
	return numberEnd.MatchString(text) && decimals.MatchString(next) || thousandEnd.MatchString(text) && thousand.MatchString(next)
}
