package service

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"rapporteur"
	"rapporteur/source"
	"rapporteur/source/archive"
)

// Input is a report that has not been opened yet, or why there is none.
type Input struct {
	// Name is the file or address, with the place in a file of many.
	Name string
	Open func(context.Context) (*rapporteur.Report, error)
	// Archive is the file of many in which it stands, nil for a report by itself.
	Archive *Archive
	// Next is where the input behind it begins in its archive.
	Next archive.Position
	// Done is how many bytes of all inputs have been read up to there.
	Done int64
}

func failed(name string, err error) Input {
	return Input{Name: name, Open: func(context.Context) (*rapporteur.Report, error) { return nil, err }}
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
// that is in them, addresses, archives and tables of many, any of them compressed with
// gzip, and standard input.
type Inputs struct {
	Opener *source.Opener
	// Options hold for all reports, where a line of JSON does not say otherwise.
	Options source.Options
	Stdin   io.Reader
	// LineLargest is the size in bytes of the largest line of JSON that is read;
	// none is 16 MiB.
	LineLargest int
	// Columns are the names of columns of tables, where they are not those that are known.
	Columns archive.Columns
	// Limit is how many reports are given at most, 0 for all.
	Limit int
	// Resume says where an archive is to be gone on with; nil is from its beginning.
	Resume func(*Archive) archive.Position

	passed passed
	given  int
	done   int64
}

// All yields the reports of all arguments in their order.
func (in *Inputs) All(targets []string) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		in.given, in.done = 0, 0
		counting := func(one Input) bool {
			in.given++
			return yield(one) && (in.Limit <= 0 || in.given < in.Limit)
		}
		for _, target := range targets {
			if !in.one(target, counting) {
				return
			}
		}
	}
}

// one yields the reports of one argument and says whether more are wanted.
func (in *Inputs) one(target string, yield func(Input) bool) bool {
	if target == "-" {
		return in.items(in.reader().Stream("standard input", in.Stdin), nil, yield)
	}
	if info, err := os.Stat(target); err == nil && info.IsDir() {
		return in.folder(target, yield)
	}
	return in.file(target, yield)
}

// reader finds reports in files of many.
func (in *Inputs) reader() *archive.Reader {
	return &archive.Reader{Opener: in.Opener, Options: in.Options, Columns: in.Columns, Longest: in.LineLargest, Passed: in.passed.count}
}

// file yields the reports of a file or an address.
func (in *Inputs) file(target string, yield func(Input) bool) bool {
	size := sizeOf(target)
	from, kept := archive.Position{}, (*Archive)(nil)
	if in.Resume != nil && size > 0 {
		kept = &Archive{Name: target}
		from = in.Resume(kept)
	}
	more := in.items(in.reader().File(target, from), kept, yield)
	in.done += size
	return more
}

// items yields what was found in a file.
func (in *Inputs) items(found iter.Seq[archive.Item], of *Archive, yield func(Input) bool) bool {
	for item := range found {
		one := Input{Name: item.Name, Open: item.Open, Done: in.done + item.Read, Next: item.Next}
		if item.Next != (archive.Position{}) {
			one.Archive = of
		}
		if !yield(one) {
			return false
		}
	}
	of.end()
	return true
}

// Line yields the report of one line of JSON that comes from somewhere else.
func (in *Inputs) Line(name string, data []byte) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		item := in.reader().Line(name, data)
		yield(Input{Name: item.Name, Open: item.Open})
	}
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
