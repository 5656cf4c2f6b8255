package archive

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decoded gives a table in UTF-8: UTF-16 and UTF-8 are known by their marks (Unicode 16,
// section 23.8), and what is not UTF-8 in its beginning is Windows-1252, in which
// spreadsheets save.
func decoded(in *bufio.Reader) *bufio.Reader {
	head, _ := in.Peek(in.Size()) // what fails now fails again
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return bufio.NewReader(transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()))
	case bytes.HasPrefix(head, []byte("\ufeff")):
		_, _ = in.Discard(len("\ufeff")) // it is there
		return in
	case !utf8.Valid(whole8(head)):
		return bufio.NewReader(transform.NewReader(in, charmap.Windows1252.NewDecoder()))
	}
	return in
}

// whole8 leaves out a character that is cut off at the end.
func whole8(head []byte) []byte {
	for n := 1; n < utf8.UTFMax && n <= len(head); n++ {
		if c := head[len(head)-n]; utf8.RuneStart(c) {
			if !utf8.FullRune(head[len(head)-n:]) {
				return head[:len(head)-n]
			}
			break
		}
	}
	return head
}

// holdsRows reports whether a name is that of a table, or of lines of JSON.
func holdsRows(name string) bool {
	switch rowsKind(name) {
	case ".jsonl", ".ndjson", ".csv", ".tsv", ".tab":
		return !strings.Contains(name, "://")
	}
	return false
}

// rowsKind is the end of a name, without that of gzip, in small letters.
func rowsKind(name string) string {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	if dot := strings.LastIndexByte(name, '.'); dot >= 0 {
		return name[dot:]
	}
	return ""
}

// skipText leaves out what comes before an offset of a text.
func skipText(in io.Reader, offset int64) error {
	_, err := io.CopyN(io.Discard, in, offset)
	return err
}
