package source

import (
	"context"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"rapporteur"
)

// elementsMost is how many elements of a page are looked at: long live blogs
// have some ten thousand, and the extraction takes memory for each.
const elementsMost = 100_000

// webPage lays out the article of an HTML page. The article is found by
// readability, the algorithm behind the reader view of Firefox; what it leaves
// out of the article is not in the text.
func webPage(ctx context.Context, data []byte) (*page, error) {
	doc, err := tree(ctx, decodeHTML(data))
	if err != nil {
		return nil, errNotText
	}
	m := headOf(doc)
	removeFurniture(doc)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	lead := leadCaptions(doc)
	places := mark(doc)
	parser := readability.NewParser()
	parser.KeepClasses = true // "caption" is often a class, not an element
	parser.MaxElemsToParse = elementsMost
	article, err := parser.ParseDocument(doc, m.base)
	if err != nil {
		return nil, errTooLarge
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	body := bodyOf(doc, places, article, m)
	outlet, author := clean(article.SiteName()), m.author(article.Byline())
	p, err := compose(ctx, headlineOf(article.Title(), outlet, author), lead, body)
	if err != nil {
		return nil, err
	}
	p.URL = m.canonical
	p.Byline = rapporteur.Text(fuller(author, string(p.Byline)))
	override(&p.Outlet, outlet)
	if day := m.day(article); day != "" {
		p.Published = day
	}
	return p, nil
}

// bodyOf gives the paragraphs of an article: what the extraction finds, with
// what it left out; where a page shows nothing without its scripts, what it
// tells programs.
func bodyOf(doc *html.Node, places []*html.Node, article readability.Article, m head) []piece {
	var body []piece
	if article.Node == nil {
		body = posts(pieces(doc))
	} else {
		body = posts(restore(places, article.Node, pieces(article.Node), m.about))
	}
	if long := bytesOf(body); len(m.articleBody) > bodyShortest && long < len(m.articleBody)/articleBodyShare {
		body = nil
		for line := range strings.Lines(m.articleBody) {
			body = append(body, piece{words: clean(html.UnescapeString(line))})
		}
	}
	return body
}

// bodyShortest is the length in bytes of the shortest body that is taken from
// the linked data of a page, where the page itself holds less than one part in
// articleBodyShare of it.
const (
	bodyShortest     = 200
	articleBodyShare = 4
)

func bytesOf(all []piece) int {
	n := 0
	for _, b := range all {
		n += len(b.words)
	}
	return n
}

// decodeHTML gives the characters of a page by the WHATWG Encoding Standard:
// a mark, what the page declares, else Windows-1252. A page that is UTF-8
// throughout is UTF-8 whatever it declares, since no other text looks so.
func decodeHTML(data []byte) string {
	if utf16Order(data) != nil || utf8.Valid(data) {
		return decode(data)
	}
	encoding, name, declared := charset.DetermineEncoding(data, "text/html")
	if !declared || name == "utf-8" {
		return decode(data)
	}
	out, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return decode(data)
	}
	return string(out)
}

// compose makes the text of a page from its title, captions and pieces.
func compose(ctx context.Context, title string, lead []string, body []piece) (*page, error) {
	all := []piece{{words: title, kind: rapporteur.Title}}
	inside := map[string]bool{title: true}
	for _, b := range body {
		inside[b.words] = true
	}
	for _, words := range lead {
		if !inside[words] {
			all = append(all, piece{words: words, kind: rapporteur.Caption})
		}
	}
	for _, b := range body {
		if b.words != title {
			all = append(all, b)
		}
	}
	p, err := join(ctx, all)
	if err != nil {
		return nil, err
	}
	p.Title = rapporteur.Text(title)
	p.Published = headDate(p.text, p.spans())
	p.repeats(nil)
	titled := -1
	if title != "" {
		titled = 0
	}
	p.byline(titled)
	shape(p, shapeOf)
	p.authorNote()
	return p, nil
}

// join puts the pieces one below the other. Signs know better than the page
// what is boilerplate; the page knows better what is a heading or a caption.
func join(ctx context.Context, all []piece) (*page, error) {
	p := &page{}
	var out strings.Builder
	var spans []span
	var kinds []rapporteur.ParagraphKind
	for _, b := range all {
		if b.words == "" {
			continue
		}
		if out.Len() > 0 {
			out.WriteString("\n\n")
		}
		spans = append(spans, span{out.Len(), out.Len() + len(b.words)})
		kinds = append(kinds, b.kind)
		out.WriteString(b.words)
	}
	p.text = out.String()
	for i, s := range spans {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.blocks = append(p.blocks, known().judge(p.text, s, kinds[i])...)
	}
	return p, nil
}
