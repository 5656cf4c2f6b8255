package neural

// vectorTable is the word vectors: those of the most frequent words as int8,
// the others as int4, rows counted through.
type vectorTable struct {
	fine   table
	coarse []uint8
	scales []float32 // of the coarse ones
}

// widen copies a row, or zeros for NoVector.
func (t *vectorTable) widen(to []int16, row int32) {
	if row < 0 {
		clear(to)
		return
	}
	if int(row) < len(t.fine.scales) {
		for j, v := range t.fine.values[int(row)*t.fine.columns:][:len(to)] {
			to[j] = int16(v)
		}
		return
	}
	first := (int(row) - len(t.fine.scales)) * len(to) / 2
	for j, v := range t.coarse[first:][:len(to)/2] {
		to[2*j], to[2*j+1] = int16(v&15)-8, int16(v>>4)-8
	}
}

// scale is that of a row, 0 for NoVector.
func (t *vectorTable) scale(row int32) float32 {
	switch fine := len(t.fine.scales); {
	case row < 0:
		return 0
	case int(row) < fine:
		return t.fine.scales[row]
	default:
		return t.scales[int(row)-fine]
	}
}
