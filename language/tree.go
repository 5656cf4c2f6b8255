package language

import (
	"iter"
	"strings"
)

// Link builds what the tree methods need: the children of each token and the
// sentence it stands in. It is called when heads are set. A sentence whose heads
// are no tree is left without one: every word stands alone.
func (d *Document) Link() {
	numberTokens(d)
	prune(d)
	n := len(d.Tokens)
	d.firstChild, d.nextSibling = make([]int32, n), make([]int32, n)
	for i := range d.firstChild {
		d.firstChild[i], d.nextSibling[i] = -1, -1
	}
	for _, sentence := range d.Sentences {
		for i := sentence.Last - 1; i >= sentence.First; i-- {
			if h := d.Tokens[i].Head; h >= 0 {
				d.nextSibling[i], d.firstChild[h] = d.firstChild[h], int32(i)
			}
		}
	}
}

// SentenceOf gives the index of the sentence that a token stands in.
func (d *Document) SentenceOf(token int) int { return int(d.sentenceOf[token]) }

// Children goes through the dependents of a token in the order of the text.
func (d *Document) Children(token int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for c := d.firstChild[token]; c >= 0; c = d.nextSibling[c] {
			if !yield(int(c)) {
				return
			}
		}
	}
}

// Child gives the first dependent with one of the relations, -1 for none. A
// relation without a subtype stands for all its subtypes.
func (d *Document) Child(token int, relations ...string) int {
	for c := range d.Children(token) {
		if d.Tokens[c].Has(relations...) {
			return c
		}
	}
	return -1
}

// Has reports whether the token's relation to its head is one of those given.
// A relation without a subtype stands for all its subtypes.
func (t *Token) Has(relations ...string) bool {
	for _, r := range relations {
		if t.Deprel == r || strings.HasPrefix(t.Deprel, r) && t.Deprel[len(r)] == ':' {
			return true
		}
	}
	return false
}

// Yield gives the tokens from the first to the last (exclusive) that a token
// governs, itself included.
func (d *Document) Yield(token int) (first, last int) {
	first, last = token, token+1
	for c := range d.Children(token) {
		f, l := d.Yield(c)
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

// Governs reports whether a token is an ancestor of another, or the same.
func (d *Document) Governs(token, other int) bool {
	for ; other >= 0; other = d.Tokens[other].Head {
		if other == token {
			return true
		}
	}
	return false
}

// Bytes gives the text range of the tokens from first to last (exclusive).
func (d *Document) Bytes(first, last int) Range {
	if first >= last {
		return Range{}
	}
	return Range{d.Tokens[first].Start, d.Tokens[last-1].End}
}

// Words gives the text of a range.
func (d *Document) Words(r Range) string { return d.Text[r.Start:r.End] }
