package archive

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"

	"rapporteur"
	"rapporteur/source"
)

// File gives the reports of a file or an address from a position on.
func (r *Reader) File(path string, from Position) iter.Seq[Item] {
	return func(yield func(Item) bool) { r.file(path, from, yield) }
}

// file says whether more items are wanted.
func (r *Reader) file(path string, from Position, yield func(Item) bool) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() && !holdsRows(path) {
		return yield(r.one(path)) // which says what is wrong with it
	}
	f, err := os.Open(path)
	if err != nil {
		return yield(failing(path, unreadable(path, err)))
	}
	defer func() { _ = f.Close() }() // nothing was written
	head, err := headOf(f, info)
	if err != nil {
		return yield(failing(path, unreadable(path, err)))
	}
	return r.found(path, f, info.Size(), head, from, r.one(path), yield)
}

// content is a file that can be read from anywhere.
type content interface {
	io.ReadSeeker
	io.ReaderAt
}

// found gives the reports of a file by what it is; else it is one.
func (r *Reader) found(name string, f content, size int64, head []byte, from Position, one Item, yield func(Item) bool) bool {
	switch {
	case isWARC(head):
		return r.records(name, f, from, yield)
	case bytes.HasPrefix(head, zipMagic):
		return r.zip(name, f, size, from, one, yield)
	case holdsRows(name):
		return r.rows(name, f, from, yield)
	case isBundle(head):
		return r.bundle(name, f, from, yield)
	}
	return yield(one)
}

// Bytes gives the reports of a file that is at hand; its name is a name alone.
func (r *Reader) Bytes(name string, data []byte) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		one := Item{Name: name, Open: func(ctx context.Context) (*rapporteur.Report, error) {
			return source.Received(ctx, name, data, r.Options)
		}}
		r.found(name, bytes.NewReader(data), int64(len(data)), data[:min(len(data), sniffed)], Position{}, one, yield)
	}
}

// one is a file that is one report.
func (r *Reader) one(path string) Item {
	return Item{Name: path, Open: func(ctx context.Context) (*rapporteur.Report, error) { return r.Opener.Open(ctx, path, r.Options) }}
}

// headOf gives the first bytes of a file; what is no regular file cannot be looked at
// before it is read.
func headOf(f *os.File, info fs.FileInfo) ([]byte, error) {
	if !info.Mode().IsRegular() {
		return nil, nil
	}
	head := make([]byte, sniffed)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return head[:n], nil
}

// Stream gives the reports of a stream: the records of a web archive, lines of JSON, or
// one report.
func (r *Reader) Stream(name string, in io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		packed := bufio.NewReaderSize(in, sniffed)
		if startsLine(packed) {
			r.lines(name, &counted{from: packed}, Position{}, func() int64 { return 0 }, yield)
			return
		}
		head, _ := packed.Peek(sniffed) // what fails now fails again
		if isWARC(head) {
			r.records(name, packed, Position{}, yield)
			return
		}
		unpacked, err := source.Unpacked(packed)
		if err != nil {
			yield(failing(name, unreadable(name, err)))
			return
		}
		text := bufio.NewReaderSize(unpacked, source.BundleHead)
		if startsLine(text) {
			r.lines(name, &counted{from: text}, Position{}, func() int64 { return 0 }, yield)
			return
		}
		if head, _ := text.Peek(source.BundleHead); source.Bundled(head) {
			r.bundle(name, text, Position{}, yield)
			return
		}
		opener := *r.Opener
		opener.Stdin = text
		yield(Item{Name: name, Open: func(ctx context.Context) (*rapporteur.Report, error) { return opener.Open(ctx, "-", r.Options) }})
	}
}

// startsLine reports whether lines of JSON begin, by what has come of a stream so far:
// who writes to it line by line is not waited for.
func startsLine(in *bufio.Reader) bool {
	_, _ = in.Peek(1) // what fails now fails again
	head, _ := in.Peek(in.Buffered())
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n\ufeff"), []byte("{"))
}
