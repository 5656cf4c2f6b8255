package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"

	"golang.org/x/text/unicode/norm"
)

// char is a letter and its place; one that the engine adds, a space between two words,
// has none.
type char struct {
	box
	letter rune
}

// thin is how wide and high a letter is at least that has a place.
const thin = 0.01

func (c char) placed() bool { return c.width() >= thin && c.height() >= thin }

// inside reports whether a box lies in another, to the last bit: a rectangle of the
// engine is the union of the boxes of its letters.
func (b box) inside(o box) bool {
	return b.left >= o.left && b.right <= o.right && b.bottom >= o.bottom && b.top <= o.top
}

// takeRuns takes the runs of a page: the rectangles in which the engine finds text, each
// with the letters that were set with it. Its own words of a rectangle are all letters
// that touch it, of neighbours as well.
func takeRuns(p pdfium.Pdfium, at requests.Page) []run {
	rects, err := p.GetPageTextStructured(&requests.GetPageTextStructured{Page: at, Mode: requests.GetPageTextStructuredModeRects, CollectFontInformation: true})
	if err != nil {
		return nil
	}
	letters, err := p.GetPageTextStructured(&requests.GetPageTextStructured{Page: at, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return nil
	}
	runs := make([]run, min(len(rects.Rects), runsMost))
	for i, r := range rects.Rects[:len(runs)] {
		runs[i].box = placeOf(r.PointPosition)
		if f := r.FontInformation; f != nil {
			runs[i].size, runs[i].bold = math.Abs(f.RenderedSize), boldName.MatchString(f.Name)
		}
	}
	spell(runs, takeChars(p, at, letters.Chars))
	return runs
}

func placeOf(p responses.CharPosition) box {
	return box{min(p.Left, p.Right), max(p.Left, p.Right), min(p.Bottom, p.Top), max(p.Bottom, p.Top)}
}

// takeChars takes the letters of a page. Of one beyond 16 bits the engine gives two halves,
// which have to be asked for.
func takeChars(p pdfium.Pdfium, at requests.Page, all []*responses.GetPageTextStructuredChar) []char {
	out := make([]char, len(all))
	halves := false
	for i, c := range all {
		out[i] = char{box: placeOf(c.PointPosition)}
		for _, r := range c.Text {
			out[i].letter = r
			halves = halves || r == unicode.ReplacementChar
		}
	}
	if halves {
		rejoin(p, at, out)
	}
	return out
}

// rejoin makes letters of their halves: the first has the letter, the second none.
func rejoin(p pdfium.Pdfium, at requests.Page, all []char) {
	text, err := p.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return
	}
	defer func() { _, _ = p.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }() // it ends with the file
	before := rune(0)
	for i := range all {
		if all[i].letter != unicode.ReplacementChar {
			before = 0
			continue
		}
		half, err := p.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text.TextPage, Index: i})
		if err != nil {
			return
		}
		now := rune(half.Unicode)
		if whole := utf16.DecodeRune(before, now); whole != unicode.ReplacementChar {
			all[i-1].letter, all[i].letter = whole, 0
		}
		before = now
	}
}

// spell gives runs their words. Runs and letters come in one order: those of a run lie
// in its rectangle, up to the first that lies outside, or, when the rectangle is full, in
// the next one.
func spell(runs []run, all []char) {
	next := 0
	for i := range runs {
		from := next
		for from < len(all) && !(all[from].placed() && all[from].inside(runs[i].box)) {
			from++
		}
		if from == len(all) {
			continue // its letters went to the run before, in which it lies
		}
		union, end := all[from].box, from+1
		for ; end < len(all); end++ {
			c := all[end]
			if !c.placed() {
				continue
			}
			if !c.inside(runs[i].box) || union == runs[i].box && i+1 < len(runs) && c.inside(runs[i+1].box) {
				break
			}
			union = union.around(c.box)
		}
		runs[i].words, next = wordsOf(all[from:end]), end
	}
}

// wordsOf puts letters together as they are seen.
func wordsOf(all []char) string {
	var out strings.Builder
	for _, c := range all {
		switch {
		case c.letter == 0:
		case c.letter >= 0x1D400 && c.letter <= 0x1D7FF, c.letter >= 0x2100 && c.letter <= 0x214F && unicode.IsLetter(c.letter): // letters of mathematics
			out.WriteString(norm.NFKC.String(string(c.letter)))
		default:
			out.WriteRune(c.letter)
		}
	}
	return shown(out.String())
}
