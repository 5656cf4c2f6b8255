package coref

import (
	"strconv"

	"rapporteur/table"
)

// Weights are the weights of features by the hash of what makes a feature up.
// They are read-only once made.
type Weights struct {
	keys   []uint64
	values []float32
	mask   uint64
}

// newWeights makes room for a number of features: an open table at most half
// full.
func newWeights(features int) *Weights {
	size := 2
	for size < 2*features {
		size *= 2
	}
	return &Weights{make([]uint64, size), make([]float32, size), uint64(size - 1)}
}

// ParseWeights reads the table that [Learn] writes.
func ParseWeights(name string, data []byte) (*Weights, error) {
	t, err := table.Parse(name, data, "feature", "a", "b", "c", "weight")
	if err != nil {
		return nil, err
	}
	w := newWeights(len(t.Rows))
	for _, r := range t.Rows {
		value, err := strconv.ParseFloat(r.Get("weight"), 32)
		if err != nil {
			return nil, r.Errorf("weight %q, want a number", r.Get("weight"))
		}
		key := mix(symbolOf(r.Get("feature")).hash, symbolOf(r.Get("a")).hash, symbolOf(r.Get("b")).hash, symbolOf(r.Get("c")).hash)
		w.set(key, float32(value))
	}
	return w, nil
}

func (w *Weights) set(key uint64, value float32) {
	for i := key & w.mask; ; i = (i + 1) & w.mask {
		if w.keys[i] == 0 || w.keys[i] == key {
			w.keys[i], w.values[i] = key, value
			return
		}
	}
}

func (w *Weights) get(key uint64) float32 {
	for i := key & w.mask; w.keys[i] != 0; i = (i + 1) & w.mask {
		if w.keys[i] == key {
			return w.values[i]
		}
	}
	return 0
}
