package feed

import (
	"bytes"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// Limits on what is read of a page of links.
const (
	linksMost     = 20_000
	headlineWords = 4
	sectionMost   = 200
)

// Offer is a feed that a page offers.
type Offer struct {
	Address, Title string
	// Comments says that it seems to list what readers wrote.
	Comments bool
}

// Page is what a web page says of reports.
type Page struct {
	Title string
	// Offers are the feeds that its head names.
	Offers []Offer
	// Section are the links of the page that look like reports.
	Section List
}

var feedTypes = map[string]bool{"application/rss+xml": true, "application/atom+xml": true, "application/rdf+xml": true, "application/feed+json": true}

// ReadPage reads a web page for the feeds that it offers and the reports that it lists.
func ReadPage(data []byte, contentType, address string) (*Page, error) {
	base, err := url.Parse(address)
	if err != nil {
		return nil, refused("no address")
	}
	r, err := charset.NewReader(bytes.NewReader(data), contentType)
	if err != nil {
		return nil, refused("a page that cannot be read")
	}
	p := &pageReader{base: base, page: &Page{Section: List{Kind: Section, Site: address}}, texts: map[string]int{}}
	for z := html.NewTokenizer(r); p.links < linksMost; {
		if z.Next() == html.ErrorToken {
			break
		}
		p.token(z.Token())
	}
	p.close() // a link that nobody closed
	p.page.Section.Title = p.page.Title
	p.page.Section.Items = p.reports()
	return p.page, nil
}

// pageReader goes through a page from its beginning to its end.
type pageReader struct {
	base  *url.URL
	page  *Page
	links int
	// inTitle, aside and hidden count the elements that are open.
	inTitle bool
	aside   int
	hidden  atom.Atom
	link    string
	words   strings.Builder
	// texts has the place of each address among the items.
	texts map[string]int
	items []Item
}

// apart are the elements in which pages lead elsewhere.
var apart = map[atom.Atom]bool{atom.Nav: true, atom.Footer: true}

func (p *pageReader) token(t html.Token) {
	switch t.Type {
	case html.StartTagToken, html.SelfClosingTagToken:
		p.start(t)
	case html.EndTagToken:
		p.end(t.DataAtom)
	case html.TextToken:
		switch {
		case p.hidden != 0:
		case p.inTitle && len(p.page.Title) < 300:
			p.page.Title = words(p.page.Title + t.Data)
		case p.link != "" && p.words.Len() < 1000:
			p.words.WriteString(t.Data)
		}
	}
}

func (p *pageReader) start(t html.Token) {
	switch {
	case t.DataAtom == atom.Base:
		if u, err := p.base.Parse(attribute(t, "href")); err == nil && web(u) {
			p.base = u
		}
	case t.DataAtom == atom.Link:
		p.offer(t)
	case t.DataAtom == atom.Title:
		p.inTitle = p.page.Title == ""
	case t.DataAtom == atom.Script || t.DataAtom == atom.Style:
		if t.Type == html.StartTagToken {
			p.hidden = t.DataAtom
		}
	case apart[t.DataAtom]:
		p.aside++
	case t.DataAtom == atom.A && p.aside == 0:
		p.close()
		p.link = resolved(p.base, attribute(t, "href"))
	case p.link != "":
		p.words.WriteByte(' ')
	}
}

func (p *pageReader) end(a atom.Atom) {
	switch {
	case a == p.hidden:
		p.hidden = 0
	case a == atom.Title:
		p.inTitle = false
	case apart[a] && p.aside > 0:
		p.aside--
	case a == atom.A:
		p.close()
	}
}

// offer takes a feed that the head of the page names.
func (p *pageReader) offer(t html.Token) {
	if !strings.Contains(" "+strings.ToLower(attribute(t, "rel"))+" ", " alternate ") || !feedTypes[strings.ToLower(attribute(t, "type"))] {
		return
	}
	if address := resolved(p.base, attribute(t, "href")); address != "" && len(p.page.Offers) < sectionMost {
		title := words(attribute(t, "title"))
		comments := strings.Contains(strings.ToLower(title+" "+address), "comments")
		p.page.Offers = append(p.page.Offers, Offer{address, title, comments})
	}
}

// close ends a link; the longest words of the links to one address are its headline.
func (p *pageReader) close() {
	address, title := p.link, words(p.words.String())
	p.link = ""
	p.words.Reset()
	if address == "" || !p.ours(address) {
		return
	}
	p.links++
	key := Key(address)
	i, seen := p.texts[key]
	if !seen {
		i = len(p.items)
		p.texts[key] = i
		p.items = append(p.items, Item{Address: address})
	}
	if len(title) > len(p.items[i].Title) {
		p.items[i].Title = title
	}
}

// ours reports whether an address is of the site of the page.
func (p *pageReader) ours(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	host, here := strings.TrimPrefix(u.Hostname(), "www."), strings.TrimPrefix(p.base.Hostname(), "www.")
	return strings.EqualFold(host, here) || strings.HasSuffix(host, "."+here)
}

// reports are the links that look like reports, in the order of the page.
func (p *pageReader) reports() []Item {
	var out []Item
	for _, it := range p.items {
		if len(strings.Fields(it.Title)) >= headlineWords && looksLikeReport(it.Address) && len(out) < sectionMost {
			out = append(out, it)
		}
	}
	return out
}

var (
	dayInPath = regexp.MustCompile(`/(?:19|20)\d\d(?:/|-)?(?:0?[1-9]|1[0-2]|[a-z]{3})(?:/|-|\b)`)
	number    = regexp.MustCompile(`\d{5,}`)
	inSlug    = regexp.MustCompile(`[-_]+`)
)

// looksLikeReport reports whether an address is built as those of reports are: with a day,
// a long number or a headline in its path, and not in a place where outlets list reports
// or serve readers.
func looksLikeReport(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	path := strings.ToLower(strings.TrimSuffix(u.Path, "/"))
	parts := strings.Split(strings.TrimPrefix(path, "/"), "/")
	for _, part := range parts[:len(parts)-1] {
		if known()["place"][part] {
			return false
		}
	}
	last := parts[len(parts)-1]
	if last == "" || known()["place"][last] {
		return false
	}
	slug := len(inSlug.Split(strings.Trim(last, "-_"), -1))
	return slug >= headlineWords || number.MatchString(last) || number.MatchString(u.RawQuery) || dayInPath.MatchString(path) && slug >= 2
}

// Guesses are where a site may have a feed that no page names, best first.
func Guesses(address string) []string {
	base, err := url.Parse(address)
	if err != nil || !web(base) {
		return nil
	}
	var out []string
	for line := range strings.Lines(string(wordTable)) {
		if path, ok := strings.CutPrefix(strings.TrimSpace(line), "guess\t"); ok {
			out = append(out, (&url.URL{Scheme: base.Scheme, Host: base.Host, Path: path}).String())
		}
	}
	return out
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
