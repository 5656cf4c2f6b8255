package archive

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/source"
)

// zipMagic is what a ZIP begins with (APPNOTE 6.3, section 4.3.7).
var zipMagic = []byte("PK\x03\x04")

// Limits on what is unpacked.
const (
	// memberLargest is the size in bytes of the largest member that is one report.
	memberLargest = 32 << 20
	// A member that is many times as large as it is packed is made to fill the disk or
	// the memory: texts shrink to a fifth or a tenth.
	ratioMost  = 200
	ratioLeast = 8 << 20
)

// zip gives the reports of the members of a ZIP in their order. A document that is one,
// as those of word processors are, is one report.
func (r *Reader) zip(name string, in io.ReaderAt, size int64, from Position, one Item, yield func(Item) bool) bool {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return yield(failing(name, wrong(rapporteur.Unreadable, name, "a damaged ZIP", err)))
	}
	if isDocument(z) {
		return yield(one)
	}
	if overlapping(z, size) {
		return yield(failing(name, wrong(rapporteur.Unsupported, name, "its members lie over one another, as in no honest ZIP; it is refused", nil)))
	}
	before, webArchive := int64(0), isWACZ(z)
	for n, f := range z.File {
		size := int64(f.CompressedSize64)
		at := Position{Member: n}
		if n == from.Member {
			at = from
		}
		if n >= from.Member && isReport(f) && (!webArchive || isRecords(f)) {
			more := r.member(name, f, at, func(item Item) bool {
				if item.Next == (Position{}) { // the member is one report
					item.Next, item.Read = Position{Member: n + 1}, size
				}
				item.Read = before + min(item.Read, size)
				return yield(item)
			})
			if !more {
				return false
			}
		}
		before += size
	}
	return true
}

// isWACZ reports whether a ZIP is a web archive by WACZ 1.1.1: beside its records it has
// indexes, lists and a package description, which are no reports.
func isWACZ(z *zip.Reader) bool {
	described := slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "datapackage.json" })
	return described && slices.ContainsFunc(z.File, isRecords)
}

// isRecords reports whether a member is one of the web archives of a WACZ.
func isRecords(f *zip.File) bool {
	ext := path.Ext(strings.TrimSuffix(f.Name, ".gz"))
	return strings.HasPrefix(f.Name, "archive/") && ext == ".warc"
}

// isReport reports whether a member may hold reports: it is a file, hidden from nobody.
func isReport(f *zip.File) bool {
	if !f.Mode().IsRegular() {
		return false
	}
	for part := range strings.SplitSeq(f.Name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return false
		}
	}
	return true
}

// isDocument reports whether a ZIP is a document: Office Open XML (ECMA-376, part 2),
// OpenDocument and EPUB say so in a member.
func isDocument(z *zip.Reader) bool {
	for _, f := range z.File {
		if f.Name == "[Content_Types].xml" || f.Name == "mimetype" {
			return true
		}
	}
	return false
}

// overlapping reports whether members are more than the file, as those of a bomb are
// that unpacks the same bytes again and again (Fifield 2019).
func overlapping(z *zip.Reader, size int64) bool {
	left := uint64(size)
	for _, f := range z.File {
		if f.CompressedSize64 > left {
			return true
		}
		left -= f.CompressedSize64
	}
	return false
}

// member gives the reports of one member.
func (r *Reader) member(name string, f *zip.File, from Position, yield func(Item) bool) bool {
	name = path.Join(name, f.Name)
	if f.UncompressedSize64 > ratioLeast && f.UncompressedSize64/ratioMost > f.CompressedSize64 {
		return yield(failing(name, wrong(rapporteur.Unsupported, name, fmt.Sprintf("refused: it unpacks to more than %d times its size, as no text does", ratioMost), nil)))
	}
	in, err := f.Open()
	if err != nil {
		return yield(failing(name, wrong(rapporteur.Unsupported, name, "cannot be unpacked", err)))
	}
	defer func() { _ = in.Close() }() // nothing was written
	text := bufio.NewReaderSize(in, sniffed)
	head, _ := text.Peek(sniffed) // what fails now fails again
	switch {
	case isWARC(head):
		return r.records(name, text, from, yield)
	case holdsRows(name):
		return r.rows(name, text, from, yield)
	case isBundle(head):
		return r.bundle(name, text, from, yield)
	case bytes.HasPrefix(head, zipMagic) && !isOffice(name):
		return yield(failing(name, wrong(rapporteur.Unsupported, name, "a ZIP in a ZIP; unpack the outer one first", nil)))
	}
	data, unfit := whole(name, text)
	if unfit != nil {
		return yield(failing(name, unfit))
	}
	return yield(Item{Name: name, Open: func(ctx context.Context) (*rapporteur.Report, error) {
		return source.ParseContext(ctx, name, data, r.Options)
	}})
}

// isOffice reports whether a name is that of a document that is a ZIP.
func isOffice(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".docx", ".odt", ".epub":
		return true
	}
	return false
}

// whole reads a member that is one report, packed with gzip or not.
func whole(name string, in *bufio.Reader) ([]byte, error) {
	from, err := source.Unpacked(in)
	if err != nil {
		return nil, unreadable(name, err)
	}
	data, err := io.ReadAll(io.LimitReader(from, memberLargest+1))
	switch {
	case err != nil:
		return nil, wrong(rapporteur.Unreadable, name, "cannot be unpacked", err)
	case len(data) > memberLargest:
		return nil, wrong(rapporteur.Unsupported, name, "too large for a report; give the report's text alone", nil)
	}
	return data, nil
}
