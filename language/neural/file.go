package neural

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
)

// File is a network as it is stored: named tensors, quantised.
type File struct {
	Shape  Shape
	Labels Labels
	// Words and VectorWords are the vocabularies, in the order of their rows.
	Words, VectorWords []string
	// Tensors by name.
	Tensors map[string]*Tensor
}

// header is the JSON at the start of a file.
type header struct {
	Shape  Shape   `json:"shape"`
	Labels Labels  `json:"labels"`
	Blobs  []entry `json:"blobs"`
}

// Names of the two vocabularies among the blobs.
const (
	wordsBlob       = "words"
	vectorWordsBlob = "vector-words"
)

// Encode gives the bytes of a file; the same file gives the same bytes.
func (f *File) Encode() ([]byte, error) {
	w := fileWriter{header: header{Shape: f.Shape, Labels: f.Labels}}
	w.add(entry{Name: wordsBlob, Kind: "lines"}, []byte(strings.Join(f.Words, "\n")))
	w.add(entry{Name: vectorWordsBlob, Kind: "lines"}, []byte(strings.Join(f.VectorWords, "\n")))
	for _, name := range tensorNames(f.Shape) {
		t := f.Tensors[name]
		if t == nil {
			return nil, fmt.Errorf("no tensor %q", name)
		}
		e := entry{Name: name, Rows: t.Rows, Columns: t.Columns}
		if t.Scales == nil {
			e.Kind = "floats"
			w.add(e, rawBytes(t.Floats))
			continue
		}
		if e.Kind = "int8"; t.Int4 != nil {
			e.Kind = "int4"
			w.add(e, t.Int4)
		} else {
			w.add(e, rawBytes(t.Int8))
		}
		e.Kind = "scales"
		w.add(e, rawBytes(t.Scales))
	}
	return w.bytes()
}

type fileWriter struct {
	header header
	body   bytes.Buffer
}

func (w *fileWriter) add(e entry, blob []byte) {
	w.body.Write(make([]byte, -w.body.Len()&(alignment-1)))
	e.Start, e.Bytes = w.body.Len(), len(blob)
	w.body.Write(blob)
	w.header.Blobs = append(w.header.Blobs, e)
}

func (w *fileWriter) bytes() ([]byte, error) {
	head, err := json.Marshal(w.header)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.WriteString(fileMagic)
	out.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(head))))
	out.Write(head)
	out.Write(make([]byte, -out.Len()&(alignment-1)))
	out.Write(w.body.Bytes())
	return out.Bytes(), nil
}

// Decode reads a file. Words and the tensors of int8 share the memory of data.
func Decode(data string) (*File, error) {
	a, err := OpenArchive(data)
	if err != nil {
		return nil, err
	}
	var head header
	if err := json.Unmarshal(a.Header, &head); err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	f := &File{Shape: head.Shape, Labels: head.Labels, Words: a.Lines[wordsBlob], VectorWords: a.Lines[vectorWordsBlob], Tensors: a.Tensors}
	for _, name := range tensorNames(f.Shape) {
		if f.Tensors[name] == nil {
			return nil, fmt.Errorf("model file: no tensor %q", name)
		}
	}
	return f, nil
}

// rawBytes are the little-endian bytes of numbers.
func rawBytes[T int8 | float32](values []T) []byte {
	var out bytes.Buffer
	_ = binary.Write(&out, binary.LittleEndian, values) // a buffer takes all
	return out.Bytes()
}
