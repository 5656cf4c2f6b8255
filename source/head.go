package source

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur"
)

// head is what a page says about itself that the extraction does not read.
type head struct {
	canonical rapporteur.Text
	base      *url.URL
	// published is the first day that a time element gives.
	published rapporteur.Date
}

// headOf reads the canonical address and the date of a page.
func headOf(doc *html.Node) head {
	var h head
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Link:
			if strings.EqualFold(attribute(n, "rel"), "canonical") {
				h.address(attribute(n, "href"))
			}
		case atom.Meta:
			if attribute(n, "property") == "og:url" {
				h.address(attribute(n, "content"))
			}
		case atom.Time:
			h.day(attribute(n, "datetime"))
		}
	}
	return h
}

// address takes the first absolute web address.
func (h *head) address(s string) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || h.canonical != "" || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return
	}
	h.canonical, h.base = rapporteur.Text(u.String()), u
}

// day takes the first day, of a date or a point in time.
func (h *head) day(s string) {
	if h.published == "" && len(s) >= len("2006-01-02") && len(days(s[:10])) == 1 {
		h.published = days(s[:10])[0]
	}
}

// author makes a name of a byline; one with digits holds more than a name.
func author(byline string) string {
	byline = clean(byline)
	if len(byline) > 3 && strings.EqualFold(byline[:3], "by ") {
		byline = byline[3:]
	}
	if strings.ContainsAny(byline, "0123456789@") || len(byline) > 100 {
		return ""
	}
	return byline
}

// headlineOf leaves out of a title what outlets put behind it: their own name,
// or the author's.
func headlineOf(title, outlet, author string) string {
	title = clean(title)
	for _, bar := range []string{" | ", " - ", " – ", " — "} {
		i := strings.LastIndex(title, bar)
		if i < 0 {
			continue
		}
		if tail := title[i+len(bar):]; strings.EqualFold(tail, outlet) || strings.EqualFold(tail, author) {
			return title[:i]
		}
	}
	return title
}

// leadCaptions gives the captions that stand between the first heading and the
// first paragraph: the picture above an article is often outside of what the
// extraction takes for the article.
func leadCaptions(doc *html.Node) []string {
	var out []string
	headed := false
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.H1:
			headed = true
		case atom.P:
			if words := text(n); headed && stopped(words) && len(words) > leadShortest {
				return out
			}
		case atom.Figcaption:
			if headed {
				out = append(out, text(n))
			}
		}
	}
	return nil
}

// leadShortest is the length in bytes of the shortest first paragraph.
const leadShortest = 80

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
