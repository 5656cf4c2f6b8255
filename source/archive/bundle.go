package archive

import (
	"bufio"
	"bytes"
	"context"
	"io"

	"rapporteur"
	"rapporteur/source"
)

// isBundle reports whether some bytes, packed or not, begin a letter with what is attached
// to it, or a box of letters.
func isBundle(head []byte) bool {
	from, err := source.Unpacked(bufio.NewReader(bytes.NewReader(head)))
	if err != nil {
		return false
	}
	begin := make([]byte, source.BundleHead)
	n, _ := io.ReadFull(from, begin) // less is the whole file
	return source.Bundled(begin[:n])
}

// bundle gives the letters of a box and what is attached to them, from so many on.
func (r *Reader) bundle(name string, in io.Reader, from Position, yield func(Item) bool) bool {
	raw := &counted{from: in}
	text, err := source.Unpacked(bufio.NewReader(raw))
	if err != nil {
		return yield(failing(name, unreadable(name, err)))
	}
	n := 0
	for part, err := range source.Bundle(name, text) {
		if n++; n <= from.Record {
			continue
		}
		one := Item{Name: part.Name, Open: func(ctx context.Context) (*rapporteur.Report, error) { return part.Open(ctx, r.Options) }}
		if err != nil {
			one = failing(part.Name, err)
		}
		one.Next, one.Read = Position{from.Member, 0, n}, raw.n
		if !yield(one) {
			return false
		}
	}
	return n > 0 || yield(failing(name, wrong(rapporteur.Empty, name, "no letter in it that says anything", nil)))
}
