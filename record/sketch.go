package record

import (
	"math"
	"strings"

	"rapporteur"
)

// A text's sketch is its MinHash: the least of each of so many hashes over its
// runs of five words. Bands of so many rows are its keys: of two texts of which
// half is the same, nearly nine in ten share a key (Leskovec, Rajaraman and
// Ullman, Mining of Massive Datasets, ch. 3).
const (
	sketched = 128
	rows     = 4
	run      = 5
)

// sketch gives the MinHash of a report's body text, nil for one of few words.
func sketch(r *rapporteur.Report) []uint32 {
	words := wordsOf(body(r))
	if len(words) < 4*run {
		return nil
	}
	out := make([]uint32, sketched)
	for i := range out {
		out[i] = math.MaxUint32
	}
	for i := 0; i+run <= len(words); i++ {
		h := mix(hash(words[i : i+run]...))
		a, b := uint32(h), uint32(h>>32)|1
		for k := range out {
			out[k] = min(out[k], a) // Kirsch and Mitzenmacher 2006: a + k*b serves as k hashes
			a += b
		}
	}
	return out
}

// mix spreads the bits of a hash (the finaliser of SplitMix64).
func mix(h uint64) uint64 {
	h ^= h >> 30
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 27
	h *= 0x94d049bb133111eb
	return h ^ h>>31
}

// body is the text of the paragraphs that an article has of its own.
func body(r *rapporteur.Report) string {
	index := rapporteur.NewIndex(r.Text)
	var b strings.Builder
	for _, p := range r.Paragraphs {
		if p.Kind == rapporteur.Body {
			b.WriteString(r.Text[index.Offset(p.Start):index.Offset(p.End)])
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// alike is the share of two texts' runs of words that they have in common
// (Jaccard), as their sketches say.
func alike(a, b []uint32) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := 0
	for i := range a {
		if a[i] == b[i] {
			n++
		}
	}
	return float64(n) / float64(len(a))
}
