package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
)

// memberMagic is what a member of gzip begins with: RFC 1952, section 2.3.1, and the one
// method of compression that there is.
var memberMagic = []byte{0x1f, 0x8b, 8}

// member is a member of gzip on its way.
type member struct {
	// start is its offset in the file.
	start int64
	file  *tape
	gzip  *gzip.Reader
	// text is what is in it.
	text     *tape
	unpacked int64
	// broken is what ended it before its end.
	broken error
}

// A member that unpacks to more than bombLeast bytes and more than bombRatio times its
// size is made to fill the memory or to take for ever: pages shrink to a tenth.
const (
	bombLeast = 256 << 20
	bombRatio = 200
)

var errBomb = fmt.Errorf("it unpacks to more than %d times its size, as no pages do", bombRatio)

// Read unpacks, within the limits.
func (m *member) Read(p []byte) (int, error) {
	n, err := m.gzip.Read(p)
	m.unpacked += int64(n)
	if m.unpacked > bombLeast && m.unpacked > bombRatio*(m.file.at-m.start) {
		err = errBomb
	}
	if err != nil && !errors.Is(err, io.EOF) {
		m.broken = err
	}
	return n, err
}

// open gives what the next record is read from: the file, or the text of a member.
func (r *Reader) open() (*tape, error) {
	if !r.zipped {
		if r.file.ended() {
			return nil, r.over()
		}
		return r.file, nil
	}
	if r.packed != nil {
		if !r.packed.text.ended() {
			return r.packed.text, nil
		}
		if r.packed.broken != nil {
			at := r.here()
			return nil, r.damaged(r.packed.text, at, "", nil)
		}
		r.packed = nil
	}
	if r.file.ended() {
		return nil, r.over()
	}
	return r.openMember()
}

// over is the end of the file, or what ended it.
func (r *Reader) over() error {
	if err := r.file.failure(); err != nil {
		return err
	}
	return io.EOF
}

// openMember opens the member that comes next.
func (r *Reader) openMember() (*tape, error) {
	at := Position{r.file.at, 0}
	r.file.mark()
	unzip, err := r.unzipping()
	if err != nil {
		if failed := r.file.failure(); failed != nil {
			return nil, failed
		}
		if errors.Is(err, io.EOF) { // inside its head, which is no end of the file: others may follow
			err = io.ErrUnexpectedEOF
		}
		r.rewind(r.file)
		r.findMember()
		return nil, &Damage{Position: at, Err: fmt.Errorf("no member of gzip begins there: %w", err)}
	}
	unzip.Multistream(false)
	r.given = 0
	r.packed = &member{start: at.Offset, file: r.file, gzip: unzip}
	r.packed.text = newTape(r.packed, 0, int(min(r.Largest, BlockLargest)))
	return r.packed.text, nil
}

// unzipping unpacks the member that comes next, with the memory of the one before.
func (r *Reader) unzipping() (*gzip.Reader, error) {
	if r.unzip == nil {
		var err error
		r.unzip, err = gzip.NewReader(r.file)
		return r.unzip, err
	}
	return r.unzip, r.unzip.Reset(r.file)
}

// findMember goes on to the next member that holds a record, or to the end.
func (r *Reader) findMember() {
	for r.file.seek(memberMagic) {
		if beginsRecord(r.file.peek(stride)) {
			return
		}
		r.file.take(1)
	}
}

// beginsRecord reports whether some bytes unpack to the beginning of a record.
func beginsRecord(packed []byte) bool {
	unzip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return false
	}
	head := make([]byte, len(magic))
	_, err = io.ReadFull(unzip, head)
	return err == nil && bytes.Equal(head, magic)
}
