package source

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur"
)

// place is an attribute that numbers the elements of a page in their order, so
// that what the extraction keeps can be found again in the page.
const place = "data-rapporteur-place"

// mark numbers the elements of a page.
func mark(doc *html.Node) []*html.Node {
	var all []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			n.Attr = append(n.Attr, html.Attribute{Key: place, Val: strconv.Itoa(len(all))})
			all = append(all, n)
		}
	}
	return all
}

// placeOf gives the number of an element, -1 where it has none.
func placeOf(n *html.Node) int {
	i, err := strconv.Atoi(attribute(n, place))
	if err != nil {
		return -1
	}
	return i
}

// restoration finds the paragraphs of an article that the extraction left out.
// Outlets part the body of an article into several containers, with pictures
// and advertisements between them, and the extraction keeps the best of these;
// it also drops paragraphs for many links in them.
type restoration struct {
	page  []*html.Node
	kept  map[int]bool
	homes map[string]bool
	scope *html.Node
	// about is what the page says that the article is about.
	about       string
	first, last int
	// titled: a heading of the page stands before the first kept paragraph; what
	// comes before that heading is not of the article.
	titled bool
}

// restore adds to the pieces of an article those that were left out, in the
// order of the page.
func restore(page []*html.Node, article *html.Node, have []piece, about string) []piece {
	r := restoration{page: page, kept: map[int]bool{}, homes: map[string]bool{}, about: about, first: -1}
	for n := range article.Descendants() {
		if at := placeOf(n); at >= 0 && at < len(page) {
			r.kept[at] = true
			r.home(page[at], at)
		}
	}
	if r.first < 0 {
		return have
	}
	r.scope = r.region()
	r.titled = slices.ContainsFunc(page[:r.first], func(n *html.Node) bool { return n.DataAtom == atom.H1 })
	return r.merge(have)
}

// home notes where a kept paragraph of running text stands.
func (r *restoration) home(n *html.Node, at int) {
	if !leaf(n) || n.Parent == nil || !prose(n) {
		return
	}
	r.homes[signature(n.Parent)] = true
	if r.first < 0 || at < r.first {
		r.first = at
	}
	r.last = max(r.last, at)
}

// region is the part of the page in which paragraphs are looked for: the
// article or main element around the first kept paragraph, else the nearest
// element that holds all of them.
func (r *restoration) region() *html.Node {
	for p := r.page[r.first].Parent; p != nil; p = p.Parent {
		if p.DataAtom == atom.Article || p.DataAtom == atom.Main || strings.EqualFold(attribute(p, "role"), "main") || strings.EqualFold(attribute(p, "itemprop"), "articleBody") {
			return p
		}
	}
	p := r.page[r.first].Parent
	for p.Parent != nil && !within(r.page[r.last], p) {
		p = p.Parent
	}
	return p
}

// merge walks over the page and adds what belongs to the article.
func (r *restoration) merge(have []piece) []piece {
	said := map[string]bool{}
	for _, b := range have {
		said[b.words] = true
	}
	out, next, headed := []piece(nil), 0, false
	for at, n := range r.page {
		if n.DataAtom == atom.H1 {
			if at > r.last {
				break // another article begins
			}
			headed = true
		}
		if r.kept[at] || !leaf(n) || !r.belongs(n, at, headed) {
			continue
		}
		for _, b := range pieces(n) {
			if b.words == "" || said[b.words] {
				continue
			}
			said[b.words] = true
			for next < len(have) && have[next].at < at {
				out = append(out, have[next])
				next++
			}
			out = append(out, b)
		}
	}
	return append(out, have[next:]...)
}

// belongs reports whether a paragraph that was left out is of the article.
func (r *restoration) belongs(n *html.Node, at int, headed bool) bool {
	if headed && at < r.first && r.standfirst(n) {
		return true
	}
	if n.Parent == nil || at < r.first && !headed && r.titled || !within(n, r.scope) || !r.homes[signature(n.Parent)] || apart(n, r.scope) {
		return false
	}
	if attribute(n.Parent, "class") == "" && !r.kept[placeOf(n.Parent)] {
		return false
	}
	return prose(n) || at > r.first && at < r.last && n.DataAtom != atom.H1 && kindOfElement(n) == rapporteur.Heading && linkShare(n) < 50
}

// standfirstNames are the words by which outlets name the sentence between the
// title and the body.
var standfirstNames = []string{" standfirst ", " excerpt ", " dek ", " subtitle ", " subhead ", " subheadline ", " subheading ", " deck ", " tertiary ", " article summary ", " article description ", " sub title ", " strapline ", " kicker lead "}

// standfirst reports whether an element between the title and the body is the
// sentence that outlets put there: by its name, or because it is what the page
// says that it is about.
func (r *restoration) standfirst(n *html.Node) bool {
	words := text(n)
	if len(strings.Fields(words)) <= headingLongest || linkShare(n) > 50 || apart(n, nil) {
		return false
	}
	if words == r.about || len(r.about) > leadShortest && strings.HasPrefix(words, strings.TrimRight(r.about, ".… ")) {
		return true
	}
	for p, up := n, 0; p != nil && up < 3; p, up = p.Parent, up+1 {
		if holdsName(nameWords(attribute(p, "class")+" "+attribute(p, "itemprop")+" "+attribute(p, "data-testid")), standfirstNames) {
			return true
		}
	}
	return false
}

// apart reports whether an element stands where nothing of the article does:
// beside it, in a list of links, or in another article inside it.
func apart(n, scope *html.Node) bool {
	for p := n; p != nil && p != scope; p = p.Parent {
		if skipped[p.DataAtom] || p.DataAtom == atom.A || p.DataAtom == atom.Figure || p.DataAtom == atom.Article && scope != nil {
			return true
		}
	}
	return false
}

// within reports whether an element stands below another.
func within(n, above *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if p == above {
			return true
		}
	}
	return false
}

// signature names an element by its kind and class.
func signature(n *html.Node) string { return n.Data + " " + attribute(n, "class") }

// leaf reports whether an element is a paragraph: it breaks the line, and
// nothing inside it does.
func leaf(n *html.Node) bool {
	if n.Type != html.ElementNode || inline[n.DataAtom] || skipped[n.DataAtom] || n.FirstChild == nil {
		return false
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && !inline[d.DataAtom] && !slices.Contains([]atom.Atom{atom.Br, atom.Script, atom.Style, atom.Svg, atom.Noscript}, d.DataAtom) {
			return false
		}
	}
	return true
}

// prose reports whether a paragraph is running text.
func prose(n *html.Node) bool {
	words := text(n)
	return stopped(words) && len(strings.Fields(words)) > 4 && linkShare(n) < 60
}

// linkShare gives how much of an element's words stand in links, in a hundred.
func linkShare(n *html.Node) int {
	all, links := len(text(n)), 0
	for d := range n.Descendants() {
		if d.DataAtom == atom.A {
			links += len(text(d))
		}
	}
	if all == 0 {
		return 100
	}
	return links * 100 / all
}
