package conllu

import (
	"io"
	"strconv"
)

// Writer writes sentences to a stream, one write for each.
type Writer struct {
	out io.Writer
	buf []byte
}

// NewWriter makes a writer to w, which should be buffered if it is slow.
func NewWriter(w io.Writer) *Writer { return &Writer{out: w} }

// Write writes a sentence and the empty line after it. Empty columns are
// written as underscores.
func (w *Writer) Write(s *Sentence) error {
	w.buf = s.Append(w.buf[:0])
	_, err := w.out.Write(w.buf)
	return err
}

// Append adds the sentence as it stands in a file to b.
func (s *Sentence) Append(b []byte) []byte {
	for _, c := range s.Comments {
		b = append(append(b, c...), '\n')
	}
	multi, empty := s.Multiwords, s.Empty
	for i := range len(s.Words) + 1 {
		for ; len(empty) > 0 && empty[0].After <= i; empty = empty[1:] {
			b = empty[0].append(b)
		}
		if i == len(s.Words) {
			break
		}
		for ; len(multi) > 0 && multi[0].First == i+1; multi = multi[1:] {
			b = multi[0].append(b)
		}
		b = s.Words[i].append(b, i+1)
	}
	return append(b, '\n')
}

func (w *Word) append(b []byte, id int) []byte {
	b = strconv.AppendInt(b, int64(id), 10)
	for _, c := range [...]string{w.Form, w.Lemma, w.UPOS, w.XPOS, w.Feats} {
		b = column(b, c)
	}
	if w.Head < 0 {
		b = column(b, none)
	} else {
		b = strconv.AppendInt(append(b, '\t'), int64(w.Head), 10)
	}
	b = column(column(column(b, w.Deprel), w.Deps), w.Misc)
	return append(b, '\n')
}

func (m *Multiword) append(b []byte) []byte {
	b = strconv.AppendInt(b, int64(m.First), 10)
	b = strconv.AppendInt(append(b, '-'), int64(m.Last), 10)
	b = column(b, m.Form)
	b = append(b, "\t_\t_\t_\t_\t_\t_\t_"...)
	return append(column(b, m.Misc), '\n')
}

func (e *EmptyNode) append(b []byte) []byte {
	b = strconv.AppendInt(b, int64(e.After), 10)
	b = strconv.AppendInt(append(b, '.'), int64(e.Minor), 10)
	b = append(append(b, '\t'), e.Columns...)
	return append(b, '\n')
}

func column(b []byte, s string) []byte {
	if s == "" {
		s = none
	}
	return append(append(b, '\t'), s...)
}
