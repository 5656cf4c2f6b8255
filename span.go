package rapporteur

import "unicode/utf8"

// Span is a piece of a report's text: Unicode code points from Start to End,
// end exclusive, and the words themselves. Text is always equal to that slice.
type Span struct {
	// Report is set in a record of many reports and empty in a reading of one.
	Report string `json:"report,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Text   string `json:"text"`
	// Translation is set where something was read from a translation: its words, of which
	// the text is the sentence in the original.
	Translation string `json:"translation,omitempty"`
}

// stride is the number of bytes between two checkpoints of an Index.
const stride = 128

// Index converts between byte offsets, which the steps use inside, and code
// points, which the contract promises. It is built once for a text, in one
// pass, and may be shared by goroutines.
type Index struct {
	text string
	// points[i] is the number of code points before byte i*stride.
	points []int
	ascii  bool
}

// NewIndex builds the index of a text, which must be valid UTF-8.
func NewIndex(text string) *Index {
	x := &Index{text: text, ascii: true}
	count := 0
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			x.points = append(x.points, count)
		}
		if utf8.RuneStart(text[i]) {
			count++
		}
		if text[i] >= utf8.RuneSelf {
			x.ascii = false
		}
	}
	x.points = append(x.points, count)
	return x
}

// Point gives the code point offset of a byte offset that lies on a rune's
// boundary.
func (x *Index) Point(offset int) int {
	if x.ascii {
		return offset
	}
	block := offset / stride
	if block >= len(x.points)-1 {
		block = max(0, len(x.points)-2)
	}
	n := x.points[block]
	for i := block * stride; i < offset; i++ {
		if utf8.RuneStart(x.text[i]) {
			n++
		}
	}
	return n
}

// Offset gives the byte offset of a code point offset.
func (x *Index) Offset(point int) int {
	if x.ascii {
		return point
	}
	lo, hi := 0, len(x.points)-1
	for lo+1 < hi {
		if mid := (lo + hi) / 2; x.points[mid] <= point {
			lo = mid
		} else {
			hi = mid
		}
	}
	n := x.points[lo]
	for i := lo * stride; i < len(x.text); i++ {
		if !utf8.RuneStart(x.text[i]) {
			continue
		}
		if n == point {
			return i
		}
		n++
	}
	return len(x.text)
}

// Span makes the span of the bytes from start to end.
func (x *Index) Span(start, end int) Span {
	return Span{Start: x.Point(start), End: x.Point(end), Text: x.text[start:end]}
}
