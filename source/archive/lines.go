package archive

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"rapporteur"
)

// lines gives the reports of lines of JSON. One line is held at a time, and of a
// line that is too long nothing.
func (r *Reader) lines(name string, in io.Reader, from Position, read func() int64, yield func(Item) bool) bool {
	if err := skipText(in, from.Offset); err != nil {
		return yield(failing(name, unreadable(name, err)))
	}
	text, offset, empty := bufio.NewReader(in), from.Offset, from.Offset == 0
	for n := from.Record + 1; ; n++ {
		data, size, err := nextLine(text, r.longest())
		offset += int64(size)
		if n == 1 {
			data = bytes.TrimPrefix(data, []byte("\ufeff")) // with which Windows begins a file
		}
		at := fmt.Sprintf("%s:%d", name, n)
		var item Item
		switch data = bytes.TrimSpace(data); {
		case size > r.longest():
			item = failing(at, wrong(rapporteur.Unsupported, at, fmt.Sprintf("a line of %d bytes, and %d is the most for one report; give the report's text alone", size, r.longest()), nil))
		case len(data) > 0:
			item = r.Line(at, data)
		}
		if item.Open != nil {
			empty = false
			item.Next, item.Read = Position{from.Member, offset, n}, read()
			if !yield(item) {
				return false
			}
		}
		if errors.Is(err, io.EOF) && empty {
			return yield(failing(name, nothingIn(name, "a JSON object a line")))
		}
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			return yield(failing(name, unreadable(name, err)))
		}
	}
}

// Line gives the report of one line of JSON.
func (r *Reader) Line(name string, data []byte) Item {
	return Item{Name: name, Open: func(ctx context.Context) (*rapporteur.Report, error) {
		p, err := r.object(data)
		if err != nil {
			return nil, wrong(rapporteur.Unsupported, name, `not a JSON object with "text" or "html", "url", "published", "outlet", "title"`, err)
		}
		return r.piece(ctx, name, p)
	}}
}

// object finds the fields of an object that are known, whatever their names are. Those
// that are no strings are none.
func (r *Reader) object(data []byte) (piece, error) {
	var all map[string]json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		return piece{}, err
	}
	values := map[string]string{}
	for name, raw := range all {
		var value string
		if json.Unmarshal(raw, &value) == nil {
			values[strings.ToLower(name)] = value
		}
	}
	get := func(field string) string {
		for _, name := range r.Columns.names(field) {
			if value := values[name]; value != "" {
				return value
			}
		}
		return ""
	}
	p := piece{text: get("html"), url: get("url"), title: get("title"), published: dayOf(get("published")), outlet: get("outlet")}
	if p.text == "" {
		p.text = get("text")
	}
	if said := get("published"); p.published == "" { // who checks it says what is wrong with it
		p.published = rapporteur.Date(said[:min(len(time.DateOnly), len(said))])
	}
	p.listed = p.url != "" && !r.hasText(values)
	return p, nil
}

// hasText reports whether an object has a place for a text, if an empty one.
func (r *Reader) hasText(values map[string]string) bool {
	for _, field := range []string{"html", "text"} {
		for _, name := range r.Columns.names(field) {
			if _, there := values[name]; there {
				return true
			}
		}
	}
	return false
}
