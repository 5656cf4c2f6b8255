package language

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
