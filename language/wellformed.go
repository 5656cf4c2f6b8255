package language

// prune takes the tree from every sentence whose heads are none: the sentence
// keeps its words, tags and names, and each word stands alone, without a
// relation. What reads the document then finds nothing in it that only a tree
// can tell, instead of going round in a circle.
func prune(d *Document) {
	var way []int32
	for _, s := range d.Sentences {
		if way = grown(way, s.Last-s.First); isTree(d, s, way) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			d.Tokens[i].Head, d.Tokens[i].Deprel = -1, ""
		}
	}
}

// isTree reports whether the heads of a sentence are a tree of Universal
// Dependencies: one root, every other head another word of the sentence, and a
// way from each word up to the root. For every word, way takes the word whose
// way up came by first, counted from one; it has to come as zeros.
func isTree(d *Document, s Sentence, way []int32) bool {
	roots := 0
	for i := s.First; i < s.Last; i++ {
		if d.Tokens[i].Head < 0 {
			roots++
		}
		for at := i; at >= 0 && way[at-s.First] <= 0; at = d.Tokens[at].Head {
			if h := d.Tokens[at].Head; h >= 0 && (h < s.First || h >= s.Last) {
				return false
			}
			way[at-s.First] = int32(i - s.First + 1)
			if h := d.Tokens[at].Head; h >= 0 && way[h-s.First] == way[at-s.First] {
				return false // it came by itself
			}
		}
	}
	return roots == 1
}

// grown gives n zeros in the memory of a slice, or in more.
func grown(memory []int32, n int) []int32 {
	if cap(memory) < n {
		return make([]int32, n)
	}
	memory = memory[:n]
	clear(memory)
	return memory
}
