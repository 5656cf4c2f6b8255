package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/chart"
	"rapporteur/record"
	"rapporteur/service"
)

// Timeline is meetings and events in the order of time, on its way to paper.
type Timeline struct {
	*service.Timeline
	// Width is the number of letters that a line of text may have, 0 for any.
	Width int
}

// Write writes a timeline as text, markdown, svg or json.
func (t *Timeline) Write(w io.Writer, format string, style Style) error {
	switch format {
	case "json":
		return Indented(w, t.Timeline)
	case "svg":
		return Drawn(t.Timeline, nil).SVG(w)
	case "markdown", "md":
		return t.markdown(w)
	}
	return t.text(w, style)
}

// title says what a timeline is about.
func (t *Timeline) title() string {
	b := "Timeline"
	switch {
	case t.Since != "":
		b += ", " + span(t.Since, t.Until)
	case t.Until != "":
		b += ", up to " + Day(t.Until)
	}
	if t.About != "" {
		b += ": " + t.About
	}
	return b
}

// below says how far the record reaches, and what is left out.
func (t *Timeline) below() string {
	parts := []string{fmt.Sprintf("the last report is of %s", firstOf(Day(t.LastReport), "no day"))}
	if t.AsOf != nil {
		parts = append(parts, AsOf(t.AsOf))
	}
	if t.Undated > 0 {
		parts = append(parts, fmt.Sprintf("%d without a day and %d doubtful left out, --all shows them", t.Undated, t.Doubtful))
	} else if t.Doubtful > 0 {
		parts = append(parts, fmt.Sprintf("%d doubtful left out, --all shows them", t.Doubtful))
	}
	return strings.Join(parts, "; ")
}

// nowWords stand on the line between what was and what is to come.
const nowWords = "the last report; from here on it is to come"

// now is the place of the first mark that is to come.
func (t *Timeline) now() int {
	at := slices.IndexFunc(t.Marks, func(m service.Mark) bool { return m.ToCome })
	if at < 0 {
		return len(t.Marks)
	}
	return at
}

// when is the day of a mark in words.
func when(m *service.Mark) string {
	if m.Told {
		return "told " + Day(m.First)
	}
	return Day(m.When)
}

// markWords say what a mark is, without its day: in a few words, and what else is known.
func markWords(m *service.Mark) (words, more string) {
	if m.Of == record.Meeting {
		words = strings.TrimSpace(strings.TrimSuffix(gathered[m.Status], ":") + " " + kinds[m.Kind])
		if m.Where != "" {
			words += ", " + m.Where
		}
		words += ": " + firstOf(list(m.Who), "nobody who is named")
		var also []string
		for _, a := range m.Left {
			also = append(also, list(a.Who)+" "+absentWords[a.Presence])
		}
		if m.What != "" {
			also = append(also, "about "+cut(m.What, longCell))
		}
		if m.Outcome != "" {
			also = append(also, "came of it: "+cut(m.Outcome, longCell))
		}
		return words, strings.Join(also, "; ")
	}
	words = acted(m.Act, m.Mode, m.Modality, m.Who, m.To)
	if m.Where != "" && !strings.HasSuffix(words, m.Where) {
		words += ", " + m.Where
	}
	if more = cut(m.What, 2*longCell); m.Verbatim && more != "" {
		more = "“" + strings.Trim(more, "“”\"") + "”"
	}
	return words, more
}

// Drawn makes a drawing of a timeline. link gives the address of an entry by its id; it
// may be nil.
func Drawn(t *service.Timeline, link func(id string) string) *chart.Timeline {
	of := &Timeline{Timeline: t}
	c := &chart.Timeline{Title: Clean(of.title()), Note: Clean(of.below()), Now: of.now(), Legend: true}
	if len(t.Marks) > 0 {
		c.NowWords = nowWords
	} else {
		c.Note += "; " + nothingDated
	}
	for i := range t.Lanes {
		c.Lanes = append(c.Lanes, Clean(oneLine(t.Lanes[i].Name)))
	}
	before := 0
	for i := range t.Marks {
		m := &t.Marks[i]
		words, more := markWords(m)
		row := chart.Row{Date: Clean(when(m)), Rough: !m.Exact, Words: Clean(words + footing(&m.BriefLine)), More: Clean(more), Course: courses[m.Course]}
		if day, _, ok := record.DaysOf(rapporteur.Date(firstOf(string(m.First), string(m.Last)))); ok {
			if before != 0 {
				row.Gap = day - before
			}
			before = day
		}
		if link != nil && len(m.Entries) > 0 {
			row.Link = Clean(link(m.Entries[0]))
		}
		for _, s := range m.Seats {
			if s.Lane < len(c.Lanes) {
				p := parts[s.Part]
				row.Marks = append(row.Marks, chart.Mark{Lane: s.Lane, Sign: p.sign, Words: c.Lanes[s.Lane] + ": " + Clean(firstOf(string(s.Presence), p.words))})
			}
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

var courses = map[service.Course]chart.Course{service.CameAbout: chart.Past, service.Intended: chart.Planned, service.CameToNil: chart.Off}

// parts are what a party has to do with a mark: as a sign of a terminal, as one of a
// drawing, and in words.
var parts = map[service.Part]struct {
	letter string
	sign   chart.Sign
	words  string
}{
	service.AtIt: {"●", chart.There, "was there"}, service.Awaited: {"○", chart.Expected, "expected"}, service.KeptOut: {"×", chart.LeftOut, "left out, or stayed away"},
	service.DoesIt: {"▸", chart.Does, "does it"}, service.Undergoes: {"◂", chart.Undergoes, "to whom it is done"}, service.Mutual: {"◆", chart.Both, "does it, and it is done to them"},
}

const nothingDated = "nothing with a day on the record"

// markdown writes a table, a row a mark.
func (t *Timeline) markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# %s\n\n%s\n\n| day | what |", escape(oneLine(t.title())), escape(t.below()))
	for i := range t.Lanes {
		fmt.Fprintf(out, " %s |", escape(oneLine(t.Lanes[i].Name)))
	}
	fmt.Fprintf(out, "\n|---|---%s|\n", strings.Repeat("|---", len(t.Lanes)))
	for i := range t.Marks {
		m := &t.Marks[i]
		words, more := markWords(m)
		if more != "" {
			words += "; " + more
		}
		day := firstOf(when(m), string(m.First))
		if m.ToCome {
			day += " (to come)"
		}
		fmt.Fprintf(out, "| %s | %s |", escape(oneLine(day)), escape(oneLine(words+footing(&m.BriefLine)+" ["+m.Entries[0]+"]")))
		cells := make([]string, len(t.Lanes))
		for _, s := range m.Seats {
			if s.Lane < len(cells) {
				cells[s.Lane] = firstOf(string(s.Presence), parts[s.Part].words)
			}
		}
		for _, c := range cells {
			fmt.Fprintf(out, " %s |", escape(oneLine(c)))
		}
		fmt.Fprintln(out)
	}
	if len(t.Marks) == 0 {
		fmt.Fprintf(out, "\n%s\n", nothingDated)
	}
	return out.Flush()
}

// MarkLine says in a line what a mark of a timeline is, and when.
func MarkLine(m *service.Mark) string {
	words, _ := markWords(m)
	return Clean(words + ", " + when(m))
}
