package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// BlockLargest is the size in bytes of the largest block that is kept, unless a Reader
// has another limit.
const BlockLargest = 16 << 20

// Reader reads the records of an archive.
type Reader struct {
	// Want says whether the block of a record is kept, nil for all blocks.
	Want func(*Record) bool
	// Largest is the size in bytes of the largest block that is kept. A larger record
	// that is wanted is a Damage, others are passed over.
	Largest int64

	file   *tape
	zipped bool
	// packed is the member of gzip that is open, nil in a plain file and between members.
	packed *member
	unzip  *gzip.Reader
	// given is how many records and damages of the open member have been given.
	given int
	// again counts the bytes that were read twice, as something was wrong the first time.
	again int64
	block bytes.Buffer
}

// NewReader reads an archive from its beginning or, if r was brought there, from the
// position of a record.
func NewReader(r io.Reader, at Position) *Reader {
	out := &Reader{Largest: BlockLargest, file: newTape(r, at.Offset, BlockLargest)}
	out.zipped = bytes.HasPrefix(out.file.peek(len(memberMagic)), memberMagic)
	for range at.Record {
		if _, err := out.Next(); err != nil && !errors.As(err, new(*Damage)) {
			break
		}
	}
	return out
}

// Position is where the next record begins: a reader that begins there gives all that
// this one has not given yet.
func (r *Reader) Position() Position {
	if r.packed != nil && !r.packed.text.ended() {
		return Position{r.packed.start, r.given}
	}
	return Position{r.file.at, 0}
}

// Next gives the next record, a Damage in its place, or io.EOF at the end. Any other
// error is the stream's, and nothing comes after it.
func (r *Reader) Next() (*Record, error) {
	for {
		text, err := r.open()
		if err != nil {
			return nil, err
		}
		if text.blanks(); text.ended() {
			continue
		}
		record, err := r.record(text)
		if failed := r.file.failure(); err != nil && failed != nil {
			return nil, failed
		}
		r.given++
		return record, err
	}
}

// here is where the record begins that is read now.
func (r *Reader) here() Position {
	if r.packed != nil {
		return Position{r.packed.start, r.given}
	}
	return Position{r.file.at, 0}
}

// record reads one record to its end.
func (r *Reader) record(text *tape) (*Record, error) {
	at := r.here()
	text.mark()
	version, fields, err := text.header()
	if err != nil {
		return nil, r.damaged(text, at, "", err)
	}
	out := recordOf(at, version, fields)
	if out.Size, err = lengthOf(fields); err != nil {
		return nil, r.damaged(text, at, out.Target, err)
	}
	wanted := r.Want == nil || r.Want(out)
	got := int64(0)
	r.block.Reset()
	if out.Size > r.Largest {
		got = text.skip(out.Size)
	} else {
		got = text.block(&r.block, out.Size)
	}
	if got < out.Size {
		return nil, r.damaged(text, at, out.Target, fmt.Errorf("cut off after %d of %d bytes", got, out.Size))
	}
	if err := r.ends(text); err != nil {
		return nil, r.damaged(text, at, out.Target, err)
	}
	switch {
	case !wanted:
		return out, nil
	case out.Size > r.Largest:
		return nil, &Damage{at, out.Target, fmt.Errorf("it has %d bytes, and %d is the most that is read", out.Size, r.Largest)}
	}
	out.Block = bytes.Clone(r.block.Bytes())
	if err := out.verify(); err != nil {
		return nil, &Damage{at, out.Target, err}
	}
	return out, nil
}

// blanksMost is how many bytes of empty lines may end a record, which should have four.
const blanksMost = 64

// ends takes the empty lines that end a record, behind which the next one or nothing
// must come, in a member of gzip its sum and length.
func (r *Reader) ends(text *tape) error {
	there := text.peek(blanksMost)
	next := bytes.TrimLeft(there, "\r\n")
	if len(next) > 0 && !bytes.HasPrefix(next, magic) {
		return errors.New("its length is not that of its block")
	}
	if err := text.failure(); err != nil && len(next) == 0 {
		return err
	}
	text.take(len(there) - len(next))
	return nil
}

// damaged says what is wrong and goes to where the next record begins.
func (r *Reader) damaged(text *tape, at Position, target string, err error) error {
	if r.packed == nil || r.packed.broken == nil {
		r.rewind(text)
		text.seek([]byte("\nWARC/1."))
		return &Damage{at, target, err}
	}
	err = r.packed.broken
	r.packed = nil
	r.rewind(r.file)
	r.findMember()
	return &Damage{at, target, fmt.Errorf("broken compression: %w", err)}
}

// rescue is how many bytes may be read twice whatever the size of the file.
const rescue = 64 << 20

// rewind goes back to behind the beginning of what is damaged, as the next record may
// begin within; unless that is too far back or too much was read twice already, so that
// what is read in all is bounded by the size of the file.
func (r *Reader) rewind(t *tape) {
	if back := t.behind(); back > 0 && r.again+back <= rescue+r.file.at {
		r.again += back
		t.rewind()
	}
}
