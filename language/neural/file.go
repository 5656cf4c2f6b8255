package neural

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"unsafe"
)

// A model file is the eight bytes of fileMagic, the length of a JSON header as
// a little-endian uint32, the header, and the blobs it lists, each beginning
// at a multiple of 64 bytes from the end of the header's last byte, rounded up.
const (
	fileMagic = "rptrnn01"
	alignment = 64
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

// Tensor is a matrix of rows × columns: int8 or int4 with a scale for each row,
// or float32.
type Tensor struct {
	Rows, Columns int
	Int8          []int8
	// Int4 has two values a byte, each plus 8, the first in the low half.
	Int4 []uint8
	// Scales has one value a row; nil for a tensor of floats.
	Scales []float32
	Floats []float32
}

// Quantise stores each row of a matrix as int8 times the scale that fits its
// largest value.
func Quantise(rows, columns int, values []float32) *Tensor {
	t := &Tensor{Rows: rows, Columns: columns, Int8: make([]int8, rows*columns), Scales: make([]float32, rows)}
	for i := range rows {
		row := values[i*columns:][:columns]
		t.Scales[i] = largest(row) / math.MaxInt8
		for j, v := range row {
			t.Int8[i*columns+j] = int8(steps(v, t.Scales[i]))
		}
	}
	return t
}

// int4Limit is the largest value of an int4 here; -8 is not used.
const int4Limit = 7

// QuantiseCoarse is Quantise with int4, for an even number of columns.
func QuantiseCoarse(rows, columns int, values []float32) *Tensor {
	t := &Tensor{Rows: rows, Columns: columns, Int4: make([]uint8, rows*columns/2), Scales: make([]float32, rows)}
	for i := range rows {
		row := values[i*columns:][:columns]
		t.Scales[i] = largest(row) / int4Limit
		for j := 0; j < columns; j += 2 {
			low, high := steps(row[j], t.Scales[i])+8, steps(row[j+1], t.Scales[i])+8
			t.Int4[(i*columns+j)/2] = uint8(low | high<<4)
		}
	}
	return t
}

func largest(row []float32) float32 {
	m := float32(0)
	for _, v := range row {
		m = max(m, v, -v)
	}
	return m
}

// steps is a value in steps of the scale.
func steps(v, scale float32) int {
	if scale == 0 {
		return 0
	}
	return int(math.RoundToEven(float64(v / scale)))
}

// header is the JSON at the start of a file.
type header struct {
	Shape  Shape   `json:"shape"`
	Labels Labels  `json:"labels"`
	Blobs  []entry `json:"blobs"`
}

// entry describes one blob. Kind is "int8", "int4", "scales", "floats" or
// "lines".
type entry struct {
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Rows    int    `json:"rows,omitempty"`
	Columns int    `json:"columns,omitempty"`
	Start   int    `json:"start"`
	Bytes   int    `json:"bytes"`
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
	head, body, err := cut(data)
	if err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	f := &File{Shape: head.Shape, Labels: head.Labels, Tensors: map[string]*Tensor{}}
	for _, e := range head.Blobs {
		if e.Start < 0 || e.Bytes < 0 || e.Start+e.Bytes > len(body) {
			return nil, fmt.Errorf("model file: %s ends after the file", e.Name)
		}
		if err := f.take(e, body[e.Start:][:e.Bytes]); err != nil {
			return nil, fmt.Errorf("model file: %s: %w", e.Name, err)
		}
	}
	for _, name := range tensorNames(f.Shape) {
		if f.Tensors[name] == nil {
			return nil, fmt.Errorf("model file: no tensor %q", name)
		}
	}
	return f, nil
}

// cut separates the header from the blobs.
func cut(data string) (head header, body string, err error) {
	const fixed = len(fileMagic) + 4
	if len(data) < fixed || data[:len(fileMagic)] != fileMagic {
		return head, "", errors.New("not a model of this version")
	}
	end := fixed + int(binary.LittleEndian.Uint32([]byte(data[len(fileMagic):fixed])))
	if end > len(data) {
		return head, "", errors.New("cut short")
	}
	if err := json.Unmarshal([]byte(data[fixed:end]), &head); err != nil {
		return head, "", err
	}
	return head, data[min(len(data), (end+alignment-1)&^(alignment-1)):], nil
}

// take adds one blob to the file.
func (f *File) take(e entry, blob string) error {
	t := f.Tensors[e.Name]
	if t == nil && e.Kind != "lines" {
		t = &Tensor{Rows: e.Rows, Columns: e.Columns}
		f.Tensors[e.Name] = t
	}
	want := e.Rows * e.Columns
	switch e.Kind {
	case "lines":
		lines := strings.Split(blob, "\n")
		if e.Name == wordsBlob {
			f.Words = lines
		} else {
			f.VectorWords = lines
		}
		return nil
	case "int8":
		t.Int8 = unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(blob))), len(blob))
		return expect(len(t.Int8), want)
	case "int4":
		t.Int4 = unsafe.Slice(unsafe.StringData(blob), len(blob))
		return expect(len(t.Int4), want/2)
	case "scales":
		t.Scales = floats(blob)
		return expect(len(t.Scales), e.Rows)
	case "floats":
		t.Floats = floats(blob)
		return expect(len(t.Floats), want)
	}
	return fmt.Errorf("unknown kind %q", e.Kind)
}

func expect(got, want int) error {
	if got != want {
		return fmt.Errorf("%d values, want %d", got, want)
	}
	return nil
}

func floats(blob string) []float32 {
	values := make([]float32, len(blob)/4)
	for i := range values {
		values[i] = math.Float32frombits(binary.LittleEndian.Uint32([]byte(blob[4*i : 4*i+4])))
	}
	return values
}

// rawBytes are the little-endian bytes of numbers.
func rawBytes[T int8 | float32](values []T) []byte {
	var out bytes.Buffer
	_ = binary.Write(&out, binary.LittleEndian, values) // a buffer takes all
	return out.Bytes()
}
