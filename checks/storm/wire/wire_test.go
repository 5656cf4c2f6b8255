package wire_test

import (
	"bytes"
	"errors"
	"io"
	"net"
	"testing"
	"time"

	"rapporteur/checks/storm/wire"
)

// echo answers what it is told.
func echo(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() { _, _ = io.Copy(c, c) }()
		}
	}()
	return l.Addr().String()
}

func start(t *testing.T, w wire.Weather) *wire.Wire {
	t.Helper()
	out, err := wire.Start("tcp", echo(t), 1, w)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = out.Close() })
	return out
}

// say says something and gives the answer, as much as comes.
func say(t *testing.T, w *wire.Wire, what []byte) ([]byte, error) {
	t.Helper()
	c, err := net.Dial("tcp", w.Addr())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	if _, err := c.Write(what); err != nil {
		return nil, err
	}
	out := make([]byte, len(what))
	n, err := io.ReadFull(c, out)
	return out[:n], err
}

// broken reports whether an error is that of a connection that ended.
func broken(err error) bool {
	var op *net.OpError
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &op)
}

// TestWire: in good weather all arrives, late or at once; in bad weather a part of it, and
// the connection ends.
func TestWire(t *testing.T) {
	words := bytes.Repeat([]byte("the tide is out "), 1000)
	w := start(t, wire.Weather{Late: time.Millisecond, Still: 1, Standing: time.Millisecond})
	if got, err := say(t, w, words); err != nil || !bytes.Equal(got, words) {
		t.Errorf("%d of %d bytes came through: %v", len(got), len(words), err)
	}
	if c := w.Counts(); c.Still == 0 || c.Cut > 0 {
		t.Errorf("%+v", c)
	}
	w.Change(wire.Weather{Cut: 1})
	if got, err := say(t, w, words); !broken(err) || len(got) >= len(words) {
		t.Errorf("%d bytes came through a wire that is cut: %v", len(got), err)
	}
	w.Change(wire.Weather{})
	c, err := net.Dial("tcp", w.Addr())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Write([]byte("x")); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(c, make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	w.Break()
	if _, err := c.Read(make([]byte, 1)); !broken(err) {
		t.Errorf("a connection that was broken: %v", err)
	}
}

// TestNobody: where no server is, and where the wire is away, nothing is said.
func TestNobody(t *testing.T) {
	w, err := wire.Start("unix", t.TempDir()+"/nobody", 1, wire.Weather{})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := say(t, w, []byte("hello")); err == nil {
		t.Errorf("nobody said %q", got)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	if c, err := net.Dial("tcp", w.Addr()); err == nil {
		t.Errorf("%v listens", c.RemoteAddr())
	}
}
