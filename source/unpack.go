package source

import (
	"bufio"
	"compress/gzip"
	"io"
)

// Unpacked gives what was compressed with gzip as it was before, and everything
// else as it is. It is unpacked as it is read; whoever reads it sets the limit.
func Unpacked(r *bufio.Reader) (io.Reader, error) {
	head, _ := r.Peek(3) // less is no gzip
	if len(head) < 3 || head[0] != 0x1f || head[1] != 0x8b || head[2] != 8 {
		return r, nil
	}
	return gzip.NewReader(r)
}
