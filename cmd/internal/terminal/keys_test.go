package terminal

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// TestKeysOfLines: where nobody sits, each line is a key.
func TestKeysOfLines(t *testing.T) {
	var asked bytes.Buffer
	k := (&Console{Stdin: strings.NewReader("a\n m date=2027-03-09 \n\nwhat I say\nq"), Stderr: &asked}).Keys()
	for _, want := range []struct {
		key  rune
		rest string
	}{{'a', ""}, {'m', "date=2027-03-09"}} {
		if key, rest, err := k.Key(); key != want.key || rest != want.rest || err != nil {
			t.Errorf("%q %q %v, want %q", key, rest, err, want.key)
		}
	}
	if key, _, err := k.Key(); err != nil || key != '\uFFFD' {
		t.Errorf("an empty line is %q, %v", key, err)
	}
	if line, err := k.Line("what? \x1b[31m"); line != "what I say" || err != nil || strings.Contains(asked.String(), "\x1b") {
		t.Errorf("%q %v, asked %q", line, err, asked.String())
	}
	if key, _, err := k.Key(); key != 'q' || err != nil {
		t.Errorf("the last line: %q %v", key, err)
	}
	if _, _, err := k.Key(); !errors.Is(err, io.EOF) {
		t.Errorf("behind the last line: %v", err)
	}
}

// pressed gives one string a read, as a terminal does.
type pressed struct{ all []string }

func (p *pressed) Read(to []byte) (int, error) {
	if len(p.all) == 0 {
		return 0, io.EOF
	}
	n := copy(to, p.all[0])
	p.all = p.all[1:]
	return n, nil
}

// TestKeysOfTerminals: a key counts at once, the terminal is put back after each, and a
// line is read as it is typed.
func TestKeysOfTerminals(t *testing.T) {
	depth, refuse := 0, false
	k := &Keys{in: &pressed{[]string{"a", "é", "\x1b[A", "date=", "2027\n", "\x03", "\x04", "late"}}, out: io.Discard}
	k.raw = func() (func() error, error) {
		if refuse {
			return nil, io.ErrClosedPipe
		}
		depth++
		return func() error { depth--; return nil }, nil
	}
	for _, want := range []rune{'a', 'é', '\x1b'} {
		if key, rest, err := k.Key(); key != want || rest != "" || err != nil || depth != 0 {
			t.Errorf("%q %q %v depth %d, want %q", key, rest, err, depth, want)
		}
	}
	if line, err := k.Line("value?"); line != "date=2027" || err != nil {
		t.Errorf("%q %v", line, err)
	}
	for range 2 {
		if _, _, err := k.Key(); !errors.Is(err, io.EOF) {
			t.Errorf("who breaks off goes on: %v", err)
		}
	}
	if line, err := k.Line("value?"); line != "late" || err != nil {
		t.Errorf("%q %v", line, err)
	}
	if _, _, err := k.Key(); !errors.Is(err, io.EOF) {
		t.Errorf("the end: %v", err)
	}
	refuse = true
	if _, _, err := k.Key(); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("%v", err)
	}
	k.out = full{}
	if _, err := k.Line("value?"); err == nil {
		t.Error("asked where nobody reads it")
	}
}
