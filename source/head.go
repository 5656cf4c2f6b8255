package source

import (
	"net/url"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur"
)

// head is what a page says about itself that the extraction does not read.
type head struct {
	canonical rapporteur.Text
	base      *url.URL
	linkedData
	// meta and element are the days of publication that the page's head and an
	// element of the page give.
	meta, element rapporteur.Date
}

// headOf reads what a page says about itself.
func headOf(doc *html.Node) head {
	h := head{linkedData: linkedOf(doc), meta: metaDay(doc), element: elementDay(doc)}
	h.about = clean(html.UnescapeString(h.about))
	for n := range doc.Descendants() {
		switch n.DataAtom {
		case atom.Link:
			if strings.EqualFold(attribute(n, "rel"), "canonical") {
				h.address(attribute(n, "href"))
			}
		case atom.Meta:
			switch attribute(n, "property") + attribute(n, "name") {
			case "og:url":
				h.address(attribute(n, "content"))
			case "og:description", "description":
				if h.about == "" {
					h.about = clean(attribute(n, "content"))
				}
			}
		}
	}
	return h
}

// day gives the day of publication: what the page tells programs is believed
// before what it shows.
func (h *head) day(article readability.Article) rapporteur.Date {
	for _, day := range []rapporteur.Date{h.published, h.meta} {
		if day != "" {
			return day
		}
	}
	if t, err := article.PublishedTime(); err == nil {
		return rapporteur.Date(t.Format(time.DateOnly))
	}
	return h.element
}

// address takes the first absolute web address.
func (h *head) address(s string) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || h.canonical != "" || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return
	}
	h.canonical, h.base = rapporteur.Text(u.String()), u
}

// author gives the author: of the linked data, else of the extraction.
func (h *head) author(byline string) string {
	if h.byline != "" {
		return h.byline
	}
	return author(byline)
}

// author makes a name of a byline; one with digits holds more than a name.
func author(byline string) string {
	byline = clean(byline)
	if len(byline) > 3 && strings.EqualFold(byline[:3], "by ") {
		byline = byline[3:]
	}
	byline = withoutRoles(byline)
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
