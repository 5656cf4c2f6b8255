package source

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur"
)

// attribute gives the value of an attribute, "" without it.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// attributeHas reports whether an element has an attribute at all.
func attributeHas(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// text gives the words below a node on one line.
func text(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !skipped[d.Parent.DataAtom] {
			out.WriteString(d.Data)
		}
	}
	return clean(out.String())
}

// kindOfElement gives the kind of paragraph that an element holds.
func kindOfElement(n *html.Node) rapporteur.ParagraphKind {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return rapporteur.Heading
	case atom.Figcaption, atom.Caption:
		return rapporteur.Caption
	}
	if strings.Contains(strings.ToLower(attribute(n, "class")), "caption") {
		return rapporteur.Caption
	}
	return ""
}
