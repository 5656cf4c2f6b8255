package document

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
)

// Format is the form that a file has.
type Format string

// The formats. Foreign are those of old office programs, which nobody reads here;
// Locked are files of new ones that need a password.
const (
	None    Format = ""
	Word    Format = "DOCX"
	Open    Format = "ODT"
	Rich    Format = "RTF"
	Foreign Format = "DOC"
	Locked  Format = "locked"
	// Packed is a ZIP file that is no document.
	Packed Format = "ZIP"
)

// compound begins the files of old office programs, and locked ones of new.
var compound = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// FormatOf recognises a document from its bytes.
func FormatOf(data []byte) Format {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return packedFormat(data)
	case bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 64)], "\xef\xbb\xbf \r\n\t"), []byte(`{\rtf`)):
		return Rich
	case bytes.HasPrefix(data, compound):
		if bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")) {
			return Locked
		}
		return Foreign
	}
	return None
}

// Read reads a document of a word processor.
func Read(ctx context.Context, data []byte) (*Document, error) {
	switch f := FormatOf(data); f {
	case Word, Open:
		return readPacked(ctx, data, f)
	case Rich:
		return readRich(ctx, data)
	case Locked:
		return nil, errLocked
	case Foreign:
		return nil, errForeign
	case Packed:
		return nil, errPacked
	default:
		return nil, errNone
	}
}

// partsMost is how many parts a packed file may have.
const partsMost = 20_000

// packedFormat tells what a ZIP file holds by its parts.
func packedFormat(data []byte) Format {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) > partsMost {
		return Packed
	}
	types, odf := false, false
	for _, f := range z.File {
		switch f.Name {
		case "[Content_Types].xml":
			types = true
		case "mimetype":
			odf = strings.HasPrefix(firstBytes(f, 64), "application/vnd.oasis.opendocument.text")
		}
	}
	switch {
	case odf:
		return Open
	case types && mainPart(z) != nil:
		return Word
	}
	return Packed
}

// firstBytes gives how a part begins.
func firstBytes(f *zip.File, most int64) string {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer func() { _ = r.Close() }() // nothing was written
	data, _ := io.ReadAll(io.LimitReader(r, most))
	return string(data)
}

// readPacked reads the parts of a document.
func readPacked(ctx context.Context, data []byte, f Format) (*Document, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errBroken
	}
	var d *Document
	if f == Word {
		d, err = readWord(ctx, z)
	} else {
		d, err = readOpen(ctx, z)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return d, err
}
