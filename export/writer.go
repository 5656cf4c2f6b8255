package export

import (
	"io"
	"strings"
	"unicode/utf8"
)

// Writer passes a text on with every line clean; line feeds and tabs stay. It is for
// printers that know nothing of each other.
type Writer struct {
	W io.Writer
	// rest is the beginning of a character whose end has not come yet.
	rest []byte
}

// Write implements io.Writer.
func (w *Writer) Write(p []byte) (int, error) {
	data := append(w.rest, p...)
	whole := len(data)
	for i := 1; i < utf8.UTFMax && i <= len(data); i++ {
		if at := len(data) - i; utf8.RuneStart(data[at]) {
			if !utf8.FullRune(data[at:]) {
				whole = at
			}
			break
		}
	}
	w.rest = append([]byte(nil), data[whole:]...)
	clean := strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return r
		}
		return harmless(r)
	}, string(data[:whole]))
	if _, err := io.WriteString(w.W, clean); err != nil {
		return 0, err
	}
	return len(p), nil
}
