package export

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"rapporteur"
	"rapporteur/service"
)

// Brief is a page for somebody who has two minutes, on its way to paper.
type Brief struct {
	*service.Brief
	// Quotes shows the words of the reports below every line; without it they stand
	// below who moved alone, and in a web page behind each line.
	Quotes bool
	// Edits are what a person made of its lines, by their keys.
	Edits map[string]BriefEdit
}

// paper is what is the same in every form of a brief: headings, and below them lines of
// words with the ids of what they stand on.
type paper struct {
	title, below string
	sections     []pageSection
	foot         string
	// nothing stands where there is no section.
	nothing string
}

type pageSection struct {
	name  string
	items []pageItem
	more  string
}

// pageItem is a line: its first words, which name when and where or who, the others, and
// its ids; below it further facts and the words of reports.
type pageItem struct {
	lead, rest string
	ids        string
	facts      []string
	quotes     []string
	// shown says that the quotes stand on the page in any case.
	shown bool
}

// Write writes the page as text, markdown, json, html or docx.
func (b *Brief) Write(w io.Writer, format string, style Style) error {
	switch format {
	case "json":
		return Indented(w, b.Brief)
	case "html":
		return b.page().html(w)
	case "docx":
		return b.page().docx(w, b.Quotes)
	}
	return b.page().text(w, style, b.Quotes)
}

// page puts a brief into words.
func (b *Brief) page() *paper {
	p := &paper{title: "Brief, " + b.days(), foot: "rapporteur why ID shows the words that a line stands on, --long all lines."}
	if b.About != "" {
		p.title += ": " + b.About
	}
	p.below = "from " + countedOver(b.Reports, b.ReportsOver, "report")
	if b.AsOf != nil {
		p.below += ", " + AsOf(b.AsOf)
	}
	if b.Opinions > 0 {
		p.below += "; " + tally(b.Opinions, "opinion piece gives", "opinion pieces give") + " no facts"
	}
	if b.Cut {
		p.below += "; more happened than was looked at, the newest first: choose fewer days or a dossier"
	}
	for i := range b.Sections {
		s := &b.Sections[i]
		to := pageSection{name: s.Name}
		for k := range s.Lines {
			if item, kept := b.edited(s.ID, worded(s.ID, &s.Lines[k])); kept {
				to.items = append(to.items, item)
			}
		}
		if len(b.Edits) > 0 && len(to.items) == 0 {
			continue
		}
		if s.More > 0 {
			to.more = andMore(s.More, s.Over)
		}
		p.sections = append(p.sections, to)
	}
	return p
}

// days says which time a brief is about.
func (b *Brief) days() string {
	if b.From != nil {
		return "what is new since " + b.From.Local().Format("2 Jan 2006 15:04")
	}
	return span(b.Since, b.Until)
}

func span(since, until rapporteur.Date) string {
	if until == "" {
		return "since " + Day(since)
	}
	return Day(since) + " to " + Day(until)
}

func (p *paper) text(w io.Writer, style Style, quotes bool) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, style.title(p.title))
	fmt.Fprintf(out, "%s\n", style.dim(p.below))
	for _, s := range p.sections {
		fmt.Fprintf(out, "\n%s\n", style.section(s.name))
		for i := range s.items {
			s.items[i].text(out, style, quotes)
		}
		if s.more != "" {
			fmt.Fprintln(out, style.dim(s.more))
		}
	}
	if len(p.sections) == 0 {
		fmt.Fprintln(out, "\n"+firstOf(p.nothing, "Nothing new on the record."))
	} else if !style.markdown {
		fmt.Fprintf(out, "\n%s\n", style.dim(p.foot))
	}
	return out.Flush()
}

func (i *pageItem) text(out io.Writer, style Style, quotes bool) {
	bullet, indent := "", "    "
	if style.markdown {
		bullet, indent = "- ", "  <br>"
	}
	head := style.words(oneLine(i.lead))
	if i.lead != "" && style.markdown {
		head = "**" + escapeInline(strings.TrimSpace(oneLine(i.lead))) + "**"
	}
	if i.rest != "" {
		rest := oneLine(i.rest)
		if i.lead != "" {
			head += ": " + style.inline(rest)
		} else {
			head = style.words(rest)
		}
	}
	if i.ids != "" {
		head += " " + style.paint(style.id, style.inline("["+i.ids+"]"))
	}
	fmt.Fprintln(out, bullet+head)
	for _, f := range i.facts {
		fmt.Fprintln(out, indent+style.words(oneLine(f)))
	}
	if quotes || i.shown {
		for _, q := range i.quotes {
			fmt.Fprintln(out, indent+style.dim(oneLine(q)))
		}
	}
}
