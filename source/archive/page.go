package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"rapporteur"
	"rapporteur/source"
	"rapporteur/source/fetch"
	"rapporteur/source/warc"
)

// records gives the pages of a web archive.
func (r *Reader) records(name string, in io.Reader, from Position, yield func(Item) bool) bool {
	empty := from == Position{Member: from.Member}
	if err := skipTo(in, from.Offset); err != nil {
		return yield(failing(name, unreadable(name, err)))
	}
	read := warc.NewReader(in, warc.Position{Offset: from.Offset, Record: from.Record})
	read.Want = isPage
	for {
		record, err := read.Next()
		if errors.Is(err, io.EOF) {
			return !empty || yield(failing(name, wrong(rapporteur.Empty, name, "no page in it", nil)))
		}
		item, found := r.page(name, record, err)
		if !found {
			r.pass()
			continue
		}
		empty = false
		next := read.Position()
		item.Next = Position{from.Member, next.Offset, next.Record}
		item.Read = next.Offset
		if !yield(item) {
			return false
		}
		if err != nil && !errors.As(err, new(*warc.Damage)) {
			return true
		}
	}
}

// isPage reports whether a record may hold a page, by its fields.
func isPage(r *warc.Record) bool {
	switch r.Type {
	case warc.Response:
		return strings.HasPrefix(r.Target, "http")
	case warc.Resource, warc.Conversion:
		return isText(r.Fields.Get("Content-Type")) && r.Fields.Get("Content-Type") != ""
	}
	return false
}

// isText reports whether a type of content is one that reports have; where none is said
// it may be.
func isText(contentType string) bool {
	kind, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	switch strings.TrimSpace(kind) {
	case "", "text/html", "application/xhtml+xml", "text/plain":
		return true
	}
	return false
}

// page makes an item of a record, or of what is wrong with one, if it is a page that was
// there when it was asked for.
func (r *Reader) page(name string, record *warc.Record, err error) (Item, bool) {
	var d *warc.Damage
	switch {
	case errors.As(err, &d):
		at := placed(name, d.Position, d.Target)
		return failing(at, wrong(rapporteur.Unreadable, at, "left out, as the record is damaged", d.Err)), true
	case err != nil:
		return failing(name, unreadable(name, err)), true
	case record.Block == nil:
		return Item{}, false
	}
	if status, fields := record.Answered(); status != http.StatusOK || !isText(fields.Get("Content-Type")) || isForRobots(record.Target) {
		return Item{}, false
	}
	at := placed(name, record.Position, record.Target)
	return Item{Name: at, Open: func(ctx context.Context) (*rapporteur.Report, error) {
		page, err := record.Page()
		if err != nil {
			return nil, wrong(rapporteur.Unreadable, at, "left out", err)
		}
		return r.parse(ctx, at, record.Target, page)
	}}, true
}

// isForRobots reports whether an address is that of robots.txt (RFC 9309), which crawlers
// keep beside the pages.
func isForRobots(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Path == "/robots.txt"
}

// placed names the place of a record.
func placed(name string, at warc.Position, target string) string {
	out := fmt.Sprintf("%s:%d", name, at.Offset)
	if at.Record > 0 {
		out = fmt.Sprintf("%s+%d", out, at.Record)
	}
	if target != "" {
		out += " (" + target + ")"
	}
	return out
}

// parse reads a page as if its server had just answered.
func (r *Reader) parse(ctx context.Context, name, target string, page *warc.Page) (*rapporteur.Report, error) {
	answer := &fetch.Answer{Header: http.Header{"Content-Type": {page.ContentType}}, Body: page.Body}
	report, err := source.ParseContext(ctx, name, answer.Text(), r.Options)
	if err == nil && report.URL == "" {
		report.URL = rapporteur.Text(target)
	}
	return report, err
}
