package service

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"rapporteur"
	"rapporteur/source"
)

// lineLargest is the size in bytes of the largest line of JSON that is read: an
// hour's live blog with its page around it has one or two million.
const lineLargest = 16 << 20

// line is one report as a JSON object.
type line struct {
	Text      string `json:"text"`
	HTML      string `json:"html"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Outlet    string `json:"outlet"`
	Title     string `json:"title"`
}

// lines yields the reports of lines of JSON. One line is held at a time, and of a
// line that is too long nothing.
func (in *Inputs) lines(name string, r *bufio.Reader, yield func(Input) bool) bool {
	largest := in.LineLargest
	if largest <= 0 {
		largest = lineLargest
	}
	empty := true
	for n := 1; ; n++ {
		data, size, err := nextLine(r, largest)
		if n == 1 {
			data = bytes.TrimPrefix(data, []byte("\ufeff")) // with which Windows begins a file
		}
		if size > largest {
			if !yield(longLine(fmt.Sprintf("%s:%d", name, n), size, largest)) {
				return false
			}
			empty = false
		} else if data = bytes.TrimSpace(data); len(data) > 0 {
			empty = false
			name := fmt.Sprintf("%s:%d", name, n)
			if !yield(Input{name, func(ctx context.Context) (*rapporteur.Report, error) { return in.parse(ctx, name, data) }}) {
				return false
			}
		}
		if errors.Is(err, io.EOF) && empty {
			return yield(failed(name, nothingIn(name, "no report in it; give one as a JSON object a line")))
		}
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			return yield(failed(name, unreadable(name, err)))
		}
	}
}

// Line yields the report of one line of JSON that comes from somewhere else.
func (in *Inputs) Line(name string, data []byte) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		yield(Input{name, func(ctx context.Context) (*rapporteur.Report, error) { return in.parse(ctx, name, data) }})
	}
}

func longLine(name string, size, largest int) Input {
	return failed(name, &rapporteur.Error{Code: rapporteur.Unsupported, Op: "read " + name,
		Message: fmt.Sprintf("a line of %d bytes, and %d is the most for one report; give the report's text alone", size, largest)})
}

// nextLine gives the next line and its size. A line of more than the most is read
// to its end and not kept.
func nextLine(r *bufio.Reader, most int) (data []byte, size int, err error) {
	for {
		part, err := r.ReadSlice('\n')
		size += len(part)
		if size <= most {
			data = append(data, part...)
		} else {
			data = nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return data, size, err
		}
	}
}

// parse reads the report of one line; what the line says counts more than the flags.
func (in *Inputs) parse(ctx context.Context, name string, data []byte) (*rapporteur.Report, error) {
	var l line
	if err := json.Unmarshal(data, &l); err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Unsupported, Op: "read " + name,
			Message: `not a JSON object with "text" or "html", "url", "published", "outlet", "title"`, Err: err}
	}
	opts := in.Options
	for _, f := range []struct {
		to   *string
		from string
	}{{&opts.URL, l.URL}, {&opts.Outlet, l.Outlet}, {&opts.Title, l.Title}} {
		if f.from != "" {
			*f.to = f.from
		}
	}
	if l.Published != "" {
		opts.Published = rapporteur.Date(l.Published[:min(len("2006-01-02"), len(l.Published))])
	}
	text := l.HTML
	if text == "" {
		text = l.Text
	}
	return source.ParseContext(ctx, name, []byte(text), opts)
}
