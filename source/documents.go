package source

import (
	"context"
	"strings"

	"rapporteur"
	"rapporteur/source/document"
)

// documentPage lays out a document that a reader takes apart.
func documentPage(ctx context.Context, data []byte, read func(context.Context, []byte) (*document.Document, error)) (*page, error) {
	d, err := read(ctx, data)
	if err != nil {
		return nil, err
	}
	var all []piece
	if d.HTML != nil {
		if all, err = letterPieces(ctx, d.HTML); err != nil {
			return nil, err
		}
	}
	for _, b := range d.Blocks {
		all = append(all, blockPieces(b)...)
	}
	title := clean(d.Title)
	preferNamed(all[:min(d.Cover, len(all))], title)
	if at := titlePiece(all); at >= 0 {
		title = all[at].words
		all[at].kind = rapporteur.Title
	} else if title != "" && (d.Outlet != "" || begins(all, title)) { // a subject is one; what a program writes down, if it is there
		all = append([]piece{{words: title, kind: rapporteur.Title}}, without(all, title)...)
	} else {
		title = ""
	}
	p, err := join(ctx, all)
	if err != nil {
		return nil, err
	}
	p.dress(title, d)
	return p, nil
}

// dress completes the page of a document: its title, its day, what its paragraphs are.
func (p *page) dress(title string, d *document.Document) {
	at := -1
	for i := range p.blocks {
		if p.blocks[i].kind == rapporteur.Title {
			at = i
			break
		}
	}
	if title == "" {
		if at = titleOf(p); at < 0 {
			at = firstHeading(p)
		}
		if at >= 0 {
			p.blocks[at].kind = rapporteur.Title
			title = p.blocks[at].in(p.text)
		}
	}
	p.Title, p.Outlet, p.Byline = rapporteur.Text(title), rapporteur.Text(clean(d.Outlet)), rapporteur.Text(clean(d.Byline))
	p.Published = d.Published
	if p.Published == "" {
		p.Published = p.dayOf(d)
	}
	p.repeats(rowsIn(d))
	if d.Outlet != "" {
		at = -1 // who sent a letter is known, and below its subject stands whom it greets
	}
	if p.Byline == "" {
		p.byline(at)
	}
	open := make([]bool, len(p.blocks)) // what the file says nothing of
	for i, b := range p.blocks {
		open[i] = b.kind == ""
	}
	shape(p, documentShape)
	p.endings(open)
	p.authorNote()
}

// rowsIn are the rows of tables in a document.
func rowsIn(d *document.Document) map[string]bool {
	out := map[string]bool{}
	for _, b := range d.Blocks {
		if b.Row {
			out[clean(b.Words)] = true
		}
	}
	return out
}

// endings makes text of lines at the end that look like headings, since nothing stands
// below them: one line that is all of a letter, who signs it.
func (p *page) endings(open []bool) {
	for i := len(p.blocks) - 1; i >= 0; i-- {
		switch b := &p.blocks[i]; {
		case b.kind == rapporteur.Boilerplate:
		case b.kind == rapporteur.Heading && open[i]:
			b.kind = rapporteur.Body
		default:
			return
		}
	}
}

// blockPieces makes pieces of a block: one, or one for each paragraph of wrapped lines.
func blockPieces(b document.Block) (out []piece) {
	text := normalise(b.Words)
	if !strings.Contains(text, "\n") {
		return []piece{{words: clean(text), kind: b.Kind}}
	}
	for _, s := range paragraphs(text) {
		out = append(out, piece{words: clean(text[s.start:s.end]), kind: b.Kind})
	}
	return out
}

// preferNamed makes a heading of the first page the title that the file itself says is one,
// alone or among other words: a series may be set in larger type above it.
func preferNamed(cover []piece, said string) {
	best := -1
	for i, b := range cover {
		large := b.kind == rapporteur.Title || b.kind == rapporteur.Heading
		if large && len(strings.Fields(b.words)) >= titleShortest && 2*len(b.words) >= len(said) && strings.Contains(strings.ToLower(said), strings.ToLower(b.words)) &&
			(best < 0 || len(b.words) > len(cover[best].words)) {
			best = i
		}
	}
	if best < 0 || cover[best].kind == rapporteur.Title {
		return
	}
	for i := range cover {
		if cover[i].kind == rapporteur.Title {
			cover[i].kind = rapporteur.Heading
		}
	}
	cover[best].kind = rapporteur.Title
}

// titlePiece gives the first piece that its document calls a title; later ones are
// headings. It is -1 where there is none.
func titlePiece(all []piece) int {
	at := -1
	for i := range all {
		switch {
		case all[i].kind != rapporteur.Title:
		case at < 0 && all[i].words != "":
			at = i
		default:
			all[i].kind = rapporteur.Heading
		}
	}
	return at
}

// begins reports whether words are one of the first pieces.
func begins(all []piece, words string) bool {
	for _, b := range all[:min(len(all), headDateParagraphs)] {
		if b.words == words {
			return true
		}
	}
	return false
}

// titleShortest is how many words a heading has that is a title at least: "Introduction"
// is none.
const titleShortest = 3

// firstHeading gives the heading with which a document begins that has no title, -1 where
// it begins otherwise.
func firstHeading(p *page) int {
	for i, b := range p.blocks {
		switch words := b.in(p.text); {
		case b.kind == rapporteur.Boilerplate:
		case b.kind == rapporteur.Heading && len(words) <= titleLongest && len(strings.Fields(words)) >= titleShortest:
			return i
		default:
			return -1
		}
	}
	return -1
}

func without(all []piece, words string) []piece {
	out := make([]piece, 0, len(all))
	for _, b := range all {
		if b.words != words {
			out = append(out, b)
		}
	}
	return out
}
