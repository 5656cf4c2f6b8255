package feed

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/rss"

	"golang.org/x/net/html/atom"

	"rapporteur"
)

// Kind is what is followed.
type Kind string

// The kinds of what is followed on the web.
const (
	Feed    Kind = "feed"
	Sitemap Kind = "sitemap"
	Section Kind = "section"
)

// itemsMost is the largest number of items of one list; the rest is left out.
const itemsMost = 5000

// List is what a feed, a sitemap or a page of a section lists.
type List struct {
	Kind  Kind
	Title string
	// Site is the address of the site or page that the list is of.
	Site string
	// Every is how often the outlet says that one may ask, 0 where it says nothing.
	Every time.Duration
	Items []Item
	// Parts are the lists of which a sitemap consists, the newest first.
	Parts []Part
}

// Item is one report that is listed.
type Item struct {
	// GUID is what the outlet knows it by; empty where it does not say, or gives several
	// items of the list the same.
	GUID string
	// Address is where its page is; empty where there is none, then Content has the words.
	Address string
	Title   string
	// Published is zero where the list does not say it, or makes no sense. Its day is that
	// of the zone in which the list tells it.
	Published time.Time
	// Content is HTML.
	Content string
}

// Part is a sitemap that is part of another.
type Part struct {
	Address string
	// Changed is zero where it is not known.
	Changed time.Time
}

// ErrPage is the error of a web page that is no list.
var ErrPage = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "a web page, no feed or sitemap"}

func refused(message string) error {
	return &rapporteur.Error{Code: rapporteur.Unsupported, Message: message}
}

// Parse reads a feed or a sitemap. Its address resolves those in it.
func Parse(data []byte, contentType, address string) (*List, error) {
	base, err := url.Parse(address)
	if err != nil {
		return nil, refused("no address")
	}
	data, err = unpacked(data)
	if err != nil {
		return nil, err
	}
	text := characters(data, contentType)
	switch trimmed := bytes.TrimLeft(text, " \t\r\n"); {
	case bytes.HasPrefix(trimmed, []byte("{")):
		return jsonFeed(trimmed, base)
	case !bytes.HasPrefix(trimmed, []byte("<")):
		return nil, refused("no feed or sitemap")
	}
	root, err := shape(text)
	if err != nil {
		return nil, err
	}
	switch root {
	case "urlset", "sitemapindex":
		return sitemap(text, base)
	case "rss", "RDF", "feed":
		return read(text, base)
	case "html":
		return nil, ErrPage
	}
	if atom.Lookup([]byte(strings.ToLower(root))) != 0 && root != "svg" || strings.Contains(contentType, "html") {
		return nil, ErrPage // one that leaves out what it may
	}
	return nil, refused("no feed or sitemap; its outermost element is " + root)
}

func jsonFeed(data []byte, base *url.URL) (*List, error) {
	var head struct {
		Version string            `json:"version"`
		Items   []json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal(data, &head); err != nil || !strings.Contains(head.Version, "jsonfeed.org") && head.Items == nil {
		return nil, refused("no JSON Feed (https://www.jsonfeed.org)")
	}
	return read(data, base)
}

// read has gofeed read a feed.
func read(data []byte, base *url.URL) (*List, error) {
	p := gofeed.NewParser()
	p.KeepOriginalFeed = true
	f, err := p.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, refused("a feed that cannot be read: " + err.Error())
	}
	out := &List{Kind: Feed, Title: words(f.Title), Every: every(f)}
	if link := strings.TrimSpace(f.Link); link != "" {
		if site, err := base.Parse(link); err == nil && web(site) {
			out.Site = site.String()
		}
	}
	var all []listed
	for i, it := range f.Items[:min(len(f.Items), itemsMost)] {
		one := itemOf(it, base)
		one.own, one.permalink = ownWords(it), permalink(f, i, base)
		all = append(all, one)
	}
	out.Items = settled(all)
	return out, nil
}

// itemOf takes from an item what is needed; a permalink stands in for a missing link.
func itemOf(it *gofeed.Item, base *url.URL) listed {
	out := listed{Item: Item{GUID: strings.TrimSpace(it.GUID), Title: words(it.Title)}, linked: strings.TrimSpace(it.Link) != ""}
	links := append([]string{it.Link}, it.Links...)
	if strings.HasPrefix(out.GUID, "http://") || strings.HasPrefix(out.GUID, "https://") {
		links = append(links, out.GUID)
	}
	for _, link := range links {
		if out.Address = resolved(base, link); out.Address != "" {
			_, out.fragment, _ = strings.Cut(strings.TrimSpace(link), "#")
			break
		}
	}
	for _, t := range []time.Time{dateOf(it.Published, it.PublishedParsed), dateOf(it.Updated, it.UpdatedParsed)} {
		if out.Published.IsZero() && sensible(t) {
			out.Published = t
		}
	}
	return out
}

// sensible leaves out days that no report is of: programs write 1970 for nothing.
func sensible(t time.Time) bool { return t.Year() >= 1990 && t.Year() < 2100 }

// every is how often a feed says that it may be asked: its ttl in minutes, or the
// period of its updates (RSS 2.0; the module Syndication of RSS 1.0).
func every(f *gofeed.Feed) time.Duration {
	longest := 24 * time.Hour
	if r, ok := f.OriginalFeed().(*rss.Feed); ok {
		if d, err := time.ParseDuration(strings.TrimSpace(r.TTL) + "m"); err == nil && d > 0 {
			return min(d, longest)
		}
	}
	value := func(name string) string {
		if all := f.Extensions["sy"][name]; len(all) > 0 {
			return strings.TrimSpace(all[0].Value)
		}
		return ""
	}
	period := map[string]time.Duration{"hourly": time.Hour, "daily": longest, "weekly": longest, "monthly": longest, "yearly": longest}[value("updatePeriod")]
	if times, err := time.ParseDuration(value("updateFrequency") + "ns"); err == nil && times > 0 && period > 0 {
		return period / times
	}
	return period
}
