package feed

import (
	"bytes"
	"encoding/xml"
	"io"
	"net/url"
	"strings"
	"time"

	"rapporteur"
)

// Outline is one feed of a list of feeds.
type Outline struct {
	Title string
	// Address is that of the feed, Site that of what it is of.
	Address, Site string
}

// outline is an element of OPML, a feed or a folder of them.
type outline struct {
	Text     string    `xml:"text,attr"`
	Title    string    `xml:"title,attr,omitempty"`
	Type     string    `xml:"type,attr,omitempty"`
	Address  string    `xml:"xmlUrl,attr,omitempty"`
	Site     string    `xml:"htmlUrl,attr,omitempty"`
	Outlines []outline `xml:"outline"`
}

// ReadOPML reads a list of feeds, whatever folders they are in, each feed once.
func ReadOPML(data []byte) ([]Outline, error) {
	text := characters(data, "")
	root, err := shape(text)
	if err != nil || root != "opml" {
		return nil, &rapporteur.Error{Code: rapporteur.Unsupported, Op: "read a list of feeds", Message: "it is none; give a file in OPML, as programs that read feeds export it"}
	}
	d := xml.NewDecoder(bytes.NewReader(text))
	d.Strict = false
	var out []Outline
	seen := map[string]bool{}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, &rapporteur.Error{Code: rapporteur.Unsupported, Op: "read a list of feeds", Message: "it breaks off or is damaged; export it anew", Err: err}
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "outline" {
			one := outlineOf(start)
			if one.Address != "" && !seen[one.Address] && len(out) < itemsMost {
				seen[one.Address] = true
				out = append(out, one)
			}
		}
	}
}

// outlineOf reads the attributes of an outline; their names are written as people like.
func outlineOf(e xml.StartElement) Outline {
	var out Outline
	for _, a := range e.Attr {
		switch strings.ToLower(a.Name.Local) {
		case "title":
			if title := words(a.Value); title != "" {
				out.Title = title
			}
		case "text":
			if out.Title == "" {
				out.Title = words(a.Value)
			}
		case "xmlurl":
			out.Address = resolved(&url.URL{}, a.Value)
		case "htmlurl":
			out.Site = resolved(&url.URL{}, a.Value)
		}
	}
	return out
}

// WriteOPML writes a list of feeds.
func WriteOPML(w io.Writer, title string, made time.Time, feeds []Outline) error {
	type head struct {
		Title   string `xml:"title"`
		Created string `xml:"dateCreated"`
	}
	doc := struct {
		XMLName  xml.Name  `xml:"opml"`
		Version  string    `xml:"version,attr"`
		Head     head      `xml:"head"`
		Outlines []outline `xml:"body>outline"`
	}{Version: "2.0", Head: head{title, made.UTC().Format(time.RFC1123)}}
	for _, f := range feeds {
		name := f.Title
		if name == "" {
			name = f.Address
		}
		doc.Outlines = append(doc.Outlines, outline{Text: name, Title: name, Type: "rss", Address: f.Address, Site: f.Site})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
