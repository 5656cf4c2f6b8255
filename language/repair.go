package language

// reattach hangs prepositions on the head of a name rather than on the title
// before it: in "with Foreign Minister Faisal" the name is what the verb
// governs. It comes before Link.
func (d *Document) reattach() {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		for t.Head > i && t.Deprel == "case" && t.UPOS == "ADP" {
			h := d.Tokens[t.Head]
			if h.Head <= t.Head || !h.Has("nmod:desc", "compound") {
				break
			}
			t.Head = h.Head
		}
	}
}

// repair mends what a tree of Universal Dependencies cannot be: a subject or
// object led in by a preposition is an oblique. The network scores each
// relation alone and cannot see that.
func (d *Document) repair() {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Head < 0 || !t.Has("nsubj", "obj", "iobj") || d.Tokens[t.Head].UPOS != "VERB" {
			continue
		}
		p := d.Child(i, "case")
		if p < 0 || p > i || d.Tokens[p].UPOS != "ADP" {
			continue
		}
		t.Deprel = "obl"
		if d.Tokens[p].Lemma == "by" && d.Tokens[t.Head].XPOS == "VBN" {
			t.Deprel = "obl:agent"
		}
	}
}
