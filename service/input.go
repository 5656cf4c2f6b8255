package service

import (
	"bufio"
	"bytes"
	"context"
	"errors"
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

// Input is a report that has not been opened yet, or why there is none.
type Input struct {
	// Name is the file or address, with the number of the line in a file of lines.
	Name string
	Open func(context.Context) (*rapporteur.Report, error)
}

func failed(name string, err error) Input {
	return Input{name, func(context.Context) (*rapporteur.Report, error) { return nil, err }}
}

// Report opens the report of an input; a panic in it becomes an error.
func (in Input) Report(ctx context.Context) (*rapporteur.Report, error) { return in.open(ctx) }

// open opens an input; a panic in it becomes an error.
func (in Input) open(ctx context.Context) (report *rapporteur.Report, err error) {
	err = guarded("read "+in.Name, func() error {
		report, err = in.Open(ctx)
		return err
	})
	return report, err
}

// Inputs are the reports that some arguments stand for: files, folders with all
// that is in them, addresses, lines of JSON in a file or on standard input, any
// of them compressed with gzip.
type Inputs struct {
	Opener *source.Opener
	// Options hold for all reports, where a line of JSON does not say otherwise.
	Options source.Options
	Stdin   io.Reader
	// LineLargest is the size in bytes of the largest line of JSON that is read;
	// none is 16 MiB.
	LineLargest int
}

// All yields the reports of all arguments in their order.
func (in *Inputs) All(targets []string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		for _, target := range targets {
			if !in.one(target, yield) {
				return
			}
		}
	}
}

// one yields the reports of one argument and says whether more are wanted.
func (in *Inputs) one(target string, yield func(Input) bool) bool {
	if target == "-" {
		return in.standard(yield)
	}
	if info, err := os.Stat(target); err == nil && info.IsDir() {
		return in.folder(target, yield)
	}
	return in.file(target, yield)
}

// file yields the report of a file or an address, or those of a file of lines.
func (in *Inputs) file(target string, yield func(Input) bool) bool {
	if !holdsLines(target) {
		if bundled(target) {
			return in.bundle(target, yield)
		}
		return yield(Input{target, func(ctx context.Context) (*rapporteur.Report, error) { return in.Opener.Open(ctx, target, in.Options) }})
	}
	f, err := os.Open(target)
	if err != nil {
		return yield(failed(target, unreadable(target, errors.Unwrap(err))))
	}
	defer func() { _ = f.Close() }() // nothing was written
	r, err := source.Unpacked(bufio.NewReader(f))
	if err != nil {
		return yield(failed(target, unreadable(target, err)))
	}
	return in.lines(target, bufio.NewReader(r), yield)
}

// holdsLines reports whether a name is that of a file of lines of JSON.
func holdsLines(target string) bool {
	ext := filepath.Ext(strings.TrimSuffix(strings.ToLower(target), ".gz"))
	return slices.Contains([]string{".jsonl", ".ndjson"}, ext) && !strings.Contains(target, "://")
}

func unreadable(name string, err error) error {
	return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "read " + name, Err: err}
}

// folder yields what is in a folder in the order of names; names that begin with
// a dot are left alone.
func (in *Inputs) folder(root string, yield func(Input) bool) bool {
	more, empty := true, true
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		hidden := path != root && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			more = yield(failed(path, unreadable(path, errors.Unwrap(err))))
		case hidden && d.IsDir():
			return fs.SkipDir
		case !hidden && d.Type().IsRegular():
			more, empty = in.file(path, yield), false
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && more {
		return yield(failed(root, err))
	}
	if more && empty {
		return yield(failed(root, nothingIn(root, "no file in it; names that begin with a dot are left alone")))
	}
	return more
}

func nothingIn(name, message string) error {
	return &rapporteur.Error{Code: rapporteur.Empty, Op: "read " + name, Message: message}
}

// standard yields the lines of standard input if it begins like JSON, else the
// one report that it is.
func (in *Inputs) standard(yield func(Input) bool) bool {
	const name = "standard input"
	unpacked, err := source.Unpacked(bufio.NewReader(in.Stdin))
	if err != nil {
		return yield(failed(name, unreadable(name, err)))
	}
	r := bufio.NewReaderSize(unpacked, source.BundleHead)
	if head, _ := r.Peek(source.BundleHead); source.Bundled(head) {
		return yieldBundle(name, r, in.Options, yield)
	}
	if head, _ := r.Peek(512); !bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n\ufeff"), []byte("{")) {
		opener := *in.Opener
		opener.Stdin = r
		return yield(Input{name, func(ctx context.Context) (*rapporteur.Report, error) { return opener.Open(ctx, "-", in.Options) }})
	}
	return in.lines(name, r, yield)
}
