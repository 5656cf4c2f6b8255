package pdf

import (
	"regexp"
	"strings"
)

var (
	noteNumber = regexp.MustCompile(`^[\s(\[]*(?:\d{1,3}|[*†‡§]{1,3})(?:,\s*\d{1,3})*[\s)\]]*$`)
	// figure is a raised one that may be an exponent.
	figure = regexp.MustCompile(`^[+−–-]?\d{1,3}(?:[./]\d{1,3})?$`)
	// signed is one with a sign, lettered ends what it can be the exponent of.
	signed   = regexp.MustCompile(`^[+−–-]\d{1,2}$`)
	lettered = regexp.MustCompile(`[\pL\d)]$`)
	// based ends what a raised figure behind it is the power of, whatever notes there are:
	// ten, a measure of length behind a number or a stroke, a Greek letter.
	based = regexp.MustCompile(`(?:^|[^\d.,])10$|[\d/·]\s?(?:[kcdmnµμ]?m|ft|yd)$|(?:^|[^\pL\d])\p{Greek}$`)
	// perhaps ends what may be one if no note has that number: another number that is no
	// year, a letter by itself, a short unit behind a number or a stroke.
	perhaps = regexp.MustCompile(`(?:^|[^\pL\d.,])(?:\pL|\d{1,3})$|[\d/·]\s?\pL{1,2}$`)
	// noteLead begins a line of notes with its number.
	noteLead = regexp.MustCompile(`^[\s(\[]*(\d{1,3})\b`)
)

// raisedGap is how far behind its base an exponent stands at most, in sizes of type.
const raisedGap = 0.25

// superscripts are the figures that Unicode has raised.
var superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "+", "⁺", "-", "⁻", "−", "⁻", "–", "⁻")

// raised reports whether a run is smaller than what stands beside it and stands higher.
func raised(r, beside run) bool {
	return r.size < 0.8*beside.size && r.bottom > beside.bottom+0.15*beside.height()
}

// exponent gives a raised figure as it is written in a text, if what stands before it is
// what it is a power of: "10⁴", "χ²". Notes are the numbers that the notes of the file have.
func exponent(before, words string, notes map[string]bool) (string, bool) {
	words = strings.TrimSpace(words)
	if signed.MatchString(words) && lettered.MatchString(before) { // no note has a sign: "mol⁻¹"
		return superscripts.Replace(words), true
	}
	if !figure.MatchString(words) || !based.MatchString(before) && (notes[words] || !perhaps.MatchString(before)) {
		return "", false
	}
	if strings.ContainsAny(words, "./") {
		return "^" + words, true
	}
	return superscripts.Replace(words), true
}

// notesOf gives the numbers with which lines in small type begin: those of the notes of a
// file.
func notesOf(pages []page) map[string]bool {
	out := map[string]bool{}
	for _, p := range pages {
		small := noteSize * typical(p.runs)
		for i, r := range p.runs {
			m := noteLead.FindStringSubmatch(r.words)
			if m != nil && r.size < small && (i == 0 || !p.runs[i-1].before(r)) {
				out[m[1]] = true
			}
		}
	}
	return out
}

// before reports whether a run stands just before another, which may be raised.
func (r run) before(o run) bool {
	return r.top > o.bottom && r.bottom < o.top && r.right <= o.left+0.1*r.size && o.left-r.right < r.size
}
