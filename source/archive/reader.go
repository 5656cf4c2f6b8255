package archive

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"

	"rapporteur"
	"rapporteur/source"
)

// Reader finds reports in files.
type Reader struct {
	// Opener opens files that are one report, and fetches what addresses stand for.
	Opener *source.Opener
	// Options hold for all reports where what stands beside one does not say otherwise.
	Options source.Options
	// Columns say by which names the columns of tables go, beside those that are known.
	Columns Columns
	// Longest is the size in bytes of the longest line or row that is read; none is 16 MiB.
	Longest int
	// Passed is told of everything that is passed over; nil tells nobody.
	Passed func()
}

// longest is the size in bytes of the longest line or row that is read: an hour's live
// blog with its page around it has one or two million.
const longest = 16 << 20

func (r *Reader) longest() int {
	if r.Longest > 0 {
		return r.Longest
	}
	return longest
}

func (r *Reader) pass() {
	if r.Passed != nil {
		r.Passed()
	}
}

// sniffed is how many bytes a file is recognised from.
const sniffed = source.BundleHead

// isWARC reports whether some bytes begin a web archive, packed or not.
func isWARC(head []byte) bool {
	from, err := source.Unpacked(bufio.NewReader(bytes.NewReader(head)))
	if err != nil {
		return false
	}
	begin := make([]byte, len("WARC/"))
	n, _ := io.ReadFull(from, begin) // less is none
	return string(begin[:n]) == "WARC/"
}

// unreadable leaves out the name that errors of files repeat.
func unreadable(name string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return wrong(rapporteur.Unreadable, name, "", err)
}

// counted counts what is read through it.
type counted struct {
	from io.Reader
	n    int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n += int64(n)
	return n, err
}

// skipTo brings a stream to an offset.
func skipTo(in io.Reader, offset int64) error {
	if offset == 0 {
		return nil
	}
	if s, ok := in.(io.Seeker); ok {
		_, err := s.Seek(offset, io.SeekStart)
		return err
	}
	_, err := io.CopyN(io.Discard, in, offset)
	return err
}
