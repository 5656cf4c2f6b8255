package language

import "strings"

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
		d.entitle(i)
		d.rejoin(i)
	}
}

// rejoin hangs three phrases that news uses, and the treebanks hardly have, on
// the verbs that they belong to.
func (d *Document) rejoin(i int) {
	t := &d.Tokens[i]
	if t.Head < 0 {
		return
	}
	head := &d.Tokens[t.Head]
	switch {
	case t.Deprel == "nmod" && t.Head < i && head.Deprel == "nsubj" && head.UPOS == "PROPN" && head.Head > i && d.ledBy(i, "on") && weekday(t.Form),
		t.Deprel == "nmod" && t.Head < i && head.Deprel == "obl" && d.ledBy(i, "with") && telephone(head.Form):
		t.Head, t.Deprel = head.Head, "obl"
	case t.Deprel == "conj" && t.Head < i && d.marked(i):
		if c := d.clauseBetween(t.Head, i); c >= 0 {
			t.Head = c
		}
	}
}

// ledBy reports whether the preposition before a word or name is the one given.
func (d *Document) ledBy(i int, preposition string) bool {
	return i > 0 && d.Tokens[i-1].Head == i && d.Tokens[i-1].Form == preposition
}

// weekday is what a name is not: in "Kerry on Sunday called" the day is that of
// the call.
func weekday(form string) bool {
	switch form {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday":
		return true
	}
	return false
}

// telephone is a means that nobody is with: "spoke by phone with".
func telephone(form string) bool { return form == "phone" || form == "telephone" }

// marked reports whether a clause begins with "that".
func (d *Document) marked(i int) bool {
	for j := i - 1; j > d.Tokens[i].Head; j-- {
		if d.Tokens[j].Head == i && d.Tokens[j].Deprel == "mark" {
			return strings.EqualFold(d.Tokens[j].Form, "that")
		}
	}
	return false
}

// clauseBetween is the last clause that a verb governs before a word: "said
// that … and that …" joins two clauses, not two sayings.
func (d *Document) clauseBetween(verb, i int) int {
	for j := i - 1; j > verb; j-- {
		if d.Tokens[j].Head == verb && d.Tokens[j].Deprel == "ccomp" {
			return j
		}
	}
	return -1
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
