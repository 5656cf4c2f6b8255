package pages

import (
	"math"
	"strconv"
)

// number writes a number with its thousands set apart by narrow blanks (ISO 80000-1).
func number(n int) string {
	digits := strconv.Itoa(n)
	var out []byte
	for i := range len(digits) {
		if left := len(digits) - i; i > 0 && left%3 == 0 && digits[i-1] != '-' {
			out = append(out, "\u202f"...)
		}
		out = append(out, digits[i])
	}
	return string(out)
}

// percent writes a probability.
func percent(p float64) string { return strconv.Itoa(int(math.Round(100*p))) + " %" }
