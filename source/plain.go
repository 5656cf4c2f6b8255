package source

import (
	"context"
	"strings"

	"rapporteur"
)

// plain lays out a plain text: its date line, its title, its paragraphs. It fails if the
// context is over.
func plain(ctx context.Context, text string) (*page, error) {
	p := &page{text: text}
	day, head := datePrefix(text)
	spans := paragraphs(text)
	if head > 0 {
		spans = cutDateLine(text, spans, head)
	}
	p.Published = day
	if day == "" {
		p.Published = headDate(text, spans)
	}
	for _, s := range spans {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.blocks = append(p.blocks, known().judge(text, s, "")...)
	}
	if head > 0 {
		p.blocks[0].kind = rapporteur.Boilerplate
	}
	title := titleOf(p)
	if title >= 0 {
		p.blocks[title].kind = rapporteur.Title
		p.Title = rapporteur.Text(p.blocks[title].in(text))
	}
	p.repeats(nil)
	p.byline(title)
	shape(p, shapeOf)
	p.authorNote()
	return p, nil
}

// cutDateLine makes the date line a paragraph of its own: what is glued to it
// is judged by itself.
func cutDateLine(text string, spans []span, head int) []span {
	first := spans[0]
	out := []span{{first.start, head}}
	if rest := trim(text, span{head, first.end}); rest.start < rest.end {
		out = append(out, rest)
	}
	return append(out, spans[1:]...)
}

// titleLongest is the length in bytes of the longest line taken for a title.
const titleLongest = 220

// titleOf gives the block that holds the title, -1 where there is none: the
// first line that is not boilerplate, short, followed by others and without a
// stop, or with one where it is written like a headline or the author's name
// comes next.
func titleOf(p *page) int {
	for i, b := range p.blocks {
		words := b.in(p.text)
		if b.kind == rapporteur.Boilerplate || strings.HasPrefix(words, "By ") || strings.HasPrefix(words, ">") { // quoted
			continue
		}
		if b.kind != "" || i+1 == len(p.blocks) || len(words) > titleLongest {
			return -1
		}
		if next := p.blocks[i+1]; !stopped(words) || headline(words) || next.kind == "" && bare(next.in(p.text)) {
			return i
		}
		return -1
	}
	return -1
}
