package warc

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// headerLargest is the size in bytes of the largest header of a record, or of an answer,
// that is read.
const headerLargest = 256 << 10

// magic is what a record begins with.
var magic = []byte("WARC/")

// header reads the version and the fields of a record, section 4 of ISO 28500:2017. Where
// there is none nothing is taken.
func (t *tape) header() (version string, fields Fields, err error) {
	if !bytes.HasPrefix(t.peek(len(magic)), magic) {
		return "", nil, errors.New("no record begins there")
	}
	end, size := -1, 0
	for asked := 4 << 10; end < 0; asked *= 2 {
		head := t.peek(asked)
		if end, size = blankLine(head); end < 0 && (len(head) < asked || asked >= headerLargest) {
			return "", nil, errors.New("its header has no end")
		}
	}
	first, rest, _ := bytes.Cut(t.peek(end), []byte("\n"))
	version, fields = string(bytes.TrimSpace(first[len(magic):])), fieldsOf(rest)
	t.take(end + size)
	return version, fields, nil
}

// blankLine finds the first empty line, the end of a header, and its length with that of
// the line feed before it. Some writers leave out carriage returns.
func blankLine(data []byte) (at, size int) {
	at = -1
	for _, end := range []string{"\r\n\r\n", "\n\n"} {
		if i := bytes.Index(data, []byte(end)); i >= 0 && (at < 0 || i < at) {
			at, size = i, len(end)
		}
	}
	return at, size
}

// fieldsOf reads fields; a line that begins with a blank goes on with the one before.
func fieldsOf(head []byte) Fields {
	var out Fields
	for raw := range bytes.Lines(head) {
		line := string(bytes.TrimRight(raw, "\r\n"))
		if (strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t")) && len(out) > 0 {
			out[len(out)-1].Value += " " + strings.TrimSpace(line)
			continue
		}
		if name, value, ok := strings.Cut(line, ":"); ok {
			out = append(out, Field{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
	}
	return out
}

// lengthOf gives the length of a block, which every record must tell.
func lengthOf(fields Fields) (int64, error) {
	n, err := strconv.ParseInt(fields.Get("Content-Length"), 10, 64)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("a Content-Length of %q", fields.Get("Content-Length"))
	}
	return n, nil
}
