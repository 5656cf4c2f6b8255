package rules

import (
	"slices"
	"strconv"

	"rapporteur/language/syntax"
)

// units are measures of time in days; what is counted in longer ones has no day.
var units = map[string]int{"hour": 0, "day": 1, "night": 1, "week": 7}

var longUnits = []string{"month", "year", "decade"}

var counts = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// distance is how far a deed lies from the one that its clause hangs on.
type distance struct {
	// days is negative for what was before.
	days  int
	known bool
}

// measuredDistance reads "three days after" before a clause or noun phrase, false where
// nothing of the kind leads it in: "met on Friday, three days after their talks
// had failed".
func measuredDistance(x *text, head int) (distance, bool) {
	if !x.doc.Tokens[head].Has("advcl", "obl", "nmod") {
		return distance{}, false
	}
	first, _ := x.doc.Yield(head)
	for i := max(first, 1); i < head; i++ {
		t, unit := x.doc.Tokens[i], x.doc.Tokens[i-1]
		if t.Lemma != "after" && t.Lemma != "before" || x.doc.SentenceOf(i) != x.doc.SentenceOf(i-1) {
			continue
		}
		size, short := units[unit.Lemma]
		if !short && !slices.Contains(longUnits, unit.Lemma) {
			continue
		}
		n, ok := numeral(x, i-2)
		d := distance{n * size, short && ok}
		if t.Lemma == "after" {
			d.days = -d.days
		}
		return d, true
	}
	return distance{}, false
}

// numeral reads a number, or an article for one.
func numeral(x *text, token int) (int, bool) {
	if token < 0 {
		return 0, false
	}
	word := lower(x.doc.Tokens[token].Form)
	if word == "a" || word == "an" || word == "the" {
		return 1, true
	}
	if n, err := strconv.Atoi(word); err == nil {
		return n, true
	}
	n := slices.Index(counts, word)
	return n, n >= 0
}

// inBackground reports whether a token stands in a clause or phrase that tells what was
// before the rest: "after the talks were put off".
func inBackground(x *text, token int) bool {
	for at, hops := token, 0; at >= 0 && hops < governed; hops++ {
		if t := x.doc.Tokens[at]; t.Has("advcl", "obl") && syntax.LedBy(x.doc, at, "after", "since", "following") {
			return true
		}
		at = x.doc.Tokens[at].Head
	}
	return false
}
