package mail

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"regexp"

	"rapporteur"
)

// escaped is a line of a letter that would look like a postmark.
var escaped = regexp.MustCompile(`^>+From `)

// LetterLargest is the size in bytes up to which a letter of a box is read.
const LetterLargest = 48 << 20

var errLetterLarge = &rapporteur.Error{Code: rapporteur.Unsupported, Message: "a letter too large to be read; save its attachments and read those"}

// IsBox reports whether bytes begin like a box of letters: with a postmark, and a letter
// behind it; behind an exact one stands any.
func IsBox(head []byte) bool {
	if isStamped(head) {
		return true
	}
	line, rest, ok := bytes.Cut(head[:min(len(head), 4096)], []byte("\n"))
	return ok && postmark.Match(line) && Is(rest)
}

// Letters gives the letters of a box one by one, as they are read; of one that is too
// large it gives an error and goes on.
func Letters(r io.Reader) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		var letter []byte
		begun, large, blank := false, false, true
		give := func() bool {
			switch {
			case large:
				return yield(nil, errLetterLarge)
			case len(bytes.TrimSpace(withoutPostmark(letter))) == 0:
				return true
			}
			return yield(letter, nil)
		}
		in := bufio.NewReaderSize(r, 1<<16)
		for {
			line, err := in.ReadSlice('\n')
			switch {
			case blank && postmark.Match(line):
				if begun && !give() {
					return
				}
				letter, large, begun = append([]byte(nil), line...), false, true // the day of a letter that tells none
			case large || len(letter)+len(line) > LetterLargest:
				large, letter = true, nil
			default:
				letter = append(letter, unescaped(line)...)
			}
			blank = len(bytes.TrimRight(line, "\r\n")) == 0 && !errors.Is(err, bufio.ErrBufferFull)
			if errors.Is(err, io.EOF) {
				give()
				return
			}
			if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
				yield(nil, err)
				return
			}
		}
	}
}

func unescaped(line []byte) []byte {
	if escaped.Match(line) {
		return line[1:]
	}
	return line
}
