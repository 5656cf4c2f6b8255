package source

import "strings"

// A text wrapped by hand or by a mail program has lines of about this width.
const (
	wrapNarrowest = 40
	wrapWidest    = 100
)

// span is a run of bytes, end exclusive.
type span struct{ start, end int }

// paragraphs finds the paragraphs of a plain text: what stands between blank
// lines, and within that each line, unless it was wrapped into the next one.
func paragraphs(text string) []span {
	lines := split(text)
	width := wrapWidth(lines)
	var out []span
	open := false // the last paragraph goes on in this line
	for _, l := range lines {
		if l.start == l.end {
			open = false
			continue
		}
		if open {
			out[len(out)-1].end = l.end
		} else {
			out = append(out, l)
		}
		open = width > 0 && full(text, l, width)
	}
	return out
}

// split gives the lines of a text without the blanks around them.
func split(text string) []span {
	var out []span
	for start := 0; start <= len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		out = append(out, trim(text, span{start, end}))
		start = end + 1
	}
	return out
}

// trim leaves out the blanks at both ends; an empty span has start = end.
func trim(text string, s span) span {
	for s.start < s.end && blank(text[s.end-1]) {
		s.end--
	}
	for s.start < s.end && blank(text[s.start]) {
		s.start++
	}
	return s
}

func blank(c byte) bool { return c == ' ' || c == '\n' }

// wrapWidth guesses the width that a text was wrapped to, 0 for one that was
// not: nine in ten of its lines are no longer than that, and many are as long.
func wrapWidth(lines []span) int {
	counts := make([]int, wrapWidest+1)
	total, over := 0, 0
	for _, l := range lines {
		n := l.end - l.start
		switch {
		case n == 0:
			continue
		case n > wrapWidest:
			over++
		default:
			counts[n]++
		}
		total++
	}
	if over*10 > total {
		return 0
	}
	width, long := wrapWidest, over
	for ; width >= wrapNarrowest && (long+counts[width])*10 <= total; width-- {
		long += counts[width]
	}
	if width < wrapNarrowest {
		return 0
	}
	return width
}

// full reports whether the first word of the next line had no room in this one.
func full(text string, l span, width int) bool {
	rest := strings.TrimLeft(text[l.end:], " \n")
	word := strings.IndexAny(rest[:min(len(rest), width)], " \n")
	if word < 0 {
		word = min(len(rest), width)
	}
	return l.end-l.start+1+word > width
}
