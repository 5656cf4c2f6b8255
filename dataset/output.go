package dataset

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"rapporteur"
)

// Output is where an export goes.
type Output interface {
	// Main opens what the export is, Beside what explains it.
	Main(name string) (io.WriteCloser, error)
	Beside(name string) (io.WriteCloser, error)
}

// Stream is an output of one file; what would stand beside it is left out.
type Stream struct{ W io.Writer }

// Main gives the stream.
func (s Stream) Main(string) (io.WriteCloser, error) { return unclosed{s.W}, nil }

// Beside gives nothing.
func (s Stream) Beside(string) (io.WriteCloser, error) { return unclosed{io.Discard}, nil }

type unclosed struct{ io.Writer }

func (unclosed) Close() error { return nil }

// Folder is an output of several files. What it has opened and not finished is removed
// by Abandon.
type Folder struct {
	Path string
	// Overwrite allows that files of the same names are there.
	Overwrite bool
	opened    []string
	// made says that the folder was not there before.
	made bool
}

// Main creates a file.
func (f *Folder) Main(name string) (io.WriteCloser, error) { return f.create(name) }

// Beside creates a file.
func (f *Folder) Beside(name string) (io.WriteCloser, error) { return f.create(name) }

func (f *Folder) create(name string) (io.WriteCloser, error) {
	if _, err := os.Stat(f.Path); errors.Is(err, fs.ErrNotExist) {
		f.made = true
	}
	if err := os.MkdirAll(f.Path, 0o755); err != nil {
		return nil, failure(f.Path, err)
	}
	path := filepath.Join(f.Path, name)
	w, err := CreateFile(path, f.Overwrite)
	if err == nil {
		f.opened = append(f.opened, path)
	}
	return w, err
}

// Abandon removes the files that were written: half an export is none.
func (f *Folder) Abandon() {
	for _, path := range f.opened {
		_ = os.Remove(path)
	}
	if f.made {
		_ = os.Remove(f.Path) // unless somebody else has put something there
	}
}

// CreateFile creates one file for an export.
func CreateFile(path string, overwrite bool) (io.WriteCloser, error) {
	mode := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if overwrite {
		mode = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	}
	w, err := os.OpenFile(path, mode, 0o644)
	if err != nil {
		return nil, failure(path, err)
	}
	return file{w, path}, nil
}

// file is a file whose failures say what to do.
type file struct {
	*os.File
	path string
}

func (f file) Write(p []byte) (int, error) {
	n, err := f.File.Write(p)
	return n, failure(f.path, err)
}

func (f file) Close() error { return failure(f.path, f.File.Close()) }

func failure(path string, err error) error {
	code, message := rapporteur.Unreadable, "cannot be written"
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		code, message, err = rapporteur.Invalid, "is there already; name another place, or say --overwrite", nil
	case errors.Is(err, syscall.ENOSPC):
		code, message = rapporteur.NoSpace, "the disk is full; make room or name another place"
	}
	return &rapporteur.Error{Code: code, Op: fmt.Sprintf("write %s", path), Message: message, Err: err}
}
