package chart

import (
	"fmt"
	"io"
	"strings"
)

// Timeline is rows in the order of time, with a column for each lane.
type Timeline struct {
	// Title says what is drawn, Note stands below it.
	Title, Note string
	Lanes       []string
	Rows        []Row
	// Now is the row before which the line stands that parts what was from what is to
	// come, and NowWords what is written on it; without words there is no line.
	Now      int
	NowWords string
	// Legend explains the signs; it has those of them that are drawn.
	Legend bool
}

// Row is one thing that happened, or is to.
type Row struct {
	// Date is the day in words; Rough says that it is not known exactly.
	Date  string
	Rough bool
	// Words say what it was, More what else is known; Link is where more is found.
	Words, More, Link string
	Course            Course
	Marks             []Mark
	// Gap is the number of days since the row before.
	Gap int
}

// Course is whether a thing came about.
type Course int

// It came about, it is planned, or it did not come about.
const (
	Past Course = iota
	Planned
	Off
)

// Mark is the part that a lane has in a row.
type Mark struct {
	Lane int
	Sign Sign
	// Words say whose it is and what it means.
	Words string
}

// Sign is what a mark looks like.
type Sign int

// The signs: who was there, is expected, was left out; who does something, to whom it is
// done, who does both.
const (
	There Sign = iota
	Expected
	LeftOut
	Does
	Undergoes
	Both
)

// The measures of a timeline, in units of the drawing (one is a pixel where it is not
// scaled). A letter of 12 units is about 6.3 wide.
const (
	dateWidth  = 118
	laneWidth  = 74
	wordsWidth = 430
	lineHeight = 15
	rowPadding = 9
	wordsLine  = 66 // letters
	edge       = 16
)

// SVG writes a timeline as one svg element.
func (t *Timeline) SVG(w io.Writer) error {
	d := &drawing{}
	top := t.head(d)
	y := top
	for i := range t.Rows {
		if t.NowWords != "" && i == t.Now {
			y = t.now(d, y)
		}
		y = t.row(d, &t.Rows[i], y)
	}
	if t.NowWords != "" && t.Now >= len(t.Rows) {
		y = t.now(d, y)
	}
	lanes := &drawing{}
	for i := range t.Lanes {
		lanes.line("chart-lane", t.laneAt(i), top-6, t.laneAt(i), y, `stroke="#d0d4d9"`)
	}
	if t.Legend {
		y = t.legend(d, y+lineHeight)
	}
	width := t.width()
	_, err := fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" class="chart chart-timeline" role="img" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" font-family="system-ui, sans-serif" font-size="12" fill="#1b1f24"><title>%[3]s</title><desc>%[4]s</desc>`+"\n%[5]s%[6]s</svg>\n",
		width, y+edge, escaped(t.Title), escaped(t.Note), lanes.text.String(), d.text.String())
	return err
}

func (t *Timeline) width() int { return edge + dateWidth + len(t.Lanes)*laneWidth + wordsWidth + edge }

// laneAt is the middle of a lane, wordsAt where the words of a row begin.
func (t *Timeline) laneAt(lane int) int { return edge + dateWidth + lane*laneWidth + laneWidth/2 }

func (t *Timeline) wordsAt() int { return edge + dateWidth + len(t.Lanes)*laneWidth + 8 }

// head writes the title and the names of the lanes, and gives where the rows begin.
func (t *Timeline) head(d *drawing) int {
	y := edge + 8
	for _, l := range broken(t.Title, t.width()/8) {
		d.words("chart-title", edge, y, `font-weight="600" font-size="15"`, l)
		y += lineHeight + 3
	}
	for _, l := range broken(t.Note, t.width()/6) {
		d.words("chart-note", edge, y, `fill="#57606a"`, l)
		y += lineHeight
	}
	most := 1
	names := make([][]string, len(t.Lanes))
	for i, name := range t.Lanes {
		names[i] = broken(name, laneWidth/6)
		names[i] = names[i][:min(3, len(names[i]))]
		most = max(most, len(names[i]))
	}
	y += 6
	for i, lines := range names {
		for k, l := range lines {
			d.words("chart-lane-name", t.laneAt(i), y+(most-len(lines)+k)*lineHeight, `text-anchor="middle" font-weight="600"`, l)
		}
	}
	return y + most*lineHeight
}

// now draws the line between what was and what is to come.
func (t *Timeline) now(d *drawing, y int) int {
	d.line("chart-now", edge, y+4, t.width()-edge, y+4, `stroke="#9a6700" stroke-dasharray="6 3"`)
	d.words("chart-now-words", t.wordsAt(), y+lineHeight+3, `fill="#9a6700"`, t.NowWords)
	return y + lineHeight + rowPadding
}

// looks are the attributes of a row's words and of the line that joins its marks, by how
// it went.
var looks = map[Course]struct{ class, words, line string }{
	Past:    {"chart-past", "", `stroke="#0a4a8f" stroke-width="1.5"`},
	Planned: {"chart-planned", `font-style="italic"`, `stroke="#0a4a8f" stroke-width="1.5" stroke-dasharray="4 3"`},
	Off:     {"chart-off", `fill="#57606a" text-decoration="line-through"`, `stroke="#8c959f" stroke-width="1.5" stroke-dasharray="1 3"`},
}

// row draws a row and gives where the next one begins. What lies further apart in time
// stands further apart.
func (t *Timeline) row(d *drawing, r *Row, y int) int {
	for gap := r.Gap; gap > 2; gap /= 4 {
		y += 5
	}
	look := looks[r.Course]
	lines := broken(r.Words, wordsLine)
	lines = lines[:min(4, len(lines))]
	more := broken(r.More, wordsLine)
	more = more[:min(3, len(more))]
	middle := y + lineHeight/2
	link := safe(r.Link)
	if link != "" {
		d.raw(`<a href="` + escaped(link) + `">`)
	}
	d.raw(`<g class="chart-row ` + look.class + `"><title>` + escaped(strings.TrimSpace(r.Date+" "+r.Words+" "+r.More)) + "</title>")
	date := r.Date
	attributes := `text-anchor="end"`
	if r.Rough {
		date, attributes = "≈ "+date, attributes+` font-style="italic" fill="#57606a"`
	}
	d.words("chart-date", edge+dateWidth-10, middle+4, attributes, date)
	if len(r.Marks) > 1 {
		first, last := t.span(r)
		d.line("chart-join", t.laneAt(first), middle, t.laneAt(last), middle, look.line)
	}
	for _, m := range r.Marks {
		d.mark(&m, t.laneAt(m.Lane), middle, r.Course)
	}
	for i, l := range lines {
		d.words("chart-words", t.wordsAt(), middle+4+i*lineHeight, look.words, l)
	}
	for i, l := range more {
		d.words("chart-more", t.wordsAt(), middle+4+(len(lines)+i)*lineHeight, `fill="#57606a"`, l)
	}
	d.raw("</g>")
	if link != "" {
		d.raw("</a>")
	}
	d.raw("\n")
	return y + max(1, len(lines)+len(more))*lineHeight + rowPadding
}

// span gives the outermost lanes of a row.
func (t *Timeline) span(r *Row) (first, last int) {
	first, last = len(t.Lanes), 0
	for _, m := range r.Marks {
		first, last = min(first, m.Lane), max(last, m.Lane)
	}
	return first, last
}
