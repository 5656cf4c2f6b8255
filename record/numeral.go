package record

import (
	"slices"
	"strconv"
)

// numerals are the numbers that are written as words.
var numerals = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
	"eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"}

// numeral reads a number above one, in digits or in words; a year is none.
func numeral(w string) (string, bool) {
	if n, err := strconv.Atoi(w); err == nil {
		return w, n > 1 && (n < 1900 || n > 2100)
	}
	if n := slices.Index(numerals[:], w); n > 1 {
		return strconv.Itoa(n), true
	}
	return "", false
}
