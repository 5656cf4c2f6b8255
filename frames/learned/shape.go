package learned

import (
	"unicode"
	"unicode/utf8"
)

// quotes are the shapes of quotation marks.
var quotes = map[string]string{
	`"`: "quote", "'": "quote", "“": "open", "‘": "open", "«": "open", "„": "open", "``": "open",
	"”": "close", "’": "close", "»": "close", "''": "close",
}

// shapeOf gives the class of a word's form by its letters and digits.
func shapeOf(form string) string {
	if s, ok := quotes[form]; ok {
		return s
	}
	var c letters
	for _, r := range form {
		c.count(r)
	}
	switch {
	case c.digits == c.all:
		return "digits"
	case c.digits > 0:
		return "number"
	case c.letters == 0:
		return "punct"
	case c.upper == 0 && c.lower > 0:
		return "lower"
	case c.lower == 0 && c.upper > 0:
		return "upper"
	}
	if first, size := utf8.DecodeRuneInString(form); unicode.IsUpper(first) {
		var rest letters
		for _, r := range form[size:] {
			rest.count(r)
		}
		if rest.upper == 0 && rest.lower > 0 {
			return "title"
		}
		return "mixed"
	}
	return "other"
}

// letters counts the characters of a word by their class.
type letters struct{ all, digits, letters, upper, lower int }

func (c *letters) count(r rune) {
	c.all++
	switch {
	case unicode.IsDigit(r):
		c.digits++
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		c.letters, c.upper = c.letters+1, c.upper+1
	case unicode.IsLower(r):
		c.letters, c.lower = c.letters+1, c.lower+1
	case unicode.IsLetter(r):
		c.letters++
	}
}
