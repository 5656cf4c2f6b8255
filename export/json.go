package export

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"rapporteur"
)

// JSON writes one reading as an indented object.
func JSON(w io.Writer, reading *rapporteur.Reading) error { return Indented(w, reading) }

// JSONLine writes one reading on a line of its own.
func JSONLine(w io.Writer, reading *rapporteur.Reading) error { return Line(w, reading) }

// Indented writes a value for programs and people.
func Indented(w io.Writer, v any) error {
	e := encoder(w)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// Line writes a value on a line of its own.
func Line(w io.Writer, v any) error { return encoder(w).Encode(v) }

// encoder writes JSON in which strings are exact and no character that a terminal
// obeys stands as itself: encoding/json leaves DEL, the C1 controls and the
// bidirectional ones as they are.
func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(escaping{w})
	e.SetEscapeHTML(false)
	return e
}

// escaping writes such characters as \u escapes. They are outside ASCII or DEL, so
// in JSON they stand in strings alone; an encoder writes whole values.
type escaping struct{ w io.Writer }

func (e escaping) Write(p []byte) (int, error) {
	var out []byte
	from := 0
	for at := asciiAhead(p); at < len(p); at += asciiAhead(p[at:]) {
		r, n := rune(p[at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(p[at:])
		}
		if r >= 0x7f && (unicode.IsControl(r) || steers(r)) {
			out = append(out, p[from:at]...)
			for _, unit := range utf16.Encode([]rune{r}) {
				out = fmt.Appendf(out, `\u%04x`, unit)
			}
			from = at + n
		}
		at += n
	}
	if from == 0 {
		return e.w.Write(p)
	}
	if _, err := e.w.Write(append(out, p[from:]...)); err != nil {
		return 0, err
	}
	return len(p), nil
}

// asciiAhead gives how many bytes at the beginning are surely ASCII without DEL: eight at a
// time, as most of what is written is.
func asciiAhead(p []byte) int {
	const ones, highest = 0x0101010101010101, 0x8080808080808080
	n := 0
	for ; len(p)-n >= 8; n += 8 {
		eight := binary.LittleEndian.Uint64(p[n:])
		other := eight ^ 0x7f*ones // has a byte 0 where there is a DEL
		if (eight|(other-ones)&^other)&highest != 0 {
			break
		}
	}
	return n
}
