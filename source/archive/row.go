package archive

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// rowReader reads the rows of a table of text: RFC 4180, with any separator, and with
// what people write: quotation marks in the middle of a field stand for themselves. A
// field may run over several lines.
type rowReader struct {
	from *bufio.Reader
	// separator stands between fields; quoting is whether quotation marks hold a field
	// together, as they do but in the tables of GDELT.
	separator byte
	quoting   bool
	longest   int
	// offset is how many bytes were read, row how many rows.
	offset int64
	row    int
}

// next gives the fields of the next row that is not empty. A row that is too long, or
// whose quotation marks do not close, is an error, and the next call goes on behind it.
func (r *rowReader) next() ([]string, error) {
	for {
		line, size, err := nextLine(r.from, r.longest)
		r.offset += int64(size)
		if size > r.longest {
			r.row++
			return nil, fmt.Errorf("a row of %d bytes, and %d is the most for one report", size, r.longest)
		}
		if len(bytes.TrimSpace(line)) == 0 {
			if err != nil {
				return nil, err
			}
			continue
		}
		r.row++
		return r.fields(line, err)
	}
}

// fields cuts a row into its fields, with further lines where a field goes on.
func (r *rowReader) fields(line []byte, ended error) ([]string, error) {
	var out []string
	var field []byte
	quoted, opening, lines, size := false, true, 1, len(line)
	line = bytes.TrimRight(line, "\r\n")
	for i := 0; ; i++ {
		switch {
		case i < len(line) && quoted && line[i] == '"' && i+1 < len(line) && line[i+1] == '"':
			field = append(field, '"')
			i++
		case i < len(line) && quoted && line[i] == '"' && (i+1 == len(line) || line[i+1] == r.separator):
			quoted = false
		case i < len(line) && r.quoting && opening && line[i] == '"':
			quoted, opening = true, false
		case i < len(line) && !quoted && line[i] == r.separator:
			out, field, opening = append(out, string(field)), nil, true
		case i < len(line):
			field, opening = append(field, line[i]), false
		case !quoted:
			return append(out, string(field)), nil
		default:
			more, n, err := nextLine(r.from, r.longest-size)
			r.offset += int64(n)
			if size += n; size > r.longest || n == 0 && ended != nil || n == 0 && errors.Is(err, io.EOF) {
				return nil, fmt.Errorf("a quotation mark that does not close, in %d lines", lines)
			}
			if n == 0 {
				return nil, err
			}
			field, lines = append(field, '\n'), lines+1
			line, ended, i = bytes.TrimRight(more, "\r\n"), err, -1
		}
	}
}

// nextLine gives the next line and its size. A line of more than the most is read
// to its end and not kept.
func nextLine(r *bufio.Reader, most int) (data []byte, size int, err error) {
	for {
		part, err := r.ReadSlice('\n')
		size += len(part)
		if size <= most {
			data = append(data, part...)
		} else {
			data = nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return data, size, err
		}
	}
}

// separators are what stands between fields, the likeliest first.
const separators = ",\t;|"

// separatorOf is the one that cuts the first rows of a table into as many fields each,
// and into most.
func separatorOf(head []byte) byte {
	best, most := separators[0], 1
	for _, s := range []byte(separators) {
		r := &rowReader{from: bufio.NewReader(bytes.NewReader(head)), separator: s, quoting: true, longest: len(head)}
		least := 0
		for range 5 {
			fields, err := r.next()
			if err != nil || r.offset == int64(len(head)) && least > 0 { // the last one may be cut off
				break
			}
			if least == 0 || len(fields) < least {
				least = len(fields)
			}
		}
		if least > most {
			best, most = s, least
		}
	}
	return best
}
