package dataset

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// calendar writes what is to come (iCalendar, RFC 5545): meetings and planned events
// whose last day is not before today.
type calendar struct {
	to    io.WriteCloser
	out   *bufio.Writer
	today string
	made  string
	// whole is the property that is written, before it is folded.
	whole []byte
}

// newCalendar opens an export of what is to come.
func newCalendar(o Options) (Writer, error) {
	w, err := o.To.Main("rapporteur.ics")
	if err != nil {
		return nil, err
	}
	c := &calendar{to: w, out: bufio.NewWriterSize(w, 64<<10), today: string(o.Today), made: o.made().Format("20060102T150405Z")}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//rapporteur//"+escapeCalendar(o.Provenance.Program)+"//EN")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	c.line("X-WR-CALNAME", escapeCalendar(firstOf(o.Title, "What is to come")))
	for _, pair := range about(o.Provenance) {
		c.line("X-RAPPORTEUR-"+strings.ToUpper(strings.NewReplacer(" ", "-", "_", "-").Replace(pair[0])), escapeCalendar(pair[1]))
	}
	return c, nil
}

// statusNames are the statuses of meetings in iCalendar's words.
var statusNames = map[string]string{string(rapporteur.Cancelled): "CANCELLED", string(rapporteur.RefusedMeeting): "CANCELLED",
	string(rapporteur.Proposed): "TENTATIVE", string(rapporteur.Postponed): "TENTATIVE"}

// Entry implements record.Sink.
func (c *calendar) Entry(e *record.Entry) error {
	var date rapporteur.Date
	var status, place string
	var basis *rapporteur.Basis
	switch {
	case e.Meeting != nil:
		date, status, basis = e.Meeting.Date, string(e.Meeting.Status), &e.Meeting.Basis
		if p := e.Meeting.Place; p != nil {
			place = p.Name
		}
	case e.Event != nil && e.Event.Modality == rapporteur.Planned:
		date, status, basis = e.Event.Date, string(e.Event.Modality), &e.Event.Basis
		if p := e.Event.Place; p != nil {
			place = p.Name
		}
	default:
		return nil
	}
	first, last := record.Bounds(date)
	if first == "" || last == "" || string(last) < c.today {
		return nil // it is over, or nobody knows when it is
	}
	end, err := time.Parse(time.DateOnly, string(last))
	if err != nil {
		return nil
	}
	c.line("BEGIN", "VEVENT")
	c.line("UID", e.ID+"@rapporteur")
	c.line("DTSTAMP", c.made)
	c.line("DTSTART;VALUE=DATE", strings.ReplaceAll(string(first), "-", ""))
	c.line("DTEND;VALUE=DATE", end.AddDate(0, 0, 1).Format("20060102"))
	c.line("SUMMARY", escapeCalendar(export.Phrase(e)))
	if place != "" {
		c.line("LOCATION", escapeCalendar(place))
	}
	c.line("STATUS", firstOf(statusNames[status], "CONFIRMED"))
	c.line("CATEGORIES", escapeCalendar(strings.ToUpper(string(e.Kind)))+","+escapeCalendar(status))
	c.line("TRANSP", "TRANSPARENT")
	if words := described(e, basis); words != "" {
		c.line("DESCRIPTION", escapeCalendar(words))
	}
	if url := firstURL(e); url != "" {
		c.line("URL", url)
	}
	c.line("END", "VEVENT")
	return nil
}

// described is what stands behind an entry: who is left out, the words, the sources.
func described(e *record.Entry, b *rapporteur.Basis) string {
	var out []string
	if len(b.Evidence) > 0 && b.Evidence[0].Text != "" {
		out = append(out, "“"+b.Evidence[0].Text+"”")
	}
	out = append(out, export.Sources(e, 4)+"; confidence "+strconv.FormatFloat(b.Confidence, 'f', 2, 64))
	return strings.Join(out, "\n")
}

// firstURL is the first address of the web that a report of an entry has.
func firstURL(e *record.Entry) string {
	for i := range e.Members {
		if u := string(e.Members[i].URL); webAddress(u) {
			return u
		}
	}
	return ""
}

// webAddress reports whether an address may stand where an address must.
func webAddress(u string) bool {
	return (strings.HasPrefix(u, "http://") || strings.HasPrefix(u, "https://")) && u == export.Clean(u) && !strings.ContainsAny(u, " <>\"{}|\\^`")
}

// Kinds implements record.Choosing.
func (*calendar) Kinds() []record.Kind { return []record.Kind{record.Meeting, record.Event} }

// Useful implements record.Selective; of events, only what is planned is to come.
func (*calendar) Useful(k record.Kind) (record.Field, []string) {
	if k == record.Event {
		return record.ByStatus, []string{string(rapporteur.Planned)}
	}
	return "", nil
}

// Actor implements record.Sink; actors are not to come.
func (*calendar) Actor(*record.Party) error { return nil }

// Report implements record.Sink; reports are not to come.
func (*calendar) Report(*record.Report) error { return nil }

// Close ends the calendar.
func (c *calendar) Close() error {
	c.line("END", "VCALENDAR")
	if err := c.out.Flush(); err != nil {
		return err
	}
	return c.to.Close()
}

// calendarMarks are the characters that stand for something else in a value of type TEXT.
var calendarMarks = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`)

// escapeCalendar writes words as a value of type TEXT.
func escapeCalendar(words string) string {
	if !strings.Contains(words, "\n") {
		return calendarMarks.Replace(export.Clean(words))
	}
	lines := strings.Split(words, "\n")
	for i := range lines {
		lines[i] = calendarMarks.Replace(export.Clean(lines[i]))
	}
	return strings.Join(lines, `\n`)
}

// lineOctets is the length of a line beyond which it is folded.
const lineOctets = 75

// line writes a property, folded between characters. What cannot be written, the writer
// tells when it is flushed.
func (c *calendar) line(name, value string) {
	c.whole = append(append(append(c.whole[:0], name...), ':'), value...)
	rest := c.whole
	for room := lineOctets; len(rest) > room; room = lineOctets - 1 {
		n := fitting(rest, room)
		_, _ = c.out.Write(rest[:n])
		_, _ = c.out.WriteString("\r\n ")
		rest = rest[n:]
	}
	_, _ = c.out.Write(rest)
	_, _ = c.out.WriteString("\r\n")
}

// fitting is how many bytes of a longer line stand where there is so much room: whole
// characters.
func fitting(line []byte, room int) int {
	n := room
	for n > room-utf8.UTFMax && !utf8.RuneStart(line[n]) {
		n--
	}
	return n
}
