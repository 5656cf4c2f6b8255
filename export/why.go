package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// Explanation is an entry with the reasons that hold it together.
type Explanation struct {
	Entry   *record.Entry   `json:"entry"`
	Reasons []record.Reason `json:"reasons"`
	// Learned are the holders of offices for whom the entry was read by the word of
	// other reports.
	Learned []record.Holder `json:"learned,omitempty"`
}

// Write writes an explanation as text or json.
func (x *Explanation) Write(w io.Writer, format string, style Style) error {
	if format == "json" {
		return Indented(w, x)
	}
	x = cleaned(x)
	out := bufio.NewWriter(w)
	e := x.Entry
	if e.SupersededBy != "" {
		fmt.Fprintf(out, "%s became part of %s\n", e.ID, e.SupersededBy)
		return out.Flush()
	}
	kind := "a"
	if e.Kind == record.Event {
		kind = "an"
	}
	fmt.Fprintf(out, "%s, %s %s, %s, %s\n", style.paint(style.strong, e.ID), kind, e.Kind,
		counted(len(e.Members), "report"), counted(e.Sources, "independent source"))
	for i := range e.Members {
		x.member(out, i, style)
	}
	for i := range x.Learned {
		learnedFrom(out, &x.Learned[i], style)
	}
	for _, c := range e.Corrected {
		said := "corrected"
		if c.Judges() {
			said = "judged"
		}
		fmt.Fprintf(out, "\n%s by %s: %s\n", said, c.By, c)
	}
	return out.Flush()
}

// learnedFrom lists the reports by whose word somebody is taken to hold an office.
func learnedFrom(out io.Writer, h *record.Holder, style Style) {
	title := h.Title
	if h.Acting {
		title = "acting " + title
	}
	fmt.Fprintf(out, "\n%s is taken for the %s of %s, as learned from other reports, %.2f sure:\n", h.Name, title, h.Post.For, h.Confidence)
	for _, n := range h.From {
		fmt.Fprintf(out, "%s\n", style.dim(strings.Join(strings.Fields(fmt.Sprint(n.Report, " ", n.Published, " ", n.Outlet)), " ")))
		for _, s := range n.Evidence {
			if s.Text != "" {
				fmt.Fprintf(out, "    “%s”%s\n", oneLine(s.Text), translated(s))
			}
		}
	}
}

// member lists every sentence of a report that the entry rests on, and what links the
// report to one before it.
func (x *Explanation) member(out io.Writer, i int, style Style) {
	m := &x.Entry.Members[i]
	fmt.Fprintf(out, "\n%s\n", style.dim(strings.Join(strings.Fields(fmt.Sprint(m.Report, " ", m.Published, " ", m.Outlet)), " ")))
	for _, s := range joined(&m.Content) {
		fmt.Fprintf(out, "    “%s”%s\n", oneLine(s.Text), translated(s))
	}
	if b := m.Basis(); style.Explain && b != nil {
		fmt.Fprintf(out, "    %s\n", style.dim(explained(b)))
	}
	for _, why := range x.Reasons {
		if i > 0 && why.B.Report == m.Report && why.B.ID == m.ID {
			fmt.Fprintf(out, "    same %s as in %s: %s\n", why.Rule, why.A.Report, strings.Join(why.Because, "; "))
		}
	}
}

// joined gives the sentences of one report that were put together: where it tells
// of one meeting in several places, those that tell who was there, who was not, and
// how it stood before.
func joined(c *record.Content) []rapporteur.Span {
	all := slices.Clone(c.Evidence())
	if m := c.Meeting; m != nil {
		for _, a := range m.Attendance {
			all = append(all, a.Evidence...)
		}
		for _, h := range m.History {
			all = append(all, h.Evidence...)
		}
	}
	var out []rapporteur.Span
	for _, s := range all {
		if s.Text != "" && !shown(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// Changes is what happened to an entry, the oldest first.
type Changes []record.Change

// Write writes the changes as text, a line each, or json.
func (all Changes) Write(w io.Writer, format string, style Style) error {
	if format == "json" {
		return Indented(w, []record.Change(all))
	}
	out := bufio.NewWriter(w)
	for _, c := range cleaned(all) {
		parts := []string{style.dim(c.At.Format(time.RFC3339)), c.What}
		for _, v := range []string{c.Report, string(c.Published), string(c.Outlet), c.Entry} {
			if v != "" {
				parts = append(parts, v)
			}
		}
		if c.By != "" {
			parts = append(parts, "by "+c.By)
		}
		if c.Correction != nil {
			parts = append(parts, c.Correction.String())
		}
		fmt.Fprintln(out, strings.Join(parts, "  "))
	}
	return out.Flush()
}
