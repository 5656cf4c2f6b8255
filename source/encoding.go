package source

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Byte order marks, Unicode 16, section 23.8.
var (
	markUTF8    = []byte{0xEF, 0xBB, 0xBF}
	markUTF16LE = []byte{0xFF, 0xFE}
	markUTF16BE = []byte{0xFE, 0xFF}
)

// decode gives the characters of a plain text. Bytes that are not UTF-8 but
// have been mostly so are left for normalise to repair; else they are
// Windows-1252, the superset of Latin-1 that the web means by it.
func decode(data []byte) string {
	if order := utf16Order(data); order != nil {
		return decodeUTF16(data, order)
	}
	data = bytes.TrimPrefix(data, markUTF8)
	if utf8.Valid(data) || mostlyUTF8(data) {
		return string(data)
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return string(data)
	}
	return string(out)
}

// mostlyUTF8 reports whether well-formed sequences of several bytes outnumber
// stray bytes: a UTF-8 file with a flaw, cut off in the middle of a character.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size <= 1:
			bad++
		case size > 1:
			good++
		}
		i += size
	}
	return good > bad
}

// utf16Order gives the byte order of UTF-16 text, nil where it is none. Without
// a mark, English in UTF-16 gives itself away: every other byte is zero.
func utf16Order(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, markUTF16LE):
		return binary.LittleEndian
	case bytes.HasPrefix(data, markUTF16BE):
		return binary.BigEndian
	}
	head := data[:min(len(data), 512)&^1]
	if len(head) < 4 {
		return nil
	}
	var zero [2]int
	for i, c := range head {
		if c == 0 {
			zero[i%2]++
		}
	}
	pairs := len(head) / 2
	switch {
	case zero[1]*10 >= pairs*8 && zero[0] == 0:
		return binary.LittleEndian
	case zero[0]*10 >= pairs*8 && zero[1] == 0:
		return binary.BigEndian
	}
	return nil
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2)
	for ; len(data) >= 2; data = data[2:] {
		units = append(units, order.Uint16(data))
	}
	return string(utf16.Decode(units))
}
