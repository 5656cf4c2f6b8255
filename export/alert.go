package export

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/alert"
	"rapporteur/record"
	"rapporteur/service"
)

// heads begin the line of what happened.
var heads = map[alert.When]string{alert.Moves: "Moved", alert.Planned: "Planned", alert.PutOff: "Put off", alert.Cancelled: "Called off",
	alert.Held: "Held", alert.LeftOut: "Left out", alert.Appears: "New", alert.Disagree: "Sources disagree"}

// Noticed puts into words what a rule of alerts found.
func Noticed(f *service.Found) alert.Notice {
	e := &f.Entry
	n := alert.Notice{When: f.When, Entry: e.ID, Title: heads[f.When] + ": " + Phrase(e), Sources: e.Sources, Confidence: sureness(e)}
	words := e.Evidence()
	switch {
	case f.Shift != nil:
		n.Title = heads[f.When] + ": " + f.Shift.Name + ", " + f.Shift.Issue.Label + ": " + turnPhrase(&f.Shift.From) + " → " + turnPhrase(&f.Shift.To)
		n.Changed = []string{"before: " + Clean(f.Shift.From.Quote.Text)}
	case f.Whom != "":
		n.Title = heads[f.When] + ": " + f.Whom + ", " + Phrase(e)
		words = append(absent(e, f.Whom), words...)
	case f.Field != "":
		field, actor, of := strings.Cut(f.Field, ":")
		if of {
			field += " of " + e.Called(actor)
		}
		n.Title = heads[f.When] + " on " + field + ": " + Phrase(e)
	}
	for _, c := range f.Fields {
		n.Changed = append(n.Changed, Clean(fmt.Sprintf("%s: %s → %s", c.Field, firstOf(c.Before, "nothing"), firstOf(c.Now, "nothing"))))
	}
	n.Title, n.Day = Clean(oneLine(n.Title)), dayOf(e)
	if len(words) > 0 {
		n.Words, n.Report = Clean(words[0].Text), words[0].Report
	}
	for i := range e.Members {
		if m := &e.Members[i]; m.Report == n.Report || n.Report == "" {
			n.Report, n.Outlet, n.URL = m.Report, Clean(string(m.Outlet)), Clean(string(m.URL))
			break
		}
	}
	return n
}

// turnPhrase is one side of a shift.
func turnPhrase(t *record.Turn) string {
	said := string(t.Stance) + " " + t.Proposal
	if t.Condition != nil && t.Condition.Text != "" {
		said += " (" + t.Condition.Text + ")"
	}
	return said
}

// sureness is how sure an entry is.
func sureness(e *record.Entry) float64 {
	switch {
	case e.Meeting != nil:
		return e.Meeting.Confidence
	case e.Event != nil:
		return e.Event.Confidence
	case e.Statement != nil:
		return e.Statement.Confidence
	case e.Position != nil:
		return e.Position.Confidence
	}
	return 1
}

// dayOf is when an entry happens or happened, as far as it is known.
func dayOf(e *record.Entry) string {
	switch {
	case e.Meeting != nil:
		return string(e.Meeting.Date)
	case e.Event != nil:
		return string(e.Event.Date)
	case e.Statement != nil:
		return string(e.Statement.Date)
	case e.Position != nil:
		return string(e.Position.Date)
	}
	return ""
}

// alertPage is what a letter of alerts is made of.
type alertPage struct {
	Rule    string
	Notices []alertItem
	More    int
}

type alertItem struct {
	alert.Notice
	// Link leads to the entry, empty where nobody knows the address of the server.
	Link string
}

//go:embed alert.html
var alertHTML string

var alertTemplate = template.Must(template.New("alert").Parse(alertHTML))

// lettered is the number of notices that a letter tells in full.
const lettered = 10

// Letter puts notices into the words of a letter. The base is the address of the server
// that has the entries, empty for none.
func Letter(rule string, notices []alert.Notice, base string) (*alert.Composed, error) {
	p := alertPage{Rule: Clean(rule), More: max(0, len(notices)-lettered)}
	for _, n := range notices[:min(len(notices), lettered)] {
		i := alertItem{Notice: n}
		if base != "" {
			i.Link = strings.TrimSuffix(base, "/") + "/e/" + n.Entry
		}
		p.Notices = append(p.Notices, i)
	}
	c := &alert.Composed{}
	if len(notices) == 1 {
		c.Subject = p.Rule + ": " + p.Notices[0].Title
	} else {
		c.Subject = fmt.Sprintf("%s: %d alerts", p.Rule, len(notices))
	}
	c.Text, c.Markdown = p.text(false), p.text(true)
	var b bytes.Buffer
	err := alertTemplate.Execute(&b, p)
	c.HTML = b.String()
	return c, err
}

// text writes a letter as text, or as Markdown.
func (p *alertPage) text(markdown bool) string {
	words, bullet, quote := func(s string) string { return s }, "", "    “"
	if markdown {
		words, bullet, quote = escapeInline, "- ", "  > “"
	}
	var b strings.Builder
	for i := range p.Notices {
		n := &p.Notices[i]
		fmt.Fprintf(&b, "%s%s\n", bullet, words(n.Title))
		for _, c := range n.Changed {
			fmt.Fprintf(&b, "    %s\n", words(c))
		}
		if n.Words != "" {
			fmt.Fprintf(&b, "%s%s”\n", quote, words(oneLine(n.Words)))
		}
		if foot := n.foot(); foot != "" {
			fmt.Fprintf(&b, "    %s\n", words(foot))
		}
		b.WriteByte('\n')
	}
	if p.More > 0 {
		fmt.Fprintf(&b, "and %d more\n", p.More)
	}
	return b.String()
}

// Foot says where a notice comes from.
func (i *alertItem) Foot() string { return i.foot() }

func (i *alertItem) foot() string {
	return strings.Join(strings.Fields(strings.Join([]string{i.Outlet, i.URL, counted(i.Sources, "source"), i.Entry, i.Link}, "  ")), " ")
}

// NoticeBody is a notice below its title, in one line.
func NoticeBody(n *alert.Notice) string {
	body := strings.Join(n.Changed, "; ")
	if n.Words != "" {
		body += " “" + oneLine(n.Words) + "”"
	}
	return strings.TrimSpace(body + " " + (&alertItem{Notice: *n}).foot())
}

// absent is the evidence that somebody was left out.
func absent(e *record.Entry, whom string) []rapporteur.Span {
	for i := range e.Meeting.Attendance {
		if a := &e.Meeting.Attendance[i]; e.Called(a.Actor) == whom && len(a.Evidence) > 0 {
			return a.Evidence
		}
	}
	return nil
}

// Digest puts a brief into the forms of a letter.
func Digest(rule string, b *service.Brief, from time.Time) (*alert.Composed, error) {
	c := &alert.Composed{Subject: Clean(rule), From: from}
	for _, f := range []struct {
		to     *string
		format string
		style  Style
	}{{&c.Text, "text", Plain()}, {&c.Markdown, "markdown", Markdown()}, {&c.HTML, "html", Plain()}} {
		var out bytes.Buffer
		if err := (&Brief{Brief: b}).Write(&out, f.format, f.style); err != nil {
			return nil, err
		}
		*f.to = out.String()
	}
	return c, nil
}
