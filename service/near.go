package service

import (
	"cmp"
	"slices"
	"strings"
)

// mostNear is the number of names that a hint gives.
const mostNear = 3

// near says which of some names a wrong one may have meant, else says something else.
func near(wrong string, names []string, otherwise string) string {
	if found := nearest(wrong, names); len(found) > 0 {
		return "; is it " + strings.Join(found, ", or ") + "?"
	}
	return otherwise
}

// nearest gives the names that a wrong one may have meant, the likeliest first: those
// that differ by few letters (Levenshtein distance, at most a third of them), then
// those of which a word begins alike.
func nearest(wrong string, names []string) []string {
	wrong = strings.ToLower(wrong)
	type candidate struct {
		name string
		far  int
	}
	var found []candidate
	for _, name := range names {
		if far, ok := distance(wrong, strings.ToLower(name)); ok && !slices.ContainsFunc(found, func(c candidate) bool { return c.name == name }) {
			found = append(found, candidate{name, far})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.far, b.far) })
	var out []string
	for _, c := range found[:min(mostNear, len(found))] {
		out = append(out, c.name)
	}
	return out
}

// headLetters is how many first letters words must share to look alike.
const headLetters = 3

// distance tells how far a name is from a wrong one, by its best word, and whether it
// is near at all.
func distance(wrong, name string) (int, bool) {
	best, near := 1000, false
	for _, w := range append([]string{name}, strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' })...) {
		if d := edits([]rune(wrong), []rune(w)); d*3 <= max(len([]rune(wrong)), 3) && d < best {
			best, near = d, true
		}
		if n := headLetters; !near && len(wrong) >= n && strings.HasPrefix(w, wrong[:n]) {
			best, near = 500+len(w), true
		}
	}
	return best, near
}

// edits is the Levenshtein distance of two words.
func edits(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
