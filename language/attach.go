package language

// attach gives a token another head and relation, and reports whether it did.
// It is the only way to move a part of a tree: what would close a cycle, leave
// the sentence, or take the root from under the others is refused, and the tree
// stays as it is. It needs the sentences numbered.
func (d *Document) attach(token, head int, relation string) bool {
	t := &d.Tokens[token]
	if head < 0 || t.Head < 0 || d.sentenceOf[head] != d.sentenceOf[token] || d.reaches(head, token) {
		return false
	}
	t.Head, t.Deprel = head, relation
	return true
}

// reaches reports whether the way up from a token leads to another one, or to
// none of the root: such heads are no tree, and nothing is hung on them.
func (d *Document) reaches(token, ancestor int) bool {
	s := d.Sentences[d.sentenceOf[token]]
	for steps := s.Last - s.First; token >= s.First && token < s.Last; token = d.Tokens[token].Head {
		if steps--; token == ancestor || steps < 0 {
			return true
		}
	}
	return false
}

// numberTokens notes which sentence each token stands in.
func numberTokens(d *Document) {
	d.sentenceOf = make([]int32, len(d.Tokens))
	for i, s := range d.Sentences {
		for t := s.First; t < s.Last; t++ {
			d.sentenceOf[t] = int32(i)
		}
	}
}
