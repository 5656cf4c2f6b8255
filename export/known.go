package export

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"rapporteur/service"
)

// Known lists actors that the tables know.
type Known []service.KnownActor

// Write writes a list of actors as text, json or tsv.
func (k Known) Write(w io.Writer, format string) error {
	switch format {
	case "json":
		return Indented(w, []service.KnownActor(k))
	case "tsv":
		return k.tsv(w)
	}
	return k.text(w)
}

// tsv writes a line a term, or one for an actor without.
func (k Known) tsv(w io.Writer) error {
	lines := [][]string{{"id", "kind", "name", "state", "office", "for", "from", "to", "known_until", "how"}}
	for _, a := range cleaned(k) {
		actor := []string{a.ID, a.Kind, a.Name, a.State}
		if len(a.Terms) == 0 {
			lines = append(lines, append(actor, "", "", "", "", "", ""))
		}
		for _, t := range a.Terms {
			lines = append(lines, append(actor[:4:4], t.Office, t.For, t.From, t.To, t.KnownUntil, how(&t)))
		}
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(w, strings.Join(line, "\t")); err != nil {
			return err
		}
	}
	return nil
}

// text writes aligned columns for people. An office still held on the
// last day that the table knows ends with that day and a plus sign.
func (k Known) text(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	for _, a := range cleaned(k) {
		actor := strings.Join([]string{a.ID, a.Kind, a.Name, a.State}, "\t")
		if len(a.Terms) == 0 {
			fmt.Fprintf(t, "%s\t%s\n", actor, strings.TrimSpace(a.Status+" "+a.Sector))
		}
		for _, term := range a.Terms {
			to := term.To
			if to == "" {
				to = term.KnownUntil + "+"
			}
			fmt.Fprintf(t, "%s\t%s, %s\t%s to %s%s\n", actor, officeOf(&term), term.For, term.From, to, marked(&term))
		}
	}
	return t.Flush()
}

// officeOf is the office of a term, with how it is held.
func officeOf(t *service.KnownTerm) string {
	if t.Acting {
		return t.Title + " (acting)"
	}
	return t.Title
}

// how says what a term rests on: a table, what is presumed of a table's last holder, or
// what reports say.
func how(t *service.KnownTerm) string {
	switch {
	case len(t.Learned) > 0:
		return "learned"
	case t.Presumed:
		return "presumed"
	}
	return "table"
}

// marked says the same for people, with the reports.
func marked(t *service.KnownTerm) string {
	switch how(t) {
	case "learned":
		var from []string
		for _, n := range t.Learned {
			from = append(from, n.Report)
		}
		if len(from) > mostReports {
			from = append(from[:mostReports:mostReports], "…")
		}
		return fmt.Sprintf(" (learned from %s: %s, %.2f sure)", counted(len(t.Learned), "report"), strings.Join(from, " "), t.Confidence)
	case "presumed":
		return " (presumed)"
	}
	return ""
}

// mostReports is the number of reports that a line names.
const mostReports = 3
