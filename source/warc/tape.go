package warc

import (
	"bytes"
	"errors"
	"io"
)

// tape is a stream that can be looked at before it is taken, and wound back to a mark.
// It is an [io.ByteReader], so that a decompressor takes no byte behind its member.
type tape struct {
	from io.Reader
	// held are the bytes that were read and not let go, next is the first of them that
	// was not taken, marked the one that can be gone back to, -1 for none.
	held         []byte
	next, marked int
	// window is how far back one can go.
	window int
	// at is the offset of the next byte.
	at  int64
	err error
}

func newTape(from io.Reader, at int64, window int) *tape {
	return &tape{from: from, at: at, window: window, marked: -1}
}

// stride is how many bytes are asked for at once.
const stride = 32 << 10

// fill reads until n bytes are there or no more come.
func (t *tape) fill(n int) {
	for idle := 0; len(t.held)-t.next < n && t.err == nil; {
		t.room()
		held := len(t.held)
		got, err := t.from.Read(t.held[held : held+stride])
		t.held, t.err = t.held[:held+got], err
		if idle++; got > 0 {
			idle = 0
		}
		if idle > 100 && t.err == nil {
			t.err = io.ErrNoProgress
		}
	}
}

// room makes room for a stride, and lets go what nobody can go back to.
func (t *tape) room() {
	if cap(t.held)-len(t.held) >= stride {
		return
	}
	if t.marked >= 0 && t.next-t.marked > t.window {
		t.marked = -1
	}
	keep := t.next
	if t.marked >= 0 {
		keep = t.marked
		t.marked = 0
	}
	kept := t.held[keep:]
	t.held = append(make([]byte, 0, max(2*len(kept), 2*stride)), kept...)
	t.next -= keep
}

// mark makes the next byte the one to go back to.
func (t *tape) mark() { t.marked = t.next }

// behind is how many bytes were taken since the mark, -1 where they are gone.
func (t *tape) behind() int64 {
	if t.marked < 0 {
		return -1
	}
	return int64(t.next - t.marked)
}

// rewind goes back to the byte behind the mark.
func (t *tape) rewind() {
	t.at -= int64(t.next - t.marked - 1)
	t.next = t.marked + 1
}

// peek gives the next n bytes, less where the stream ends.
func (t *tape) peek(n int) []byte {
	t.fill(n)
	return t.held[t.next:min(t.next+n, len(t.held))]
}

// take goes on by n bytes that are there.
func (t *tape) take(n int) {
	t.next, t.at = t.next+n, t.at+int64(n)
}

// failure is what the stream failed with, nil at its end.
func (t *tape) failure() error {
	if t.err == nil || errors.Is(t.err, io.EOF) {
		return nil
	}
	return t.err
}

// ended reports whether nothing is left.
func (t *tape) ended() bool { return t.next == len(t.held) && len(t.peek(1)) == 0 }

func (t *tape) Read(p []byte) (int, error) {
	if t.ended() {
		return 0, t.err
	}
	n := copy(p, t.held[t.next:])
	t.take(n)
	return n, nil
}

func (t *tape) ReadByte() (byte, error) {
	if t.ended() {
		return 0, t.err
	}
	b := t.held[t.next]
	t.take(1)
	return b, nil
}

// block takes so many bytes into a buffer, and says how many there were.
func (t *tape) block(into *bytes.Buffer, size int64) int64 {
	n, _ := io.CopyN(into, t, size) // what is missing is told by the number
	return n
}

// skip takes so many bytes and says how many there were.
func (t *tape) skip(size int64) int64 {
	n, _ := io.CopyN(io.Discard, t, size) // as above
	return n
}

// blanks takes line feeds and carriage returns.
func (t *tape) blanks() {
	for b := t.peek(1); len(b) > 0 && (b[0] == '\r' || b[0] == '\n'); b = t.peek(1) {
		t.take(1)
	}
}

// seek takes what comes before the next of some words, and says whether they come.
func (t *tape) seek(words []byte) bool {
	for {
		there := t.peek(stride)
		if i := bytes.Index(there, words); i >= 0 {
			t.take(i)
			return true
		}
		if len(there) < stride {
			t.take(len(there))
			return false
		}
		t.take(len(there) - len(words) + 1)
	}
}
