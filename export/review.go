package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"rapporteur/service"
)

// verdictKeys are the keys of verdicts, and what they are called.
var verdictKeys = []struct {
	of    service.Verdict
	shown string
}{{service.Accepted, "[a]ccept"}, {service.Mended, "[m]end"}, {service.Rejected, "[r]eject"}, {service.Merged, "[j]oin"}, {service.SplitOff, "[s]plit"}}

// Doubt is one thing to judge, for people: what is asked, why, and the words.
type Doubt struct {
	*service.Doubt
	// At is its place among Of.
	At, Of int
}

// Write writes a doubt as text, with the keys that can be pressed.
func (d *Doubt) Write(w io.Writer, style Style) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "\n%s\n", style.paint(style.heading, fmt.Sprintf("%d of %d · %s", d.At, d.Of, question(d.Doubt))))
	d.body(out, style)
	var keys []string
	for _, k := range verdictKeys {
		for _, v := range d.Verdicts {
			if v == k.of {
				keys = append(keys, k.shown)
			}
		}
	}
	fmt.Fprintln(out, style.dim(strings.Join(keys, " ")+" · [n]ext [u]ndo [?] [q]uit"))
	return out.Flush()
}

// body is what is doubtful, why, and the words of the reports.
func (d *Doubt) body(out io.Writer, style Style) {
	for _, a := range d.Actors {
		fmt.Fprintf(out, "%s %s, %s\n", style.paint(style.id, Clean(a.ID)), Clean(a.Name), tally(a.Entries, "entry", "entries"))
	}
	for i := range d.Entries {
		e := &d.Entries[i]
		fmt.Fprintf(out, "%s %s\n", style.paint(style.id, Clean(e.ID)), Clean(Phrase(e)))
		for k := range e.Disputes {
			fmt.Fprintf(out, "    %s\n", Clean(versions(e, &e.Disputes[k])))
		}
	}
	fmt.Fprintf(out, "    doubtful: %s\n    matters: %s\n", Clean(strings.Join(d.Because, "; ")), Clean(strings.Join(d.Matters, "; ")))
	for i := range d.Told {
		t := &d.Told[i]
		fmt.Fprintf(out, "  %s\n", style.dim(strings.Join(compact(string(t.Outlet), Day(t.Published), string(t.Title), t.Entry), " · ")))
		for k := range t.Passages {
			fmt.Fprintf(out, "    %s\n", shownIn(&t.Passages[k], style))
		}
	}
}

// question is what a person is asked.
func question(d *service.Doubt) string {
	switch d.Kind {
	case service.OfMeetings:
		return fmt.Sprintf("one meeting, or two? (%.2f)", d.Weight)
	case service.OfActors:
		return fmt.Sprintf("one actor, or two? (%.2f)", d.Weight)
	}
	of := "one thing, and as it says"
	if len(d.Part) == 0 {
		of = "as it says"
	}
	return fmt.Sprintf("%s: %s? (%.2f)", d.Entries[0].Kind, of, d.Weight)
}

// compact leaves out what is empty.
func compact(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// shownIn is a paragraph with the words that an entry stands on set off; what is far from
// them is left out.
func shownIn(p *service.Passage, style Style) string {
	var b strings.Builder
	for i, run := range p.Runs {
		text := oneLine(run.Text)
		if run.Evidence {
			b.WriteString(style.paint(style.strong, Clean(text)))
		} else {
			b.WriteString(Clean(aside(text, i > 0, i < len(p.Runs)-1)))
		}
		b.WriteString(" ")
	}
	out := strings.TrimSpace(b.String())
	if p.Translation != "" {
		out += " [translated: “" + Clean(oneLine(p.Translation)) + "”]"
	}
	return out
}

// besides is how many letters are shown beside the words.
const besides = 400

// aside shortens words behind and before what is set off.
func aside(text string, behind, before bool) string {
	points := []rune(text)
	switch {
	case behind && before && len(points) > 2*besides:
		return string(points[:besides]) + " … " + string(points[len(points)-besides:])
	case behind && !before && len(points) > besides:
		return string(points[:besides]) + " …"
	case before && !behind && len(points) > besides:
		return "… " + string(points[len(points)-besides:])
	}
	return text
}

// Doubts lists what is to be judged.
func Doubts(all *service.Doubts) *Listing {
	l := &Listing{Columns: []string{"weight", "kind", "entries", "what", "because", "matters"}, None: "Nothing is doubtful enough to ask about."}
	for i := range all.Doubts {
		d := &all.Doubts[i]
		l.Values = append(l.Values, d)
		var what []string
		for k := range d.Entries {
			what = append(what, Phrase(&d.Entries[k]))
		}
		for k := range d.Actors {
			what = append(what, d.Actors[k].Name)
		}
		weight := fmt.Sprintf("%.3f", d.Weight)
		l.Rows = append(l.Rows, []string{weight, string(d.Kind), strings.Join(d.IDs(), "; "), strings.Join(what, " / "), strings.Join(d.Because, "; "), strings.Join(d.Matters, "; ")})
		l.Items = append(l.Items, Item{Entry: d.Entries[0].ID, Head: strings.Join(append(d.IDs()[1:], strings.Join(what, " / ")), " "),
			Lines: []string{weight + " · " + string(d.Kind), "doubtful: " + strings.Join(d.Because, "; "), "matters: " + strings.Join(d.Matters, "; ")}})
	}
	return l
}
