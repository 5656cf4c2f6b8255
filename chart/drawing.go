package chart

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// drawing is elements of SVG, one after the other.
type drawing struct{ text strings.Builder }

func (d *drawing) raw(element string) { d.text.WriteString(element) }

// words writes a line of words from outside.
func (d *drawing) words(class string, x, y int, attributes, words string) {
	fmt.Fprintf(&d.text, `<text class="%s" x="%d" y="%d" %s>%s</text>`, class, x, y, attributes, escaped(words))
}

func (d *drawing) line(class string, x1, y1, x2, y2 int, attributes string) {
	fmt.Fprintf(&d.text, `<line class="%s" x1="%d" y1="%d" x2="%d" y2="%d" %s/>`, class, x1, y1, x2, y2, attributes)
}

// mark draws the sign of a lane around a point, with a title in words.
func (d *drawing) mark(m *Mark, x, y int, course Course) {
	ink := "#0a4a8f"
	if course == Off {
		ink = "#8c959f"
	}
	fill := ink
	if course != Past {
		fill = "#ffffff"
	}
	fmt.Fprintf(&d.text, `<g class="chart-mark %s"><title>%s</title>`, signs[m.Sign].class, escaped(m.Words))
	switch m.Sign {
	case LeftOut:
		fmt.Fprintf(&d.text, `<circle cx="%d" cy="%d" r="7" fill="#ffffff"/><path d="M%d %dl10 10m0 -10l-10 10" stroke="#b42318" stroke-width="2.4" fill="none"/>`, x, y, x-5, y-5)
	case Does:
		fmt.Fprintf(&d.text, `<path d="M%d %dl12 6l-12 6z" fill="%s" stroke="%s" stroke-width="1.5"/>`, x-5, y-6, fill, ink)
	case Undergoes:
		fmt.Fprintf(&d.text, `<rect x="%d" y="%d" width="9" height="9" fill="%s" stroke="%s" stroke-width="1.5"/>`, x-4, y-4, "#ffffff", ink)
	case Both:
		fmt.Fprintf(&d.text, `<path d="M%d %dl7 7l-7 7l-7 -7z" fill="%s" stroke="%s" stroke-width="1.5"/>`, x, y-7, fill, ink)
	case Expected:
		fmt.Fprintf(&d.text, `<circle cx="%d" cy="%d" r="5.5" fill="#ffffff" stroke="%s" stroke-width="1.5" stroke-dasharray="3 2"/>`, x, y, ink)
	default:
		fmt.Fprintf(&d.text, `<circle cx="%d" cy="%d" r="5.5" fill="%s" stroke="%s" stroke-width="1.5"/>`, x, y, fill, ink)
	}
	d.raw("</g>")
}

// signs are the signs with their classes, and what they mean.
var signs = map[Sign]struct{ class, words string }{
	There: {"chart-there", "there"}, Expected: {"chart-expected", "expected"}, LeftOut: {"chart-left-out", "left out, or stayed away"},
	Does: {"chart-does", "does it"}, Undergoes: {"chart-undergoes", "to whom it is done"}, Both: {"chart-both", "does it, and it is done to them"},
}

// legend explains the signs that are drawn and the ways in which words are set.
func (t *Timeline) legend(d *drawing, y int) int {
	used := map[Sign]bool{}
	courses := map[Course]bool{}
	rough := false
	for i := range t.Rows {
		courses[t.Rows[i].Course] = true
		rough = rough || t.Rows[i].Rough
		for _, m := range t.Rows[i].Marks {
			used[m.Sign] = true
		}
	}
	x := edge + 8
	put := func(width int) {
		if x += width; x > t.width()-200 {
			x, y = edge+8, y+lineHeight+4
		}
	}
	for s := There; s <= Both; s++ {
		if used[s] {
			d.mark(&Mark{Sign: s, Words: signs[s].words}, x, y-4, Past)
			d.words("chart-legend", x+14, y, `fill="#57606a"`, signs[s].words)
			put(40 + 7*len(signs[s].words))
		}
	}
	for _, c := range []struct {
		course Course
		words  string
	}{{Planned, "planned, or may come"}, {Off, "did not come about"}} {
		if courses[c.course] {
			d.line("chart-join", x-6, y-4, x+18, y-4, looks[c.course].line)
			d.words("chart-legend", x+24, y, `fill="#57606a"`, c.words)
			put(54 + 7*len(c.words))
		}
	}
	if rough {
		d.words("chart-legend", x-6, y, `font-style="italic" fill="#57606a"`, "≈ day not known exactly")
	}
	return y
}

// escaped makes words fit for text and attributes of XML.
func escaped(words string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(words)) // a strings.Builder never fails
	return b.String()
}

// safe gives a link that a reader may follow, empty for one with a scheme that is not of
// the web.
func safe(link string) string {
	scheme, _, found := strings.Cut(link, ":")
	if !found || strings.ContainsAny(scheme, "/?#") || strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") {
		return strings.TrimSpace(link)
	}
	return ""
}

// broken parts words into lines of so many letters, at blanks; a longer word is cut.
func broken(words string, width int) []string {
	var out []string
	line := []rune{}
	for _, word := range strings.Fields(words) {
		letters := []rune(word)
		if len(line) > 0 && len(line)+1+len(letters) > width {
			out, line = append(out, string(line)), line[:0]
		}
		for len(letters) > width {
			out, letters = append(out, string(letters[:width])), letters[width:]
		}
		if len(line) > 0 {
			line = append(line, ' ')
		}
		line = append(line, letters...)
	}
	if len(line) > 0 {
		out = append(out, string(line))
	}
	return out
}
