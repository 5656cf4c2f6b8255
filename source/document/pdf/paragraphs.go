package pdf

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"rapporteur"
	"rapporteur/source/document"
)

// How much further apart than others lines of two paragraphs are, how far in sizes of
// type a first line is indented, and how much of its column a last line leaves empty.
const (
	apart    = 1.3
	indent   = 0.8
	leftover = 0.12
	// headingLongest is how many words a heading has at most.
	headingLongest = 40
)

// listMark begins an item of a list.
var listMark = regexp.MustCompile(`^(?:[•◦▪●■‣∙·]|[–—*-] |\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] )`)

// blocks makes paragraphs of pages, and says how many of them the first page has and what
// the pages have in common.
func blocks(pages []page) (made []document.Block, cover int, common []string) {
	var all []line
	notes := notesOf(pages)
	for i, p := range pages {
		all = append(all, p.lines(i, notes)...)
	}
	kept := withoutFurniture(all, pages, bodySize(all))
	common = inCommon(all, kept)
	if all = kept; len(all) == 0 {
		return nil, 0, common
	}
	kind, columns, known := kinds(all, pages), columnsOf(all), vocabulary(all)
	between := leading(all)
	var out []document.Block
	number := 0
	for i, l := range all {
		for ; number <= l.page; number++ {
			if pages[number].picture {
				out = append(out, pictured(number))
			}
		}
		if i > 0 && kind[i] == kind[i-1] && kind[i] != rapporteur.Boilerplate && (kind[i] == rapporteur.Title && sameTitle(all[i-1], l) || follows(all[i-1], l, kind[i] != "", columns, between)) {
			last := &out[len(out)-1]
			last.Words = known.join(last.Words, l.words)
			continue
		}
		out = append(out, document.Block{Words: l.words, Kind: kind[i]})
		if l.page == 0 {
			cover = len(out)
		}
	}
	for ; number < len(pages); number++ {
		if pages[number].picture {
			out = append(out, pictured(number))
		}
	}
	for i := range out {
		if out[i].Kind == rapporteur.Heading && len(strings.Fields(out[i].Words)) > headingLongest {
			out[i].Kind = "" // an abstract, or a note, in bold type
		}
	}
	return out, cover, common
}

func pictured(number int) document.Block {
	return document.Block{Words: fmt.Sprintf("[page %d is a picture]", number+1), Kind: rapporteur.Boilerplate}
}

// place is a column of a page.
type place struct{ page, column int }

// columnsOf gives where the columns of all pages begin and end.
func columnsOf(all []line) map[place]box {
	out := map[place]box{}
	for _, l := range all {
		at := place{l.page, l.column}
		if b, ok := out[at]; ok {
			out[at] = b.around(l.box)
		} else {
			out[at] = l.box
		}
	}
	return out
}

// sameTitle reports whether a title goes on in a line below it, in whatever column: one that
// stands in the middle of a page may lie beside the gap between two.
func sameTitle(a, b line) bool {
	d := distance(a, b)
	return a.page == b.page && (a.bold == b.bold || small(b.words)) && a.words != b.words && d > 0 && d <= apart*1.3*b.size
}

// follows reports whether a line goes on with the paragraph of the one before it.
func follows(a, b line, heading bool, columns map[place]box, between map[int]float64) bool {
	if !same(a.size, b.size) || listMark.MatchString(b.words) {
		return false
	}
	usual := between[int(math.Round(b.size))]
	if usual == 0 {
		usual = 1.2 * b.size
	}
	if a.page != b.page || a.column != b.column {
		return !heading && broken(a.words) && small(b.words)
	}
	if d := distance(a, b); d > apart*usual+1 || d < 0 {
		return false
	}
	if heading {
		return a.bold == b.bold
	}
	column := columns[place{b.page, b.column}]
	em := max(b.size, 1)
	if b.left-a.left > indent*em && a.left-column.left < indent*em && b.left-column.left < 6*em && !broken(a.words) {
		return false
	}
	return a.right >= column.right-leftover*column.width() || broken(a.words)
}
