package packed

import (
	"encoding/binary"
	"time"
)

// Sketch writes numbers of 4 bytes, little-endian.
func Sketch(sketch []uint32) []byte {
	out := make([]byte, 0, 4*len(sketch))
	for _, n := range sketch {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return out
}

// ReadSketch reads what Sketch wrote.
func ReadSketch(data []byte) []uint32 {
	out := make([]uint32, len(data)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return out
}

// Rising writes rising numbers as the varints of their differences.
func Rising(numbers []int64) []byte {
	out := []byte{} // no blob is null
	last := int64(0)
	for _, n := range numbers {
		out = binary.AppendUvarint(out, uint64(n-last))
		last = n
	}
	return out
}

// ReadRising reads what Rising wrote, as far as it is whole.
func ReadRising(data []byte) []int64 {
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

// Millis is a time in milliseconds since 1970; the zero time is 0.
func Millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// Instant reads what Millis wrote.
func Instant(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
