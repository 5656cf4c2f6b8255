package terminal

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"rapporteur/export"

	"golang.org/x/term"
)

// Keys asks a person for one key after the other. On a terminal a key counts at once;
// else each line is a key, with what belongs to it behind.
type Keys struct {
	in  io.Reader
	out io.Writer
	// lines reads what is no terminal, raw has a terminal give letters at once.
	lines *bufio.Reader
	raw   func() (restore func() error, err error)
}

// Keys asks whoever sits at the standard input.
func (c *Console) Keys() *Keys {
	k := &Keys{in: c.Stdin, out: c.Stderr}
	if f, ok := c.Stdin.(*os.File); ok && isTerminal(f) {
		k.raw = func() (func() error, error) {
			was, err := term.MakeRaw(int(f.Fd()))
			return func() error { return term.Restore(int(f.Fd()), was) }, err
		}
		return k
	}
	k.lines = bufio.NewReader(c.Stdin)
	return k
}

// endOfTyping and endOfText are what Ctrl-C and Ctrl-D give in a raw terminal.
const endOfTyping, endOfText = 3, 4

// Key waits for a key. What stands behind it on a line is rest. The end of the input is
// io.EOF.
func (k *Keys) Key() (key rune, rest string, err error) {
	if k.raw == nil {
		line, err := k.line()
		key, size := utf8.DecodeRuneInString(line)
		return key, strings.TrimSpace(line[min(size, len(line)):]), err
	}
	restore, err := k.raw()
	if err != nil {
		return 0, "", err
	}
	var pressed [8]byte // a key such as an arrow gives several
	n, err := k.in.Read(pressed[:])
	if back := restore(); err == nil {
		err = back
	}
	if err != nil {
		return 0, "", err
	}
	key, _ = utf8.DecodeRune(pressed[:n])
	if key == endOfTyping || key == endOfText {
		return 0, "", io.EOF
	}
	return key, "", nil
}

// Line asks for a line.
func (k *Keys) Line(question string) (string, error) {
	if _, err := io.WriteString(k.out, export.Clean(question)+" "); err != nil {
		return "", err
	}
	if k.raw == nil {
		return k.line()
	}
	var out []byte
	for part := make([]byte, 256); ; {
		n, err := k.in.Read(part)
		out = append(out, part[:n]...)
		if err != nil || n == 0 || out[len(out)-1] == '\n' {
			if errors.Is(err, io.EOF) && len(out) > 0 {
				err = nil
			}
			return strings.TrimSpace(string(out)), err
		}
	}
}

// line reads a line that no terminal gives; the last one may have no end.
func (k *Keys) line() (string, error) {
	line, err := k.lines.ReadString('\n')
	if line = strings.TrimSpace(line); line != "" && errors.Is(err, io.EOF) {
		err = nil
	}
	return line, err
}
