package neural

import (
	"hash/maphash"
)

// wordCache keeps, for each word form seen, its projection to the gates of the
// first layer: the whole of the network that depends on a word alone. It
// belongs to one reader. When it is full it is emptied, which changes no
// answer.
type wordCache struct {
	width int // of a row: 8H
	most  int // rows
	seed  maphash.Seed
	// slots is a hash table of rows + 1, by linear probing.
	slots []int32
	forms []form
	bytes []byte
	// chunks of rows, made when needed.
	chunks [][]float32
}

// form is a word by its place in the bytes.
type form struct {
	start, end int32
	hash       uint64
}

// chunkRows is the number of rows of a chunk.
const chunkRows = 256

func newWordCache(width, most int) *wordCache {
	c := &wordCache{width: width, most: most, seed: maphash.MakeSeed()}
	size := 1
	for size < 2*most {
		size *= 2
	}
	c.slots = make([]int32, size)
	return c
}

// find gives the row of a form and whether it was there; if not, it has been
// added and the row must be written.
func (c *wordCache) find(word string) (row int32, found bool) {
	hash := maphash.String(c.seed, word)
	mask := uint64(len(c.slots) - 1)
	i := hash & mask
	for ; c.slots[i] != 0; i = (i + 1) & mask {
		f := &c.forms[c.slots[i]-1]
		if f.hash == hash && string(c.bytes[f.start:f.end]) == word {
			return c.slots[i] - 1, true
		}
	}
	start := len(c.bytes)
	c.bytes = append(c.bytes, word...)
	c.forms = append(c.forms, form{int32(start), int32(len(c.bytes)), hash})
	c.slots[i] = int32(len(c.forms))
	if n := len(c.forms); n > len(c.chunks)*chunkRows {
		c.chunks = append(c.chunks, make([]float32, chunkRows*c.width))
	}
	return int32(len(c.forms) - 1), false
}

// row is the projection with the given number.
func (c *wordCache) row(i int32) []float32 {
	return c.chunks[i/chunkRows][int(i%chunkRows)*c.width:][:c.width]
}

// room empties the cache unless so many more words fit.
func (c *wordCache) room(words int) {
	if len(c.forms)+words <= c.most {
		return
	}
	clear(c.slots)
	c.forms, c.bytes = c.forms[:0], c.bytes[:0]
}
