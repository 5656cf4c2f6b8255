package neural

import (
	"cmp"
	"slices"
)

// Sizes of what a reader does at once.
const (
	// batchWords is the number of words after which a batch is closed.
	batchWords = 1024
	// blockWords is the number of words whose sums stay in the processor's
	// cache between two steps of the work on them.
	blockWords = 48
	// cachedWords is the number of word forms that the cache holds.
	cachedWords = 4096
)

// Reader reads sentences with a model. It holds the buffers for that, is for
// one goroutine at a time, and does not allocate once its buffers have grown
// to the largest batch.
type Reader struct {
	model *Model
	cache *wordCache

	batch   batch
	words   wordBuffers
	lstm    lstmBuffers
	scores  scoreBuffers
	tree    treeBuffers
	mst     spanningTree
	pooled  pool
	viterbi viterbi
}

// NewReader makes a reader.
func (m *Model) NewReader() *Reader {
	width := 2 * 4 * m.shape.Hidden
	return &Reader{model: m, cache: newWordCache(width, cachedWords)}
}

// batch is some sentences in step: the longest first, so that those still
// going on are always the first ones.
type batch struct {
	sentences []sentence
	// active[t] is the number of sentences longer than t.
	active []int
	words  int
}

// sentence is a run of words: first is its row in the batch, at its place in
// the input.
type sentence struct{ at, first, len int }

// Read analyses sentences; sentence i ends before word ends[i]. The answers go
// to out, one a word.
func (r *Reader) Read(forms []string, ends []int, out []Analysis) {
	r.ReadUntil(forms, ends, out, func() bool { return false })
}

// ReadUntil is Read until somebody wants it to stop, who is asked before every
// batch. It gives the number of words that have an answer: whole sentences.
func (r *Reader) ReadUntil(forms []string, ends []int, out []Analysis, stop func() bool) int {
	word := 0
	for begin := 0; begin < len(ends); {
		if stop() {
			return word
		}
		end := begin
		for words := 0; end < len(ends) && (end == begin || words < batchWords); end++ {
			words = ends[end] - word
		}
		r.batch.fill(ends[begin:end], word)
		r.analyse(forms, out)
		word, begin = ends[end-1], end
	}
	return word
}

// fill makes a batch of the sentences that end at ends, the first of which
// begins at word.
func (b *batch) fill(ends []int, word int) {
	b.sentences, b.words = b.sentences[:0], 0
	longest := 0
	for _, end := range ends {
		if end > word {
			b.sentences = append(b.sentences, sentence{at: word, len: end - word})
			longest = max(longest, end-word)
		}
		word = end
	}
	slices.SortStableFunc(b.sentences, func(x, y sentence) int { return cmp.Compare(y.len, x.len) })
	b.active = grown(b.active, longest)
	clear(b.active)
	for i := range b.sentences {
		s := &b.sentences[i]
		s.first = b.words
		b.words += s.len
		for t := range s.len {
			b.active[t]++
		}
	}
}

// analyse runs the network over the batch.
func (r *Reader) analyse(forms []string, out []Analysis) {
	if r.batch.words == 0 {
		return
	}
	r.lookUp(forms)
	r.encode()
	r.scoreWords()
	r.pool(forms)
	for _, s := range r.batch.sentences {
		answers := out[s.at : s.at+s.len]
		r.tags(s, answers)
		r.names(s, answers)
		r.attach(s, answers)
	}
	r.relate(out)
}
