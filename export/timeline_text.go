package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"rapporteur/service"
)

// The widths of a timeline's columns in a terminal: the day, a lane, and the least that
// words need.
const (
	dayColumn   = 14
	laneColumn  = 6
	leastColumn = 34
	wordsColumn = 96
)

// text writes a timeline for a terminal: the day, a column for each lane, and what it was.
func (t *Timeline) text(w io.Writer, style Style) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s\n%s\n\n", style.title(t.title()), style.dim(t.below()))
	if len(t.Marks) == 0 {
		fmt.Fprintln(out, "Nothing with a day on the record.")
		return out.Flush()
	}
	heads := laneHeads(t.Lanes)
	before := strings.Repeat(" ", dayColumn)
	line := before
	for _, h := range heads {
		line += h + strings.Repeat(" ", laneColumn-letters(h))
	}
	fmt.Fprintln(out, style.paint(style.faint, strings.TrimRight(line, " ")))
	width := wordsColumn
	if t.Width > 0 {
		width = max(leastColumn, t.Width-dayColumn-laneColumn*len(heads))
	}
	now := t.now()
	for i := range t.Marks {
		if i == now {
			fmt.Fprintln(out, style.paint(style.faint, "──────────── "+nowWords))
		}
		t.mark(out, style, &t.Marks[i], len(heads), width)
	}
	fmt.Fprintln(out)
	for i, h := range heads {
		fmt.Fprintf(out, "%-*s%s\n", laneColumn, h, style.words(laneWords(&t.Lanes[i])))
	}
	fmt.Fprintln(out, style.paint(style.faint, t.key()))
	return out.Flush()
}

// mark writes a mark on as many lines as its words need.
func (t *Timeline) mark(out io.Writer, style Style, m *service.Mark, lanes, width int) {
	words, more := markWords(m)
	day := firstOf(when(m), string(m.First))
	if !m.Exact && !strings.HasPrefix(day, "about") {
		day = "≈ " + day
	}
	days := wrapped([]string{day}, dayColumn-2)
	cells := make([]string, lanes)
	for _, s := range m.Seats {
		if s.Lane < lanes {
			cells[s.Lane] = parts[s.Part].letter
		}
	}
	text := wrapped([]string{words + footing(&m.BriefLine)}, width)
	ids := len(text) + len(wrapped([]string{more}, width))
	text = append(text, wrapped([]string{more}, width)...)
	text = append(text, "["+Clean(m.Entries[0])+"]")
	for i := range max(len(text), len(days)) {
		var b strings.Builder
		pad := func(s string, n int) { b.WriteString(s + strings.Repeat(" ", max(1, n-letters(s)))) }
		switch {
		case i < len(days):
			pad(days[i], dayColumn)
		default:
			pad("", dayColumn)
		}
		for _, c := range cells {
			if i > 0 {
				c = ""
			}
			pad(c, laneColumn)
		}
		switch {
		case i >= len(text):
		case i == ids:
			b.WriteString(style.paint(style.id, text[i]))
		default:
			b.WriteString(text[i])
		}
		fmt.Fprintln(out, strings.TrimRight(b.String(), " "))
	}
}

// key explains the signs that stand in a timeline.
func (t *Timeline) key() string {
	var out []string
	for _, p := range []service.Part{service.AtIt, service.Awaited, service.KeptOut, service.DoesIt, service.Undergoes, service.Mutual} {
		for i := range t.Marks {
			if has(&t.Marks[i], p) {
				out = append(out, parts[p].letter+" "+parts[p].words)
				break
			}
		}
	}
	return strings.Join(append(out, "≈ day not known exactly"), "   ")
}

func has(m *service.Mark, p service.Part) bool {
	for _, s := range m.Seats {
		if s.Part == p {
			return true
		}
	}
	return false
}

// laneWords names a lane and counts what it has part in.
func laneWords(l *service.Lane) string {
	b := oneLine(l.Name) + ", " + counted(l.Marks, "entry")
	if l.Marks != 1 {
		b = oneLine(l.Name) + fmt.Sprintf(", %d entries", l.Marks)
	}
	if l.LeftOut > 0 {
		b += fmt.Sprintf(", left out of %d", l.LeftOut)
	}
	return b
}

// laneHeads gives short heads of lanes, each once: codes as they are, the first letters of
// the words of a name, or of its only word.
func laneHeads(lanes []service.Lane) []string {
	seen := map[string]bool{}
	out := make([]string, len(lanes))
	for i := range lanes {
		h := shortName(&lanes[i])
		for n := 2; seen[h]; n++ {
			h = fmt.Sprintf("%.3s%d", shortName(&lanes[i]), n)
		}
		seen[h] = true
		out[i] = h
	}
	return out
}

func shortName(l *service.Lane) string {
	if l.Party == "" {
		return "other"
	}
	if len(l.Party) < laneColumn && strings.ToUpper(l.Party) == l.Party {
		return Clean(oneLine(l.Party))
	}
	words := strings.Fields(Clean(l.Name))
	if len(words) == 1 {
		letters := []rune(words[0])
		return string(letters[:min(len(letters), laneColumn-1)])
	}
	var b strings.Builder
	for _, w := range words {
		if r := []rune(w)[0]; b.Len() < laneColumn-1 && (unicode.IsUpper(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
		}
	}
	if b.Len() < 2 {
		letters := []rune(strings.Join(words, ""))
		return string(letters[:min(len(letters), laneColumn-1)])
	}
	return b.String()
}
