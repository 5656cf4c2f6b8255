package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"
)

// siteURL is one page of a sitemap, with what a news sitemap says of it (Sitemaps 0.9,
// Google's extension for news).
type siteURL struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod"`
	News    struct {
		Publication struct {
			Name string `xml:"name"`
		} `xml:"publication"`
		Date  string `xml:"publication_date"`
		Title string `xml:"title"`
	} `xml:"news"`
}

// sitemap reads a sitemap or a list of sitemaps. Of a page that is in no news sitemap the
// day on which it changed is all that tells whether it is news.
func sitemap(data []byte, base *url.URL) (*List, error) {
	out := &List{Kind: Sitemap, Site: (&url.URL{Scheme: base.Scheme, Host: base.Host, Path: "/"}).String()}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	for len(out.Items) < itemsMost && len(out.Parts) < itemsMost {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if len(out.Items)+len(out.Parts) == 0 {
				return nil, refused("a sitemap that cannot be read: " + err.Error())
			}
			break // what stands before the flaw is good
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "url" && start.Name.Local != "sitemap" {
			continue
		}
		var one siteURL
		if d.DecodeElement(&one, &start) != nil {
			continue
		}
		out.take(start.Name.Local, &one, base)
	}
	slices.SortStableFunc(out.Parts, func(a, b Part) int { return b.Changed.Compare(a.Changed) })
	out.Items = distinct(out.Items)
	return out, nil
}

func (l *List) take(element string, one *siteURL, base *url.URL) {
	address := resolved(base, one.Loc)
	if address == "" {
		return
	}
	if element == "sitemap" {
		l.Parts = append(l.Parts, Part{address, moment(one.LastMod)})
		return
	}
	if name := words(one.News.Publication.Name); name != "" && l.Title == "" {
		l.Title = name
	}
	it := Item{Address: address, Title: words(one.News.Title), Published: moment(one.News.Date)}
	if it.Published.IsZero() {
		it.Published = moment(one.LastMod)
	}
	l.Items = append(l.Items, it)
}

// moment reads a time as W3C writes it (a profile of ISO 8601), in the zone that it tells;
// zero is none.
func moment(s string) time.Time {
	s = strings.TrimSpace(s)
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z0700", time.DateTime, time.DateOnly} {
		if t, err := time.Parse(form, s); err == nil && sensible(t) {
			return t
		}
	}
	return time.Time{}
}
