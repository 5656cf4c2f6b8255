package pdf

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// box is a place on a page in points, from its lower left corner.
type box struct{ left, right, bottom, top float64 }

func (b box) width() float64  { return b.right - b.left }
func (b box) height() float64 { return b.top - b.bottom }

// around is the box around two.
func (b box) around(o box) box {
	return box{min(b.left, o.left), max(b.right, o.right), min(b.bottom, o.bottom), max(b.top, o.top)}
}

// level reports whether two boxes stand on one line: half the lower one's height.
func (b box) level(o box) bool {
	return min(b.top, o.top)-max(b.bottom, o.bottom) > min(b.height(), o.height())/2
}

// run is what is set in one type on one line.
type run struct {
	box
	words string
	size  float64
	bold  bool
}

// page is one page before it is put in order.
type page struct {
	width, height float64
	runs          []run
	// picture says that a picture stands in the place of text.
	picture bool
}

// fewLetters is how many letters a page has that holds no text: a stamp, a number.
const fewLetters = 20

// boldName is how fonts are called whose type is bold.
var boldName = regexp.MustCompile(`(?i)bold|black|heavy|semibold|demi|CMBX|SFBX|NimbusSanL-Bold`)

// shown gives the words of a run as they are seen: what fonts set as one letter apart.
func shown(words string) string { return ligatures.Replace(words) }

var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "ft", "ﬆ", "st", "\r\n", " ", "\r", " ", "\n", " ")

// visible reports whether a run is text that is read along a line: it has words, stands
// on the page, and does not run down its edge.
func (r run) visible(on page) bool {
	if strings.TrimSpace(r.words) == "" || r.width() <= 0 || r.height() <= 0 {
		return false
	}
	down := len([]rune(r.words)) > 3 && r.height() > 2*r.width() && r.height() > 3*max(r.size, 1)
	outside := on.width > 0 && (r.right < 0 || r.left > on.width || r.top < 0 || r.bottom > on.height)
	return !down && !outside
}

// printed reports whether the same words were set just there before: type is made bold
// by printing it again, a little aside.
func (p page) printed(r run) bool {
	for i := len(p.runs) - 1; i >= max(0, len(p.runs)-again); i-- {
		o := p.runs[i]
		if o.words == r.words && max(o.left-r.left, r.left-o.left) < 0.2*o.height() && max(o.top-r.top, r.top-o.top) < 0.2*o.height() {
			return true
		}
	}
	return false
}

// again is how many runs back the same words may have been printed.
const again = 8

func letters(runs []run) int {
	n := 0
	for _, r := range runs {
		for _, c := range r.words {
			if unicode.IsLetter(c) {
				n++
			}
		}
	}
	return n
}

// line is what is read from left to right.
type line struct {
	box
	words string
	size  float64
	// bold says that most of it is; page counts from 0; column is that of the page.
	bold         bool
	page, column int
	// marked says that the raised number of a note was left out of it, bracketed that this
	// stood in square brackets, counted that it is a heading which counts on.
	marked, bracketed, counted bool
}

// lineOf puts runs that stand on one line together, from left to right. Small numbers
// that are raised are exponents, or lead to notes and are left out.
func lineOf(runs []run, notes map[string]bool) line {
	big := runs[0]
	for _, r := range runs {
		if float64(len(r.words))*r.size > float64(len(big.words))*big.size {
			big = r
		}
	}
	out := line{box: runs[0].box, size: big.size}
	text, bold, all := "", 0, 0
	end := runs[0].left
	for i, r := range runs {
		if i > 0 && raised(r, big) {
			base := strings.TrimRight(text, " ")
			if power, ok := exponent(tail(base), r.words, notes); ok && r.left-end < raisedGap*big.size {
				text = base + power
				end, out.right = r.right, max(out.right, r.right)
				continue
			}
			if noteNumber.MatchString(r.words) {
				out.marked = true
				out.bracketed = out.bracketed || strings.Contains(r.words, "[")
				continue
			}
		}
		if i > 0 {
			text = spaced(text, r.words, (r.left-end)/max(big.size, 1))
		}
		text += r.words
		end = max(end, r.right)
		out.box = out.around(r.box)
		all += len(r.words)
		if r.bold {
			bold += len(r.words)
		}
	}
	out.words = strings.Join(strings.Fields(text), " ")
	out.bold = all > 0 && bold*10 >= all*8
	return out
}

// leading gives the distance of lines of a size of type, by its whole points.
func leading(all []line) map[int]float64 {
	distances := map[int][]float64{}
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if d := distance(a, b); a.page == b.page && a.column == b.column && same(a.size, b.size) && d > 0 && d < 3*max(a.size, 1) {
			distances[int(math.Round(b.size))] = append(distances[int(math.Round(b.size))], d)
		}
	}
	out := map[int]float64{}
	for size, list := range distances {
		slices.Sort(list)
		out[size] = list[len(list)/2]
	}
	return out
}

// distance is how far below a line another stands.
func distance(a, b line) float64 { return (a.top + a.bottom - b.top - b.bottom) / 2 }

// broken reports whether a line ends in the middle of a sentence.
func broken(words string) bool {
	words = strings.TrimRight(words, `"”’')]`)
	r, _ := utf8.DecodeLastRuneInString(words)
	return !strings.ContainsRune(".?!:;", r)
}

// small reports whether words begin with a small letter.
func small(words string) bool {
	r, _ := utf8.DecodeRuneInString(words)
	return unicode.IsLower(r)
}

// same reports whether two sizes of type are one.
func same(a, b float64) bool { return math.Abs(a-b) <= 0.06*max(a, b) }
