package conllu

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// columns is the number of columns of a line.
const columns = 10

// Reader reads sentences from a stream.
type Reader struct {
	lines *bufio.Reader
	line  int
}

// NewReader makes a reader of r.
func NewReader(r io.Reader) *Reader {
	return &Reader{lines: bufio.NewReaderSize(r, 1<<16)}
}

// Read fills s with the next sentence, reusing its slices; the strings are
// new and may be kept. After the last sentence it returns io.EOF. Other errors
// name the line.
func (r *Reader) Read(s *Sentence) error {
	s.reset()
	for {
		line, err := r.next()
		if errors.Is(err, io.EOF) {
			return r.finish(s, len(s.Words) == 0)
		}
		if err != nil {
			return err
		}
		switch {
		case line == "" && len(s.Words) > 0:
			return r.finish(s, false)
		case line == "":
		case line[0] == '#' && len(s.Words) == 0:
			s.Comments = append(s.Comments, line)
		default:
			if err := s.add(line); err != nil {
				return fmt.Errorf("line %d: %w", r.line, err)
			}
		}
	}
}

// next gives a line without its end.
func (r *Reader) next() (string, error) {
	line, err := r.lines.ReadString('\n')
	if err != nil && line == "" {
		return "", err
	}
	r.line++
	return strings.TrimRight(line, "\r\n"), nil
}

// finish checks what only the whole sentence shows.
func (r *Reader) finish(s *Sentence, empty bool) error {
	if empty {
		return io.EOF
	}
	for i, w := range s.Words {
		if w.Head > len(s.Words) || w.Head == i+1 {
			return fmt.Errorf("sentence before line %d: word %d has the head %d of %d words",
				r.line, i+1, w.Head, len(s.Words))
		}
	}
	for _, m := range s.Multiwords {
		if m.Last > len(s.Words) {
			return fmt.Errorf("sentence before line %d: token %d-%d ends after the last word",
				r.line, m.First, m.Last)
		}
	}
	return nil
}

// add takes a line of ten columns.
func (s *Sentence) add(line string) error {
	var c [columns]string
	if err := split(line, &c); err != nil {
		return err
	}
	if first, last, ok := strings.Cut(c[0], "-"); ok {
		return s.addMultiword(first, last, &c)
	}
	if after, minor, ok := strings.Cut(c[0], "."); ok {
		return s.addEmpty(after, minor, line[len(c[0])+1:])
	}
	return s.addWord(&c)
}

func split(line string, c *[columns]string) error {
	for i := range columns - 1 {
		column, rest, ok := strings.Cut(line, "\t")
		if !ok {
			return fmt.Errorf("%d columns, want %d separated by tabs", i+1, columns)
		}
		c[i], line = column, rest
	}
	if strings.Contains(line, "\t") {
		return fmt.Errorf("more than %d columns", columns)
	}
	c[columns-1] = line
	return nil
}

func (s *Sentence) addWord(c *[columns]string) error {
	id, err := strconv.Atoi(c[0])
	if err != nil || id != len(s.Words)+1 {
		return fmt.Errorf("word number %q, want %d", c[0], len(s.Words)+1)
	}
	head := -1
	if c[6] != none {
		if head, err = strconv.Atoi(c[6]); err != nil || head < 0 {
			return fmt.Errorf("head %q, want a word number, 0 or _", c[6])
		}
	}
	s.Words = append(s.Words, Word{
		Form: c[1], Lemma: c[2], UPOS: c[3], XPOS: c[4], Feats: c[5],
		Head: head, Deprel: c[7], Deps: c[8], Misc: c[9],
	})
	return nil
}

func (s *Sentence) addMultiword(first, last string, c *[columns]string) error {
	from, err := strconv.Atoi(first)
	if err != nil || from != len(s.Words)+1 {
		return fmt.Errorf("token %q, want one that begins at %d", c[0], len(s.Words)+1)
	}
	to, err := strconv.Atoi(last)
	if err != nil || to < from {
		return fmt.Errorf("token %q, want a range of word numbers", c[0])
	}
	s.Multiwords = append(s.Multiwords, Multiword{First: from, Last: to, Form: c[1], Misc: c[9]})
	return nil
}

func (s *Sentence) addEmpty(after, minor, rest string) error {
	a, err := strconv.Atoi(after)
	if err != nil || a != len(s.Words) {
		return fmt.Errorf("empty node %s.%s, want one after %d", after, minor, len(s.Words))
	}
	m, err := strconv.Atoi(minor)
	if err != nil {
		return fmt.Errorf("empty node %s.%s: %w", after, minor, err)
	}
	s.Empty = append(s.Empty, EmptyNode{After: a, Minor: m, Columns: rest})
	return nil
}

// ReadAll reads every sentence of r.
func ReadAll(r io.Reader) ([]Sentence, error) {
	reader := NewReader(r)
	var all []Sentence
	for {
		var s Sentence
		switch err := reader.Read(&s); {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, err
		}
		all = append(all, s)
	}
}

// ReadFile reads every sentence of a file.
func ReadFile(path string) ([]Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	all, err := ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return all, nil
}
