package source

import (
	"strings"

	"rapporteur"
)

// page is an article on its way to becoming a report.
type page struct {
	text   string
	blocks []block
	// note is what the page says about its author, not part of the report.
	note string
	rapporteur.Report
}

// block is a run of bytes of the text and what it is for.
type block struct {
	start, end int
	kind       rapporteur.ParagraphKind
}

func (b block) in(text string) string { return text[b.start:b.end] }

// spans are the places of the blocks.
func (p *page) spans() []span {
	out := make([]span, len(p.blocks))
	for i, b := range p.blocks {
		out[i] = span{b.start, b.end}
	}
	return out
}

// check refuses a page that nobody could read anything from.
func (p *page) check() error {
	if strings.IndexFunc(p.text, wordRune) < 0 {
		return errEmpty
	}
	return nil
}

func override(field *rapporteur.Text, value string) {
	if value != "" {
		*field = rapporteur.Text(value)
	}
}
