package export

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"rapporteur"
	"rapporteur/record"
)

// Matrix is a table of parties by issues or by meetings.
type Matrix struct {
	Corner string `json:"corner"`
	// Columns are short names, Legend says what each one is.
	Columns []string `json:"columns"`
	Legend  []string `json:"legend"`
	Rows    []Row    `json:"rows"`
	// Blank is what an empty cell means.
	Blank string `json:"blank"`
}

// Row is a party with its cells, empty where nothing is known.
type Row struct {
	Name  string   `json:"name"`
	Cells []string `json:"cells"`
}

// Positions makes a table of parties by issues: where each stands now, and with
// an arrow whether it has moved. Parties without a name are left out.
func Positions(lines []record.Line) *Matrix {
	m := &Matrix{Corner: "party", Blank: "nothing on record"}
	for i := range lines {
		l := &lines[i]
		if last := &l.Positions[len(l.Positions)-1]; !last.IsNamed(l.Party) {
			continue
		}
		m.set(l.Name, m.column(l.Issue.ID, l.Issue.Label), course(l))
	}
	m.finish()
	return m
}

// course is where a party stands on an issue, and where it stood before it last moved.
func course(l *record.Line) string {
	now := string(l.Latest().Stance)
	if len(l.Shifts) == 0 {
		return now
	}
	switch before := string(l.Shifts[len(l.Shifts)-1].From.Stance); {
	case before != now:
		return before + " → " + now
	case l.Latest().Stance == rapporteur.ConditionalStance:
		return now + ", condition moved"
	default:
		return now
	}
}

// unnamed is the row of those who are at meetings without a name.
const unnamed = "others, unnamed"

// Attendance makes a table of parties by meetings, the oldest first. Who is not
// mentioned has an empty cell, which is not the same as being absent.
func Attendance(meetings []record.Entry) *Matrix {
	m := &Matrix{Corner: "party", Blank: "not mentioned"}
	names := map[string]string{}
	for i := range meetings {
		maps.Copy(names, meetings[i].Names)
	}
	for i := range meetings {
		e := &meetings[i]
		column := m.column(fmt.Sprintf("M%d", i+1), e.ID+"  "+Phrase(e)+" "+Sources(e, 3))
		for _, a := range e.Meeting.Attendance {
			side := string(a.For)
			if side == "" {
				side = a.Actor
			}
			cell := string(a.Presence)
			if a.Role != "" && a.Role != rapporteur.Participant && !a.Presence.LeftOut() {
				cell = string(a.Role)
			}
			name := names[side]
			switch {
			case !e.IsNamed(side):
				name = unnamed
			case name == "":
				name = called(e, side)
			}
			m.set(name, column, cell)
		}
	}
	m.finish()
	return m
}

func (m *Matrix) column(name, legend string) int {
	if i := slices.Index(m.Columns, name); i >= 0 {
		return i
	}
	m.Columns, m.Legend = append(m.Columns, name), append(m.Legend, legend)
	return len(m.Columns) - 1
}

func (m *Matrix) set(row string, column int, cell string) {
	i := slices.IndexFunc(m.Rows, func(r Row) bool { return r.Name == row })
	if i < 0 {
		m.Rows = append(m.Rows, Row{Name: row})
		i = len(m.Rows) - 1
	}
	r := &m.Rows[i]
	for len(r.Cells) <= column {
		r.Cells = append(r.Cells, "")
	}
	if !strings.Contains(r.Cells[column], cell) {
		r.Cells[column] = strings.TrimPrefix(r.Cells[column]+", "+cell, ", ")
	}
}

// finish fills the rows up and puts those with most to say first.
func (m *Matrix) finish() {
	for i := range m.Rows {
		for len(m.Rows[i].Cells) < len(m.Columns) {
			m.Rows[i].Cells = append(m.Rows[i].Cells, "")
		}
	}
	slices.SortStableFunc(m.Rows, func(a, b Row) int {
		switch d := b.filled() - a.filled(); {
		case a.Name == unnamed:
			return 1
		case b.Name == unnamed:
			return -1
		case d != 0:
			return d
		}
		return strings.Compare(a.Name, b.Name)
	})
}

func (r Row) filled() int {
	n := 0
	for _, c := range r.Cells {
		if c != "" {
			n++
		}
	}
	return n
}

// Write writes a matrix as text, markdown, csv or json.
func (m *Matrix) Write(w io.Writer, format string) error {
	switch format {
	case "json":
		return Indented(w, m)
	case "csv":
		return m.csv(w)
	case "markdown":
		return m.markdown(w)
	}
	return m.text(w)
}

func (m *Matrix) csv(w io.Writer) error {
	rows := [][]string{append([]string{m.Corner}, m.Columns...)}
	for _, r := range m.Rows {
		rows = append(rows, append([]string{r.Name}, r.Cells...))
	}
	return sheet(w, rows...)
}

func (m *Matrix) markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	row := func(name string, cells []string) {
		fmt.Fprintf(out, "| %s |", escape(name))
		for _, c := range cells {
			fmt.Fprintf(out, " %s |", escape(c))
		}
		fmt.Fprintln(out)
	}
	row(m.Corner, m.Columns)
	fmt.Fprintf(out, "|---%s|\n", strings.Repeat("|---", len(m.Columns)))
	for _, r := range m.Rows {
		row(r.Name, r.Cells)
	}
	fmt.Fprintln(out)
	for i, l := range m.Legend {
		fmt.Fprintf(out, "- %s: %s\n", escape(m.Columns[i]), escape(oneLine(l)))
	}
	return out.Flush()
}

func (m *Matrix) text(w io.Writer) error {
	m = cleaned(m)
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, strings.ToUpper(m.Corner)+"\t"+strings.Join(m.Columns, "\t"))
	for _, r := range m.Rows {
		cells := slices.Clone(r.Cells)
		for i, c := range cells {
			if c == "" {
				cells[i] = "·"
			}
		}
		fmt.Fprintln(out, r.Name+"\t"+strings.Join(cells, "\t"))
	}
	if err := out.Flush(); err != nil {
		return err
	}
	legend := bufio.NewWriter(w)
	fmt.Fprintf(legend, "\n·  %s\n", m.Blank)
	for i, l := range m.Legend {
		fmt.Fprintf(legend, "%s  %s\n", m.Columns[i], l)
	}
	return legend.Flush()
}
