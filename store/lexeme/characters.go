package lexeme

import (
	_ "embed" // the table
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// class says what a character is to a word.
type class byte

const (
	// other ends a word, letter is part of one, mark is passed over inside one.
	other class = iota
	letter
	mark
)

// run is characters that are alike: a letter becomes the one that lies by so much
// behind it, or one and the same where that is set.
type run struct {
	first, last rune
	is          class
	by, to      rune
}

// become gives what a character of the run becomes.
func (c run) become(r rune) rune {
	if c.to != 0 {
		return c.to
	}
	return r + c.by
}

//go:embed characters.tsv
var written string

type characters []run

var known = sync.OnceValue(func() characters {
	all, err := readCharacters(written)
	if err != nil {
		panic(err) // the table is part of the program, and tested
	}
	return all
})

// ascii is the table of the characters that come most.
var ascii = func() (out [utf8.RuneSelf]struct {
	to rune
	is class
}) {
	for r := range rune(utf8.RuneSelf) {
		switch {
		case '0' <= r && r <= '9', 'a' <= r && r <= 'z':
			out[r].to, out[r].is = r, letter
		case 'A' <= r && r <= 'Z':
			out[r].to, out[r].is = r+'a'-'A', letter
		}
	}
	return out
}()

func (all characters) find(r rune) (rune, class) {
	i, found := slices.BinarySearchFunc(all, r, func(c run, r rune) int {
		switch {
		case c.last < r:
			return -1
		case c.first > r:
			return 1
		}
		return 0
	})
	if !found {
		return 0, other
	}
	return all[i].become(r), all[i].is
}

// readCharacters reads the table: first and last character, "mark", or what the first
// one becomes, with a plus sign where each becomes the one as far behind it.
func readCharacters(table string) (characters, error) {
	var out characters
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("characters: not three columns: %q", line)
		}
		c := run{is: letter}
		first, err := strconv.ParseInt(f[0], 16, 32)
		last, lastErr := strconv.ParseInt(f[1], 16, 32)
		if err != nil || lastErr != nil {
			return nil, fmt.Errorf("characters: no code points: %q", line)
		}
		c.first, c.last = rune(first), rune(last)
		moved := strings.HasPrefix(f[2], "+")
		switch to, err := strconv.ParseInt(strings.TrimPrefix(f[2], "+"), 16, 32); {
		case f[2] == "mark":
			c.is = mark
		case err != nil:
			return nil, fmt.Errorf("characters: not what a character becomes: %q", line)
		case moved:
			c.by = rune(to) - c.first
		default:
			c.to = rune(to)
		}
		out = append(out, c)
	}
	return out, nil
}
