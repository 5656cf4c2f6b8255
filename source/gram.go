package source

// grams is the set of the runs of three bytes in a text, some of which are taken
// for others, so that most words that the text does not hold are soon ruled out
// (Bloom 1970).
type grams [64]uint64

// gramsOf collects the runs of a text.
func gramsOf(text string) *grams {
	var g grams
	for i := 0; i+3 <= len(text); i++ {
		n := gram(text, i)
		g[n/64] |= 1 << (n % 64)
	}
	return &g
}

// gram is the number of the run at a place, below 64 * 64.
func gram(text string, i int) uint32 {
	return (uint32(text[i])*961 + uint32(text[i+1])*31 + uint32(text[i+2])) % 4096
}

// mayHold reports whether all runs of some words are there.
func (g *grams) mayHold(words string) bool {
	for i := 0; i+3 <= len(words); i++ {
		if n := gram(words, i); g[n/64]&(1<<(n%64)) == 0 {
			return false
		}
	}
	return true
}
