package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur"
)

// piece is a paragraph of a page, on one line, with the kind that its element
// gives away, "" where it gives none away.
type piece struct {
	words string
	kind  rapporteur.ParagraphKind
	// at is where on the page the element of its first words stands.
	at int
	// quote is the element that quotes it, as the page marks quotations.
	quote *html.Node
}

// skipped are elements that hold nothing of a report.
var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true,
	atom.Nav: true, atom.Aside: true, atom.Footer: true, atom.Form: true,
	atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Iframe: true,
	atom.Svg: true, atom.Object: true, atom.Head: true,
}

// inline are elements that stand inside a line; all others break it.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.Acronym: true, atom.B: true, atom.Bdi: true,
	atom.Bdo: true, atom.Big: true, atom.Cite: true, atom.Code: true, atom.Data: true,
	atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true,
	atom.Img: true, atom.Ins: true, atom.Kbd: true, atom.Label: true, atom.Mark: true,
	atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true,
	atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true,
	atom.U: true, atom.Var: true, atom.Wbr: true,
}

// pieces gives the paragraphs below a node.
func pieces(n *html.Node) []piece {
	var w walk
	w.node(n)
	w.flush()
	return w.out
}

// walk gathers words until a line is broken.
type walk struct {
	out  []piece
	line strings.Builder
	kind rapporteur.ParagraphKind
	// linked is how many bytes of the line stand in links.
	linked int
	inLink bool
	// place is that of the last element that was entered, at that of the line.
	place, at int
	begun     bool
	quote     *html.Node
}

func (w *walk) node(n *html.Node) {
	if at := placeOf(n); at >= 0 {
		w.place = at
	}
	switch {
	case n.Type == html.TextNode:
		if !w.begun && strings.TrimSpace(n.Data) != "" {
			w.at, w.begun = w.place, true
		}
		w.line.WriteString(n.Data)
		if w.inLink {
			w.linked += len(n.Data)
		}
		return
	case n.Type == html.ElementNode && skipped[n.DataAtom]:
		return
	case n.Type == html.ElementNode && n.DataAtom == atom.Br:
		w.flush()
		return
	case n.Type == html.ElementNode && inline[n.DataAtom]:
		was := w.inLink
		w.inLink = was || n.DataAtom == atom.A
		w.children(n)
		w.inLink = was
		return
	}
	w.flush()
	was, quote := w.kind, w.quote
	if n.DataAtom == atom.Blockquote {
		w.quote = n
	}
	if kind := kindOfElement(n); kind != "" && was != rapporteur.Caption {
		w.kind = kind
	}
	w.children(n)
	w.flush()
	w.kind, w.quote = was, quote
}

func (w *walk) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

// flush ends the line. A line that is one link and no sentence leads to
// another report.
func (w *walk) flush() {
	raw := w.line.String()
	words := clean(raw)
	kind := w.kind
	sentence := stopped(words) && len(strings.Fields(words)) > captionLongest/4
	switch {
	case kind == "" && w.linked*10 >= len(raw)*9 && !stopped(words):
		kind = rapporteur.Boilerplate
	case kind == rapporteur.Heading && sentence: // a first paragraph in large letters
		kind = rapporteur.Body
	}
	if words != "" {
		w.out = append(w.out, piece{words, kind, w.at, w.quote})
	}
	w.line.Reset()
	w.linked, w.begun = 0, false
}
