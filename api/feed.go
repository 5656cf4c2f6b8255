package api

import (
	"cmp"
	"encoding/xml"
	"io"
	"time"

	"rapporteur"
	"rapporteur/export"
	"rapporteur/record"
)

// feed is a list as people subscribe to it (Atom, RFC 4287).
type feed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []feedLink  `xml:"link"`
	Entries []feedEntry `xml:"entry"`
}

type feedLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type feedEntry struct {
	ID        string     `xml:"id"`
	Title     string     `xml:"title"`
	Published string     `xml:"published,omitempty"`
	Updated   string     `xml:"updated"`
	Links     []feedLink `xml:"link"`
	Summary   string     `xml:"summary"`
}

// tag makes ids that stay whatever the address of the server is (RFC 4151).
const tag = "tag:rapporteur.example,2025:"

// write writes the entries of a list that was asked for at an address. It says that it
// was updated when its newest entry was, so that it stays the same while they do.
func (f *feed) write(w io.Writer, title, address string) error {
	f.ID, f.Title, f.Author = tag+address, title, "rapporteur"
	f.Links = []feedLink{{"self", address}}
	f.Updated = atomTime("")
	for _, e := range f.Entries {
		f.Updated = max(f.Updated, e.Updated)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	return xml.NewEncoder(w).Encode(f)
}

// add adds one thing of a list.
func (f *feed) add(item any) {
	switch it := item.(type) {
	case record.Entry:
		f.entry(&it)
	case record.Report:
		f.Entries = append(f.Entries, feedEntry{ID: tag + it.ID, Title: cmp.Or(export.Clean(string(it.Title)), it.ID), Updated: atomTime(it.Published),
			Links: []feedLink{{"alternate", "/reports/" + it.ID}}, Summary: export.Clean(string(it.Outlet))})
	case record.Shift:
		head := it.Name + " moved on " + it.Issue.Label
		f.Entries = append(f.Entries, feedEntry{ID: tag + it.From.Entry + "/" + it.To.Entry, Title: export.Clean(head), Updated: atomTime(it.To.Date),
			Links: []feedLink{{"alternate", "/e/" + it.To.Entry}}, Summary: export.Clean("“" + it.From.Quote.Text + "” → “" + it.To.Quote.Text + "”")})
	case record.Party:
		f.Entries = append(f.Entries, feedEntry{ID: tag + it.ID, Title: export.Clean(it.Name), Updated: atomTime(""),
			Links: []feedLink{{"alternate", "/actors/" + it.ID}}})
	}
}

func (f *feed) entry(e *record.Entry) {
	summary := export.Sources(e, 4)
	if words := e.Evidence(); len(words) > 0 && words[0].Text != "" {
		summary = "“" + words[0].Text + "” " + summary
	}
	f.Entries = append(f.Entries, feedEntry{ID: tag + e.ID, Title: export.Clean(export.Phrase(e)), Published: atomTime(e.First), Updated: atomTime(e.Last),
		Links: []feedLink{{"alternate", "/e/" + e.ID}}, Summary: export.Clean(summary)})
}

// atomTime is a day as a time, the first one where it is not known.
func atomTime(d rapporteur.Date) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		t = time.Unix(0, 0)
	}
	return t.UTC().Format(time.RFC3339)
}
