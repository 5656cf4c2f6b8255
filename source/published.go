package source

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur"
)

// publishedNames are the names under which the head of a page gives the day of
// publication, best first; "." and "-" and "_" in them are read as ":".
var publishedNames = []string{
	"article:published:time", "og:article:published:time", "datepublished", "article:published", "published:time",
	"dc:date:issued", "dcterms:issued", "dcterms:available", "dcterms:created", "dc:date", "dc:date:created", "dcterms:date",
	"parsely:pub:date", "sailthru:date", "cxenseparse:recs:publishtime", "bt:pubdate",
	"pubdate", "pub:date", "publishdate", "publish:date", "publication:date", "publicationdate",
	"published", "publishtime", "published:at", "published:date", "date:published", "displaydate",
	"originalpublicationdate", "article:published:date", "article:create:at", "article:original:date", "date",
}

// metaDay gives the day of publication in the head of a page.
func metaDay(doc *html.Node) rapporteur.Date {
	given := map[string]rapporteur.Date{}
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Meta {
			continue
		}
		day := stamp(attribute(n, "content"))
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			name := strings.NewReplacer(".", ":", "-", ":", "_", ":").Replace(strings.ToLower(strings.TrimSpace(attribute(n, key))))
			if day != "" && given[name] == "" {
				given[name] = day
			}
		}
	}
	for _, name := range publishedNames {
		if day := given[name]; day != "" {
			return day
		}
	}
	return ""
}

// stampEarliest and stampLatest are the seconds since 1970 that a number of a
// page is read as: from 1990 to 2100.
const (
	stampEarliest = 631152000
	stampLatest   = 4102444800
)

var (
	compactDay = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:[T ]?\d{2,6}.*)?$`)
	secondsDay = regexp.MustCompile(`^\d{9,10}(?:\d{3})?$`)
)

// stamp gives the day of a point in time as programs write it, in the zone in
// which it is written: "2027-03-17T10:00Z", "20270317", seconds or
// milliseconds since 1970, "Wed, 17 Mar 2027 …", "2027/03/17".
func stamp(s string) rapporteur.Date {
	s = strings.TrimSpace(s)
	switch {
	case len(s) >= len(time.DateOnly) && isDay(s[:len(time.DateOnly)]):
		return rapporteur.Date(s[:len(time.DateOnly)])
	case len(s) > 60:
		return ""
	case secondsDay.MatchString(s):
		n, err := strconv.ParseInt(s, 10, 64)
		if len(s) > 10 {
			n /= 1000
		}
		if err == nil && n >= stampEarliest && n < stampLatest {
			return rapporteur.Date(time.Unix(n, 0).UTC().Format(time.DateOnly))
		}
	}
	if m := compactDay.FindStringSubmatch(s); m != nil && isDay(m[1]+"-"+m[2]+"-"+m[3]) {
		return rapporteur.Date(m[1] + "-" + m[2] + "-" + m[3])
	}
	if all := days(s); len(all) == 1 {
		return all[0]
	}
	return ""
}

// isDay reports whether the words are a day of the calendar, YYYY-MM-DD.
func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// elementDay gives the day that an element says the article was published on.
// One that says so ("datePublished") is believed before one that only stands
// there; one that says when the report was changed, or that stands in a teaser
// for another report, never is.
func elementDay(doc *html.Node) rapporteur.Date {
	var plain rapporteur.Date
	heading, above, titled := false, rapporteur.Date(""), aboveHeadings(doc)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.DataAtom == atom.H1 {
			heading = true
		}
		said := publishes(n)
		if n.DataAtom != atom.Time && !said || revises(n) || teaser(n, titled) {
			continue
		}
		day := elementStamp(n)
		switch {
		case day == "":
		case said:
			return day
		case heading && plain == "":
			plain = day
		case !heading:
			above = day // the last before the heading is the nearest
		}
	}
	if plain != "" {
		return plain
	}
	return above
}

// elementStamp reads the attributes of an element, or its words.
func elementStamp(n *html.Node) rapporteur.Date {
	for _, key := range []string{"datetime", "content"} {
		if day := stamp(attribute(n, key)); day != "" {
			return day
		}
	}
	return stamp(text(n))
}

// publishes reports whether an element is named as the day of publication.
func publishes(n *html.Node) bool {
	return strings.Contains(strings.ToLower(attribute(n, "itemprop")), "datepublished") ||
		n.DataAtom == atom.Time && (n.Parent == nil || !revises(n.Parent)) &&
			(strings.Contains(strings.ToLower(attribute(n, "class")), "publish") || attributeHas(n, "pubdate"))
}

// revises reports whether an element, by its name or its words, tells when a
// report was changed.
func revises(n *html.Node) bool {
	names := strings.ToLower(attribute(n, "class") + " " + attribute(n, "itemprop"))
	for _, word := range []string{"updated", "modified", "update-", "revised"} {
		if strings.Contains(names, word) && !strings.Contains(names, "publish") {
			return true
		}
	}
	words := strings.ToLower(firstWords(n))
	if before := n.PrevSibling; before != nil && n.DataAtom == atom.Time && before.Type == html.TextNode {
		words = strings.TrimSpace(strings.ToLower(before.Data)) + " " + words
	}
	for _, word := range []string{"updated", "last updated", "modified", "last modified", "amended"} {
		if strings.HasPrefix(strings.TrimSpace(words), word) {
			return true
		}
	}
	return false
}

// firstWords gives how the words of an element begin, far enough for "last modified":
// on a page with many dates, all of them may ask for those of one parent.
func firstWords(n *html.Node) string {
	const enough, nodesMost = 40, 100
	raw, seen := "", 0
	for d := range n.Descendants() {
		if seen++; seen > nodesMost || len(raw) > 4*enough {
			break
		}
		if d.Type != html.TextNode || skipped[d.Parent.DataAtom] {
			continue
		}
		data := strings.TrimLeftFunc(d.Data, unicode.IsSpace)
		if len(data) < len(d.Data) {
			raw += " "
		}
		raw += data[:min(len(data), 4*enough)]
	}
	return clean(raw)
}

// teaser reports whether an element stands where pages lead to other reports:
// in a link, beside the article, in a list, or in an article without the
// heading of the page.
func teaser(n *html.Node, titled map[*html.Node]bool) bool {
	for p := n; p != nil; p = p.Parent {
		switch p.DataAtom {
		case atom.A, atom.Aside, atom.Nav, atom.Footer, atom.Li:
			return true
		case atom.Article, atom.Main:
			return !titled[p]
		}
	}
	return false
}

// aboveHeadings gives the elements that a heading of the page stands below.
func aboveHeadings(doc *html.Node) map[*html.Node]bool {
	above := map[*html.Node]bool{}
	for n := range doc.Descendants() {
		for p := n; n.DataAtom == atom.H1 && p != nil && !above[p]; p = p.Parent {
			above[p] = true
		}
	}
	return above
}
