package pdf

import (
	"math"
	"regexp"
	"strings"

	"rapporteur"
)

// How much larger than the text the type of headings and titles is, how many words a
// bold line has that is a heading, how far down the first page a title begins, and how
// many bytes a line has with which the text has begun.
const (
	headingSize  = 1.12
	titleSize    = 1.25
	headingWords = 14
	titleDeepest = 0.4
	textLeast    = 60
)

// bodySize is the size of type that the most of the text has.
func bodySize(all []line) float64 {
	counts, best := map[float64]int{}, 0.0
	for _, l := range all {
		size := math.Round(l.size*2) / 2
		counts[size] += len(l.words)
		if counts[size] > counts[best] || counts[size] == counts[best] && size < best {
			best = size
		}
	}
	return best
}

var (
	// leader leads from a heading in a table of contents to its page.
	leader = regexp.MustCompile(`(?:\.{5,}|(?:\. ){4,}\.?|_{5,})\s*(?:\d{1,4}|[ivxl]+)$`)
	// contents is the heading of one.
	contents = regexp.MustCompile(`(?i)^(?:table of )?contents:?$`)
	// volume says where in a journal a paper stands, "J. Lakes (1955) 128, 541-546", also
	// where a program that reads scanned pages took figures for letters.
	volume = regexp.MustCompile(`^\pL.{2,60} \(?[\dIlO]{4}\)?[,;]? [\dIlO]{1,4}(?:\([\dIlO]+\))?[,:] ?(?:pp?\. ?)?[\dIlO]{1,5}[-–][\dIlO]{1,5}\.?$`)
)

// kinds says of each line what its type gives away.
func kinds(all []line, pages []page) []rapporteur.ParagraphKind {
	body := bodySize(all)
	bold := 0
	for _, l := range all {
		if l.bold {
			bold++
		}
	}
	heavy := bold*2 > len(all) // then it says nothing
	out := make([]rapporteur.ParagraphKind, len(all))
	for i, l := range all {
		short := len(strings.Fields(l.words)) <= headingWords && !strings.HasSuffix(l.words, ".") && !strings.HasSuffix(l.words, ",")
		switch {
		case leader.MatchString(l.words), contents.MatchString(l.words), l.page == 0 && volume.MatchString(l.words):
			out[i] = rapporteur.Boilerplate
		case l.size > headingSize*body || l.counted && short && countedAlone.MatchString(l.words) || l.bold && !heavy && short && !runsIn(all, i):
			out[i] = rapporteur.Heading
		}
	}
	plainLabels(all, body, out)
	title(all, pages, body, out)
	return out
}

// runsIn reports whether a bold line begins a paragraph that goes on in the next: "Tolls
// on the bridge. They" and "rise in May.".
func runsIn(all []line, i int) bool {
	if i+1 == len(all) || all[i+1].bold || all[i+1].page != all[i].page || all[i+1].column != all[i].column || !same(all[i].size, all[i+1].size) {
		return false
	}
	next := all[i+1]
	return small(next.words) && broken(all[i].words) && distance(all[i], next) < 2*next.size
}

// wroteIt begins the line that says who wrote what stands above.
var wroteIt = regexp.MustCompile(`^(?:By|BY) \p{Lu}`)

// beginsText reports whether a line begins the text, or stands between it and the title,
// whatever its size: that of a scanned page is a guess, and differs from line to line.
func beginsText(all []line, i int) bool {
	if i == 0 {
		return false
	}
	goesOn := i+1 < len(all) && all[i+1].page == all[i].page && !same(all[i].size, all[i+1].size) && len(all[i].words) >= textLeast &&
		broken(all[i].words) && small(all[i+1].words) && distance(all[i], all[i+1]) < 2*all[i].size
	return goesOn || wroteIt.MatchString(all[i].words)
}

// title marks the largest lines at the head of the first page as the title; one that counts
// on is the heading of a part.
func title(all []line, pages []page, body float64, kinds []rapporteur.ParagraphKind) {
	largest, at := titleSize*body, -1
	for i, l := range all {
		if l.page != all[0].page || l.top < pages[l.page].height*titleDeepest || kinds[i] == "" && len(l.words) >= textLeast || beginsText(all, i) {
			break // the text has begun
		}
		if l.size > largest && !l.counted && !labelled(all, i) && kinds[i] != rapporteur.Boilerplate && strings.ContainsAny(strings.ToLower(l.words), "aeiou") {
			largest, at = l.size*1.02, i
		}
	}
	for i := at; i >= 0 && i < len(all) && kinds[i] != rapporteur.Boilerplate && same(all[i].size, all[at].size) && all[i].page == all[at].page && (i == at || all[i].words != all[i-1].words); i++ {
		kinds[i] = rapporteur.Title
	}
}
