package language

import "strings"

// reattach hangs prepositions on the head of a name rather than on the title
// before it: in "with Foreign Minister Faisal" the name is what the verb
// governs. It comes before Link.
func (d *Document) reattach() {
	d.resubject()
	for i := range d.Tokens {
		t := &d.Tokens[i]
		for t.Head > i && t.Deprel == "case" && t.UPOS == "ADP" {
			h := d.Tokens[t.Head]
			if h.Head <= t.Head || !h.Has("nmod:desc", "compound") {
				break
			}
			t.Head = h.Head
		}
		d.entitle(i)
	}
}

// resubject gives the first of two subjects of a verb to the clause between
// them that has none: "A and B talked by telephone, their offices said".
func (d *Document) resubject() {
	has := make([]bool, len(d.Tokens))
	for _, t := range d.Tokens {
		if t.Head >= 0 && t.Has("nsubj", "nsubj:pass") {
			has[t.Head] = true
		}
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		clause := -1
		for j := i + 1; t.Deprel == "nsubj" && j < t.Head; j++ {
			k := d.Tokens[j]
			if k.Head == t.Head && k.Has("ccomp", "advcl") && k.UPOS == "VERB" && !has[j] && clause < 0 {
				clause = j
			}
			if k.Head == t.Head && k.Has("nsubj", "nsubj:pass") && clause >= 0 {
				has[clause], t.Head = true, clause
			}
		}
	}
}

// entitle hangs a form of address on the name behind it where both were taken
// for subjects of one verb: "Mr Scholz said".
func (d *Document) entitle(i int) {
	if i+1 >= len(d.Tokens) {
		return
	}
	t, name := &d.Tokens[i], d.Tokens[i+1]
	if t.Deprel != "nsubj" || name.Deprel != "nsubj" || t.Head != name.Head || t.Head <= i || name.UPOS != "PROPN" || t.UPOS == "PRON" || t.Form == strings.ToLower(t.Form) {
		return
	}
	t.Head, t.Deprel, t.UPOS, t.XPOS = i+1, "nmod:desc", "PROPN", "NNP"
}

// repair mends what a tree of Universal Dependencies cannot be, for the network
// scores each relation alone: a subject or object led in by a preposition is an
// oblique, and a second subject behind the verb is its object.
func (d *Document) repair() {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Head < 0 || !t.Has("nsubj", "obj", "iobj") || d.Tokens[t.Head].UPOS != "VERB" {
			continue
		}
		if p := d.Child(i, "case"); p >= 0 && p < i && d.Tokens[p].UPOS == "ADP" {
			t.Deprel = "obl"
			if d.Tokens[p].Lemma == "by" && d.Tokens[t.Head].XPOS == "VBN" {
				t.Deprel = "obl:agent"
			}
			continue
		}
		if first := d.Child(t.Head, "nsubj"); t.Deprel == "nsubj" && first < t.Head && t.Head < i && d.Child(t.Head, "obj") < 0 {
			t.Deprel = "obj"
		}
	}
}
