package export

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"strings"

	"rapporteur"
)

// Text writes a reading for people: the report's head, then meetings,
// statements, events, positions and notices, each with its sentence and the
// decisive words set off.
func Text(w io.Writer, reading *rapporteur.Reading, style Style) error {
	reading = cleaned(reading)
	p := &page{Writer: bufio.NewWriter(w), Style: style, reading: reading, names: map[string]rapporteur.Actor{}, mentions: mentionsOf(reading.Actors)}
	for _, a := range reading.Actors {
		p.names[a.ID] = a
	}
	p.head()
	p.meetings()
	p.statements()
	p.events()
	p.positions()
	p.notices()
	return p.Flush()
}

// page is a reading on its way to paper.
type page struct {
	*bufio.Writer
	Style
	reading *rapporteur.Reading
	names   map[string]rapporteur.Actor
	// mentions are those of the actors.
	mentions mentions
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

func (p *page) head() {
	r := &p.reading.Report
	title := string(r.Title)
	if title == "" {
		title = opening(r)
	}
	p.line("%s", p.title(title))
	known := facts(string(r.Outlet), string(r.Byline), string(r.Published), string(r.Genre))
	if !p.markdown {
		p.line("%s", p.dim(facts(known, string(r.URL))))
		return
	}
	p.line("\n%s", facts(p.dim(known), link(string(r.URL))))
}

// link writes an address of the web so that a reader can follow it, and any other as
// words.
func link(address string) string {
	if u, err := url.Parse(address); err != nil || u.Scheme != "http" && u.Scheme != "https" || strings.ContainsAny(address, "<> ") {
		return escape(address)
	}
	return "<" + address + ">"
}

// opening gives the first words of the body, for a report without a title.
func opening(r *rapporteur.Report) string {
	points := []rune(r.Text)
	for _, g := range r.Paragraphs {
		if g.Kind != rapporteur.Body {
			continue
		}
		words := strings.Fields(string(points[g.Start:g.End]))
		if len(words) > 12 {
			return strings.Join(words[:12], " ") + " …"
		}
		return strings.Join(words, " ")
	}
	return "untitled report"
}

func (p *page) open(name string, n int) bool {
	if n == 0 {
		return false
	}
	p.line("\n%s", p.section(fmt.Sprintf("%s (%d)", name, n)))
	return true
}

// entry writes an entry's first line, words alone, and the lines below it, which are
// marked up already.
func (p *page) entry(first string, below ...string) {
	bullet, indent := "\n  ", "    "
	if p.markdown {
		bullet, indent = "\n- ", "  "
	}
	p.line("%s%s", bullet, p.words(first))
	for _, b := range below {
		if b != "" {
			if p.markdown {
				p.line("%s<br>%s", indent, b)
				continue
			}
			p.line("%s%s", indent, b)
		}
	}
}

// who names an actor with whom it acts for.
func (p *page) who(id string) string {
	a, ok := p.names[id]
	if !ok {
		return id
	}
	side := a.State
	if len(a.Roles) > 0 && a.Roles[0].For != "" {
		side = a.Roles[0].For
	}
	if side != "" && a.Kind != rapporteur.State {
		return fmt.Sprintf("%s (%s)", a.Name, side)
	}
	return a.Name
}

func (p *page) everyone(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = p.who(id)
	}
	return strings.Join(names, ", ")
}

// why names the rule and the confidence, if asked for.
func (p *page) why(b rapporteur.Basis) string {
	if !p.Explain {
		return ""
	}
	return p.dim(explained(&b))
}

// explained says what found an entry in a report, how sure it is, and by which words.
func explained(b *rapporteur.Basis) string {
	return fmt.Sprintf("rule: %s; confidence %.2f; id %s%s", b.Rule, b.Confidence, b.ID, toldBy(b.Told))
}

// toldBy names the word that carries an entry and those that fill its roles, with their
// probabilities.
func toldBy(t *rapporteur.Told) string {
	if t == nil {
		return ""
	}
	s := fmt.Sprintf("; trigger “%s” %.2f", read(t.Trigger), t.Probability)
	for _, r := range t.Roles {
		s += fmt.Sprintf("; %s “%s” %.2f", r.Role, read(r.Words), r.Probability)
	}
	return s
}
