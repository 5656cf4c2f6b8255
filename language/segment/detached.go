package segment

// detached tells which of the straight quotation marks that stand apart from the
// words on both sides open and which close: by turns, as in text that was
// printed token by token (`" We stay . " Moss said`).
func detached(tokens []Token) {
	open := false
	for i := range tokens {
		t := &tokens[i]
		if t.kind != straight {
			continue
		}
		if apart(tokens, i) {
			if t.kind = opener; open {
				t.kind = closer
			}
		}
		open = !open
	}
}

// apart reports whether a token has white space, or an end of the paragraph, on
// both sides.
func apart(tokens []Token, i int) bool {
	return (i == 0 || tokens[i-1].End < tokens[i].Start) && (i+1 == len(tokens) || tokens[i].End < tokens[i+1].Start)
}
