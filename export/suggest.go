package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"rapporteur/record"
	"rapporteur/service"
)

// Suggestions writes proposals of dossiers as text or json: what goes together, why, what
// each would hold, and the command that keeps it.
func Suggestions(w io.Writer, s *service.Suggestions, format string, style Style) error {
	if format == "json" {
		return Indented(w, s)
	}
	out := bufio.NewWriter(w)
	if len(s.Dossiers) == 0 {
		fmt.Fprintf(out, "Nothing goes together in the %s that were looked at.\n", reportsOf(s.Reports))
	}
	for i := range s.Dossiers {
		d := &s.Dossiers[i]
		fmt.Fprintf(out, "%s  %s\n", style.paint(style.heading, Clean(d.Name)), style.words(held(d)))
		for _, part := range []struct {
			name string
			of   []service.Theme
		}{{"parties", d.Parties}, {"issues", d.Issues}, {"places", d.Places}} {
			if len(part.of) > 0 {
				fmt.Fprintf(out, "    %s: %s\n", part.name, style.words(themes(part.of)))
			}
		}
		fmt.Fprintf(out, "    why: %s\n", style.words(whyTogether(d)))
		if d.Like != "" {
			fmt.Fprintf(out, "    there already: dossier %s has the same\n", style.words(d.Like))
		}
		fmt.Fprintf(out, "    %s\n\n", style.paint(style.id, Clean(oneLine("rapporteur dossier add "+shellWords(d.Arguments)))))
	}
	if s.Cut {
		fmt.Fprintf(out, "%s\n", style.dim("looked at the newest entries alone; --limit 0 looks at all"))
	}
	return out.Flush()
}

func reportsOf(n int) string { return counted(n, "report") }

// held says how many entries a suggestion would hold.
func held(d *service.Suggestion) string {
	var parts []string
	for _, k := range []record.Kind{record.Meeting, record.Statement, record.Event, record.Position} {
		if n := d.Entries[k]; n > 0 {
			parts = append(parts, countedOver(n, slices.Contains(d.Over, k), string(k)))
		}
	}
	return strings.Join(parts, ", ")
}

// themes lists what goes together, each with the number of its reports.
func themes(all []service.Theme) string {
	parts := make([]string, len(all))
	for i, t := range all {
		parts[i] = fmt.Sprintf("%s (%d of %d)", oneLine(t.Name), t.Reports, t.All)
	}
	return strings.Join(parts, ", ")
}

// whyTogether says on how many reports a suggestion rests, and how close they are.
func whyTogether(d *service.Suggestion) string {
	b := counted(d.Reports, "report") + " tell of two of them or more"
	if d.Reports == 1 {
		b = "one report tells of two of them or more"
	}
	if d.First != "" {
		b += ", " + Day(d.First)
		if d.Last != d.First {
			b += " to " + Day(d.Last)
		}
	}
	return b + fmt.Sprintf("; closeness %.2f", d.Closeness)
}

// shellWords writes words as a shell takes them.
func shellWords(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		plain := strings.IndexFunc(w, func(r rune) bool {
			return !strings.ContainsRune("-_.:/@%+,=", r) && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
		}) < 0
		if out[i] = w; !plain || w == "" {
			out[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(out, " ")
}
