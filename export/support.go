package export

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// quoteOf gives words that support an entry, in quotation marks: those of a
// report that says what the record says, so that a meeting that was held is not
// shown by the report that announced it. For statements, whose words are in their
// sentence already, it gives nothing.
func quoteOf(e *record.Entry) string {
	if e.Statement != nil {
		return ""
	}
	_, status := standing(&e.Content)
	for _, m := range e.Reporting() {
		if _, says := standing(&m.Content); says == status {
			if words := firstWords(m.Evidence()); words != "" {
				return words
			}
		}
	}
	return firstWords(e.Evidence())
}

func firstWords(spans []rapporteur.Span) string {
	for _, s := range spans {
		if s.Text != "" {
			return "“" + oneLine(s.Text) + "”" + translated(s)
		}
	}
	return ""
}

// versions puts what reports disagree on side by side, each with who says so.
func versions(e *record.Entry, d *record.Dispute) string {
	field, actor, of := strings.Cut(d.Field, ":")
	if of {
		field += " of " + called(e, actor)
	}
	var out []string
	for i := range d.Versions {
		v := &d.Versions[i]
		value := v.Value
		if field == "date" {
			value = Day(rapporteur.Date(value))
		}
		out = append(out, fmt.Sprintf("%s (%s)", value, holders(e, v)))
	}
	return field + ": " + strings.Join(out, ", or ")
}

// holders names the outlets that give a version, or where one of them is not
// known says how many sources it has.
func holders(e *record.Entry, v *record.Version) string {
	var out []string
	for i := range e.Members {
		m := &e.Members[i]
		if !slices.Contains(v.Reports, m.Report) {
			continue
		}
		if m.Outlet == "" {
			return counted(v.Sources, "source")
		}
		if !slices.Contains(out, string(m.Outlet)) {
			out = append(out, string(m.Outlet))
		}
	}
	if len(out) == 0 {
		return counted(v.Sources, "source")
	}
	return strings.Join(out, ", ")
}

func counted(n int, noun string) string { return tally(n, noun, noun+"s") }

// countedOver is a number of things, or that there are more than that.
func countedOver(n int, over bool, noun string) string {
	if over {
		return "more than " + counted(n, noun)
	}
	return counted(n, noun)
}

// andMore says how many more there are than are shown, or that there are more than that.
func andMore(n int, over bool) string {
	if over {
		return fmt.Sprintf("and more than %d more", n)
	}
	return fmt.Sprintf("and %d more", n)
}

// tally is a number of things.
func tally(n int, one, more string) string {
	if n == 1 {
		more = one
	}
	return fmt.Sprintf("%d %s", n, more)
}
