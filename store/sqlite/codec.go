package sqlite

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"sync"
	"time"
)

// millis is a time as the file has it; the zero time is 0.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func instant(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(nil, flate.BestSpeed) // the level is valid
	return w
}}

// deflate compresses (RFC 1951).
func deflate(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&out)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}

var inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}

func inflate(data []byte) ([]byte, error) {
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(data), nil); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	_, err := out.ReadFrom(r)
	return out.Bytes(), err
}

// pack writes numbers of 4 bytes, little-endian.
func pack(sketch []uint32) []byte {
	out := make([]byte, 0, 4*len(sketch))
	for _, n := range sketch {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return out
}

func unpack(data []byte) []uint32 {
	out := make([]uint32, len(data)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return out
}

// packRising writes rising numbers as the varints of their differences.
func packRising(numbers []int64) []byte {
	out := []byte{} // no blob is null
	last := int64(0)
	for _, n := range numbers {
		out = binary.AppendUvarint(out, uint64(n-last))
		last = n
	}
	return out
}

func unpackRising(data []byte) []int64 {
	var out []int64
	last := int64(0)
	for len(data) > 0 {
		step, size := binary.Uvarint(data)
		if size <= 0 {
			return out
		}
		last += int64(step)
		out = append(out, last)
		data = data[size:]
	}
	return out
}

// list is the JSON of some numbers or words, for json_each.
func list[T any](values []T) (string, error) {
	b, err := json.Marshal(values)
	return string(b), err
}

// numbered are the parameters ?1 to ?n.
func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("?" + strconv.Itoa(i+1))
	}
	return b.String()
}

// places are n question marks.
func places(n int) string { return "(?" + strings.Repeat(",?", n-1) + ")" }
