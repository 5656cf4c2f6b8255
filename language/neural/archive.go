package neural

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"unsafe"
)

// An archive is the eight bytes of fileMagic, the length of a JSON header as
// a little-endian uint32, the header, and the blobs it lists under "blobs", each
// beginning at a multiple of 64 bytes from the end of the header's last byte,
// rounded up.
const (
	fileMagic = "rptrnn01"
	alignment = 64
)

// Archive is tensors and lists of words as they are stored, with a header of which
// each sort of model has its own fields.
type Archive struct {
	// Header is JSON.
	Header []byte
	// Lines are the lists by name.
	Lines map[string][]string
	// Tensors by name.
	Tensors map[string]*Tensor
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

// OpenArchive reads an archive. Words and the tensors of int8 share the memory of
// data.
func OpenArchive(data string) (*Archive, error) {
	head, body, err := cut(data)
	if err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	var index struct {
		Blobs []entry `json:"blobs"`
	}
	if err := json.Unmarshal(head, &index); err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	a := &Archive{Header: head, Lines: map[string][]string{}, Tensors: map[string]*Tensor{}}
	for _, e := range index.Blobs {
		if e.Start < 0 || e.Bytes < 0 || e.Start+e.Bytes > len(body) {
			return nil, fmt.Errorf("model file: %s ends after the file", e.Name)
		}
		if err := a.take(e, body[e.Start:][:e.Bytes]); err != nil {
			return nil, fmt.Errorf("model file: %s: %w", e.Name, err)
		}
	}
	return a, nil
}

// cut separates the header from the blobs.
func cut(data string) (head []byte, body string, err error) {
	const first = len(fileMagic) + 4
	if len(data) < first || data[:len(fileMagic)] != fileMagic {
		return nil, "", errors.New("not a model of this version")
	}
	end := first + int(binary.LittleEndian.Uint32([]byte(data[len(fileMagic):first])))
	if end > len(data) {
		return nil, "", errors.New("cut short")
	}
	return []byte(data[first:end]), data[min(len(data), (end+alignment-1)&^(alignment-1)):], nil
}

// take adds one blob.
func (a *Archive) take(e entry, blob string) error {
	if e.Kind == "lines" {
		a.Lines[e.Name] = strings.Split(blob, "\n")
		return nil
	}
	t := a.Tensors[e.Name]
	if t == nil {
		t = &Tensor{Rows: e.Rows, Columns: e.Columns}
		a.Tensors[e.Name] = t
	}
	want := e.Rows * e.Columns
	switch e.Kind {
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
