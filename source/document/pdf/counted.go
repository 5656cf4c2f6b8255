package pdf

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Headings that count on, "Example 1" and "Example 2", open page after page as running
// heads with the number of the page do. Where their numbers rise with the pages they are
// told apart by their type and by what else numbers the pages: a heading stands no more
// than so many times its size of type above the text, in type so much larger than the
// text's, and what counts in it are so many words at most. Running heads are in step with
// the pages on so large a part of them: some books have pages between that are not numbered.
const (
	countedAbove = 2.5
	countedSize  = 1.05
	countedWords = 2
	stepShare    = 0.6
)

var (
	// counting is a label with what it counts, and what it says of that: "Example 2: the ferry".
	counting = regexp.MustCompile(`^(\pL[\pL ]{0,40}?) (\d{1,3})\b(.*)$`)
	// countedAlone is one that is a heading whatever its type.
	countedAlone = regexp.MustCompile(`^\pL[\pL ]{0,40}? \d{1,3}(?:[.:]?|[.:]? [–—-] .*|[.:] .*)$`)
	// pageLabel counts pages.
	pageLabel = regexp.MustCompile(`(?i)^(?:page|p|pg|sheet|slide|seite|página|pagina|sida|side|strona)$`)
)

// markCounted marks the lines at the top of pages that are headings which count on.
func markCounted(all []line, pages int, body float64) {
	numbered := map[int]bool{}
	tops := map[string][]int{}
	for number := range pages {
		lines := onPage(all, number)
		for _, i := range lines {
			numbered[number] = numbered[number] || numbersPage(all[i])
		}
		if len(lines) < 2 || all[lines[1]].level(all[lines[0]].box) {
			continue
		}
		if m := counting.FindStringSubmatch(all[lines[0]].words); m != nil && !pageLabel.MatchString(m[1]) {
			label := strings.ToLower(m[1])
			tops[label] = append(tops[label], lines[0])
		}
	}
	for label, group := range tops {
		if len(group) > 1 && countsOn(all, group) && (!inStep(all, group) || numberedElsewhere(all, group, numbered) || heads(all, group, label, body)) {
			for _, i := range group {
				all[i].counted = true
			}
		}
	}
}

// onPage gives the lines of a page from the top down.
func onPage(all []line, number int) []int {
	var out []int
	for i := range all {
		if all[i].page == number {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(all[b].top+all[b].bottom, all[a].top+all[a].bottom) })
	return out
}

// counts gives what a line counts, and whether it has a second number: that of the page.
func counts(words string) (n int, second bool) {
	m := counting.FindStringSubmatch(words)
	n, _ = strconv.Atoi(m[2]) // it is three digits at most
	return n, digits.MatchString(m[3])
}

// countsOn reports whether each line counts more than the one before it: a chapter that
// goes on over pages has its number on all of them.
func countsOn(all []line, group []int) bool {
	before := -1
	for _, i := range group {
		n, second := counts(all[i].words)
		if n <= before || second {
			return false
		}
		before = n
	}
	return true
}

// inStep reports whether numbers rise as those of pages do, and nothing else of the lines
// differs.
func inStep(all []line, group []int) bool {
	steps := 0
	for k := 1; k < len(group); k++ {
		a, b := all[group[k-1]], all[group[k]]
		n, _ := counts(a.words)
		if next, _ := counts(b.words); next-n == b.page-a.page {
			steps++
		}
		if unnumbered(a.words) != unnumbered(b.words) {
			return false
		}
	}
	return float64(steps) >= stepShare*float64(len(group)-1)
}

// numberedElsewhere reports whether most of the pages have their number in another line.
func numberedElsewhere(all []line, group []int, numbered map[int]bool) bool {
	n := 0
	for _, i := range group {
		if numbered[all[i].page] {
			n++
		}
	}
	return 2*n > len(group)
}

// heads reports whether lines stand above the text as headings do, in type that stands out.
func heads(all []line, group []int, label string, body float64) bool {
	if len(strings.Fields(label)) > countedWords {
		return false
	}
	for _, i := range group {
		l := all[i]
		lines := onPage(all, l.page)
		next := all[lines[1]]
		if distance(l, next) > countedAbove*max(l.size, next.size) || l.size < countedSize*body && (!l.bold || next.bold) {
			return false
		}
	}
	return true
}
