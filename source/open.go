package source

import (
	"bufio"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"rapporteur"
	"rapporteur/source/fetch"
)

// inputLargest is the size in bytes of the largest file that is read: a book
// is one, a report of more is none.
const inputLargest = 32 << 20

// Opener reads reports from where they are.
type Opener struct {
	// Stdin is what "-" stands for.
	Stdin io.Reader
	// Version is the program's, for the servers that it fetches from.
	Version string
	// Fetcher fetches what lies on the web; nil is one of the public internet alone.
	Fetcher *fetch.Fetcher
}

// Open reads one report, compressed with gzip or not: a path, "-" for standard
// input, or an http(s) address. An address that is not on the public internet is
// Forbidden. Open may be called by several goroutines.
func (o *Opener) Open(ctx context.Context, target string, opts Options) (*rapporteur.Report, error) {
	switch {
	case target == "-":
		return o.read(ctx, "standard input", o.Stdin, opts)
	case strings.Contains(target, "://"):
		return o.fetch(ctx, target, opts)
	}
	f, err := os.Open(target)
	if err != nil {
		return nil, unreadable(target, err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	return o.read(ctx, target, f, opts)
}

func (o *Opener) read(ctx context.Context, name string, r io.Reader, opts Options) (*rapporteur.Report, error) {
	r, err := Unpacked(bufio.NewReader(r))
	if err != nil {
		return nil, unreadable(name, err)
	}
	data, err := io.ReadAll(io.LimitReader(whileWaited{ctx, r}, inputLargest+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	if len(data) > inputLargest {
		return nil, failure("read "+name, errTooLong)
	}
	return ParseContext(ctx, name, data, opts)
}

func (o *Opener) fetch(ctx context.Context, target string, opts Options) (*rapporteur.Report, error) {
	f := o.Fetcher
	if f == nil {
		f = fetch.New(fetch.Options{Version: o.Version})
	}
	answer, err := f.Get(ctx, target)
	if err != nil {
		return nil, failure("fetch "+target, err)
	}
	return Answered(ctx, answer, opts)
}

// Answered reads the report that a server answered with.
func Answered(ctx context.Context, a *fetch.Answer, opts Options) (*rapporteur.Report, error) {
	r, err := ParseContext(ctx, a.Address, a.Text(), opts)
	if err != nil {
		return nil, err
	}
	if r.URL == "" {
		r.URL = rapporteur.Text(a.Address)
	}
	return r, nil
}

// unreadable leaves out the name that errors of files repeat.
func unreadable(name string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read " + name, Err: err}
}
