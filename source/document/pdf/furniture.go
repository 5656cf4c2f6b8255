package pdf

import (
	"regexp"
	"slices"
	"strings"
)

// How far its head and foot reach into what is printed of a page, in parts of its height,
// how many lines they have at most, and how much smaller the type of notes is.
const (
	edge      = 0.12
	edgeLines = 4
	noteSize  = 0.93
)

var (
	// pageNumber is a line that says which page this is.
	pageNumber = regexp.MustCompile(`(?i)^\W*(?:page|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\||-)\s*\d{1,4})?\W*$`)
	// noteBegin begins a note below the text; "1976." begins none.
	noteBegin = regexp.MustCompile(`^(?:\(?\d{1,3}\)?|[*†‡§¶]{1,3})(?:[.)/]?\s+\S|[.)]?[\pL“"‘'])`)
	// listed begins what is told by its number in square brackets: a source in a list of
	// references, what a program answers. It is a note if a raised number like it leads there.
	listed = regexp.MustCompile(`^\[\d{1,3}\]\s*\S`)
	digits = regexp.MustCompile(`\d+`)
	// yearAlone ends a source, unless it stands apart as the number of a page does.
	yearAlone = regexp.MustCompile(`^(?:19|20)\d{2}\.?$`)
	// browsers is what a browser prints above and below a page: its address with the number
	// of the sheet, or that with the day; addressed is its address alone, or behind its title.
	browsers  = regexp.MustCompile(`^https?://\S+\s+\d{1,3}(?: of |/)\d{1,3}$|^\d{1,3}(?: of |/)\d{1,3}\s.*\d:\d\d`)
	addressed = regexp.MustCompile(`(?:^|\s)https?://\S+$`)
)

// withoutFurniture leaves out what is not the text: heads and feet that come again,
// running heads, numbers of pages, notes.
func withoutFurniture(all []line, pages []page, body float64) []line {
	markCounted(all, len(pages), body)
	all = withoutRunning(all, len(pages), body)
	edges := atEdges(all, pages)
	again := repeated(all, edges, body)
	notes := notesIn(all, body, func(i int) bool {
		return edges[i] != "" && (again[i] || numbersPage(all[i]) && (!yearAlone.MatchString(all[i].words) || standsApart(all, i)) || printed(all[i], body))
	})
	out := make([]line, 0, len(all))
	for i := range all {
		if !notes[i] {
			out = append(out, all[i])
		}
	}
	return out
}

// printed reports whether a line is what a browser prints around a page, its address in
// smaller type than the text's: a list of references has addresses in its own.
func printed(l line, body float64) bool {
	return browsers.MatchString(l.words) || l.size < noteSize*body && addressed.MatchString(l.words) && !listed.MatchString(l.words)
}

// numbersPage reports whether a line is the number of its page; that of a year below a
// title is none.
func numbersPage(l line) bool {
	year := l.page == 0 && len(l.words) == 4 && (strings.HasPrefix(l.words, "19") || strings.HasPrefix(l.words, "20"))
	return pageNumber.MatchString(l.words) && !year
}

// repeatedLeast is how many letters a line has that is known by coming again: "}" stands
// at the end of many pages; largeLeast is on how many pages one stands that is larger than
// the text: two may be a title and the heading of the first chapter.
const (
	repeatedLeast = 3
	largeLeast    = 3
)

// often is on how large a part of the pages between the first and the last one that has it a
// line of a head or foot stands: those of a chapter come on each, or on each second one.
const often = 0.3

// repeated says of each line at the edge of a page whether other pages have it at the same
// height, but for numbers; headings that come again now and then at the top of a page are
// text, and so are those that are numbered and stand close to what follows.
func repeated(all []line, edges []string, body float64) []bool {
	same := map[string][]int{}
	for i := range all {
		if edges[i] != "" && !all[i].counted && letters([]run{{words: all[i].words}}) >= repeatedLeast {
			key := edges[i] + unnumbered(all[i].words)
			same[key] = append(same[key], i)
		}
	}
	out := make([]bool, len(all))
	for _, group := range same {
		for _, i := range group {
			heads := all[i].page == 0 && all[i].size > titleSize*body && edges[i] == "head " // a title that comes again
			on, first, last, apart, equal := map[int]bool{}, all[i].page, all[i].page, 0, 0
			for _, j := range group {
				if d := all[i].bottom - all[j].bottom; d > runningStray || d < -runningStray {
					continue
				}
				on[all[j].page] = true
				first, last = min(first, all[j].page), max(last, all[j].page)
				if all[j].words == all[i].words {
					equal++
				}
				if standsApart(all, j) {
					apart++
				}
			}
			again := len(on) >= largeLeast && !heads || len(on) > 1 && all[i].size <= headingSize*body
			out[i] = again && float64(len(on)) >= often*float64(last-first+1) && (equal > 1 || 2*apart >= len(on))
		}
	}
	return out
}

// unnumbered is words without what their numbers are.
func unnumbered(words string) string { return strings.ToLower(digits.ReplaceAllString(words, "#")) }

// standsApart reports whether the nearest other line of a page is further away than those of
// a text are.
func standsApart(all []line, i int) bool {
	for j := range all {
		if all[j].page != all[i].page || j == i || all[j].level(all[i].box) {
			continue
		}
		if d := distance(all[i], all[j]); max(d, -d) < runningGap*max(all[i].size, all[j].size) {
			return false
		}
	}
	return true
}

// atEdges says of each line whether it is one of the first or last of its page and
// stands at its head or foot.
func atEdges(all []line, pages []page) []string {
	out := make([]string, len(all))
	if len(all) == 0 {
		return out
	}
	printed := all[0].box
	for _, l := range all {
		printed = printed.around(l.box)
	}
	for number, p := range pages {
		var tops, bottoms []int
		for i := range all {
			switch l := &all[i]; {
			case l.page != number:
			case l.bottom > min(printed.top, p.height)-p.height*edge:
				tops = append(tops, i)
			case l.top < max(printed.bottom, 0)+p.height*edge:
				bottoms = append(bottoms, i)
			}
		}
		slices.SortFunc(tops, func(a, b int) int { return int(all[b].top - all[a].top) })
		slices.SortFunc(bottoms, func(a, b int) int { return int(all[a].top - all[b].top) })
		for _, i := range tops[:min(len(tops), edgeLines)] {
			out[i] = "head "
		}
		for _, i := range bottoms[:min(len(bottoms), edgeLines)] {
			out[i] = "foot "
		}
	}
	return out
}

// notesIn finds the lines to leave out: those that are furniture, and notes at the end of
// a column.
func notesIn(all []line, body float64, furniture func(int) bool) []bool {
	out := make([]bool, len(all))
	byPage := map[int]marks{}
	for i := range all {
		out[i] = furniture(i)
		byPage[all[i].page] = byPage[all[i].page].with(all[i])
	}
	for end := len(all); end > 0; {
		from := end - 1
		for from > 0 && all[from-1].page == all[end-1].page && all[from-1].column == all[end-1].column {
			from--
		}
		on := byPage[all[from].page]
		first := on.firstNote(all[from:end], out[from:end], body) + from
		if on.raised || areNotes(all[first:end], end-from) {
			for i := first; i < end; i++ {
				out[i] = true
			}
		}
		end = from
	}
	return out
}

// marks says what raised numbers a page has, and whether some stand in square brackets.
type marks struct{ raised, bracketed bool }

func (m marks) with(l line) marks {
	return marks{m.raised || l.marked, m.bracketed || l.bracketed}
}

// firstNote gives the line of a column with which its notes begin, the number of its lines
// where it has none: a list of references has none, whatever its lines begin with.
func (m marks) firstNote(column []line, furniture []bool, body float64) int {
	first := len(column)
	for i := len(column) - 1; i >= 0 && (furniture[i] || column[i].size < noteSize*body); i-- {
		switch inList := listed.MatchString(column[i].words); {
		case furniture[i]:
		case inList && !m.bracketed:
			return len(column)
		case inList, noteBegin.MatchString(column[i].words):
			first = i
		}
	}
	return first
}

// Notes to which no raised number on their page leads take so many lines of their column,
// or so large a part of it, at most; what takes more is a list in small type.
const (
	notesFew   = 4
	notesShare = 0.25
)

func areNotes(all []line, column int) bool {
	for _, l := range all {
		if leader.MatchString(l.words) {
			return false
		}
	}
	return len(all) <= max(notesFew, int(notesShare*float64(column)))
}
