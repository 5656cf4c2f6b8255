package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/source"
)

// input is a report that has not been opened yet, or why there is none.
type input struct {
	name string
	open func(context.Context) (*rapporteur.Report, error)
}

func failed(name string, err error) input {
	return input{name, func(context.Context) (*rapporteur.Report, error) { return nil, err }}
}

// inputs are the reports that some arguments stand for: files, folders with all
// that is in them, addresses, lines of JSON in a file or on standard input.
type inputs struct {
	opener *source.Opener
	opts   source.Options
	stdin  io.Reader
}

func (in *inputs) all(targets []string) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, target := range targets {
			if !in.one(target, yield) {
				return
			}
		}
	}
}

// one yields the reports of one argument and says whether more are wanted.
func (in *inputs) one(target string, yield func(input) bool) bool {
	if target == "-" {
		return in.standard(yield)
	}
	if info, err := os.Stat(target); err == nil && info.IsDir() {
		return in.folder(target, yield)
	}
	return in.file(target, yield)
}

// file yields the report of a file or an address, or those of a file of lines.
func (in *inputs) file(target string, yield func(input) bool) bool {
	if ext := strings.ToLower(filepath.Ext(target)); slices.Contains([]string{".jsonl", ".ndjson"}, ext) && !strings.Contains(target, "://") {
		f, err := os.Open(target)
		if err != nil {
			return yield(failed(target, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read " + target, Err: errors.Unwrap(err)}))
		}
		defer func() { _ = f.Close() }() // nothing was written
		return in.lines(target, bufio.NewReader(f), yield)
	}
	return yield(input{target, func(ctx context.Context) (*rapporteur.Report, error) { return in.opener.Open(ctx, target, in.opts) }})
}

// folder yields what is in a folder in the order of names; names that begin with
// a dot are left alone.
func (in *inputs) folder(root string, yield func(input) bool) bool {
	more := true
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			more = yield(failed(path, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read " + path, Err: errors.Unwrap(err)}))
		case hidden && d.IsDir():
			return fs.SkipDir
		case !hidden && d.Type().IsRegular():
			more = in.file(path, yield)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && more {
		return yield(failed(root, err))
	}
	return more
}

// standard yields the lines of standard input if it begins like JSON, else the
// one report that it is.
func (in *inputs) standard(yield func(input) bool) bool {
	r := bufio.NewReader(in.stdin)
	if head, _ := r.Peek(512); !bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n\ufeff"), []byte("{")) {
		opener := &source.Opener{Stdin: r, Version: version}
		return yield(input{"standard input", func(ctx context.Context) (*rapporteur.Report, error) { return opener.Open(ctx, "-", in.opts) }})
	}
	return in.lines("standard input", r, yield)
}

// line is one report as a JSON object.
type line struct {
	Text      string `json:"text"`
	HTML      string `json:"html"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Outlet    string `json:"outlet"`
	Title     string `json:"title"`
}

// lines yields the reports of lines of JSON.
func (in *inputs) lines(name string, r *bufio.Reader, yield func(input) bool) bool {
	for n := 1; ; n++ {
		data, err := r.ReadBytes('\n')
		if data = bytes.TrimSpace(data); len(data) > 0 {
			name := fmt.Sprintf("%s:%d", name, n)
			if !yield(input{name, func(context.Context) (*rapporteur.Report, error) { return in.parse(name, data) }}) {
				return false
			}
		}
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			return yield(failed(name, &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read " + name, Err: err}))
		}
	}
}

// parse reads the report of one line; what the line says counts more than the flags.
func (in *inputs) parse(name string, data []byte) (*rapporteur.Report, error) {
	var l line
	if err := json.Unmarshal(data, &l); err != nil {
		return nil, &rapporteur.Error{Code: rapporteur.Unsupported, Op: "read " + name,
			Message: `not a JSON object with "text" or "html", "url", "published", "outlet", "title"`, Err: err}
	}
	opts := in.opts
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
	return source.Parse(name, []byte(text), opts)
}
