package language

import (
	"sort"
	"strings"
)

// reattach hangs prepositions on the head of a name rather than on the title
// before it: in "with Foreign Minister Faisal" the name is what the verb
// governs. It needs the sentences numbered, and trees that are such; the children
// of each token are out of date after it.
func reattach(d *Document) {
	resubject(d)
	resume(d)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		for t.Head > i && t.Deprel == "case" && t.UPOS == "ADP" {
			h := d.Tokens[t.Head]
			if h.Head <= t.Head || !h.Has("nmod:desc", "compound") {
				break
			}
			if !d.attach(i, h.Head, t.Deprel) {
				break
			}
		}
		takeSubject(d, i)
		entitle(d, i)
		rejoin(d, i)
		pair(d, i)
	}
	for _, n := range d.Names {
		if (n.Class == PersonName || n.Class == OrgName) && n.First > 0 {
			describe(d, n)
		}
	}
}

// describe hangs the name of a person or organisation on the noun right before it
// where both were given one part in the clause: "met her counterpart Ada Moss",
// "the watchdog Clean Water said".
func describe(d *Document, n Name) {
	noun := d.Tokens[n.First-1]
	for i := n.First; i < n.Last; i++ {
		t := &d.Tokens[i]
		if t.Head >= n.First && t.Head < n.Last {
			continue
		}
		if noun.UPOS == "NOUN" && t.Head == noun.Head && t.Head >= 0 && t.Has(noun.Deprel, "flat") {
			d.attach(i, n.First-1, "appos")
		}
		return
	}
}

// rejoin hangs phrases that news uses, and the treebanks hardly have, on
// what they belong to.
func rejoin(d *Document, i int) {
	t := &d.Tokens[i]
	if t.Head < 0 {
		return
	}
	subordinate(d, i)
	head := &d.Tokens[t.Head]
	switch {
	case t.Deprel == "nmod" && t.Head < i && head.Deprel == "nsubj" && head.UPOS == "PROPN" && head.Head > i && ledBy(d, i, "on") && weekday(t.Form),
		t.Deprel == "nmod" && t.Head < i && head.Deprel == "obl" && ledBy(d, i, "with") && telephone(head.Form):
		d.attach(i, head.Head, "obl")
	case t.Deprel == "nmod" && t.Head < i && besideAppos(d, i) >= 0:
		d.attach(i, besideAppos(d, i), "obl")
	case t.Deprel == "nmod" && t.Head < i && head.Deprel == "nmod" && head.UPOS == "PROPN" && head.Head >= 0 && aimed(d, i):
		d.attach(i, head.Head, t.Deprel)
	case t.Deprel == "acl:relcl" && t.Head < i && whichOf(d, i):
		d.attach(i, thing(d, t.Head), t.Deprel)
	case t.Deprel == "conj" && t.Head < i && marked(d, i):
		if c := clauseBetween(d, t.Head, i); c >= 0 {
			d.attach(i, c, t.Deprel)
		}
	}
}

// ledBy reports whether the preposition before a word or name is the one given.
func ledBy(d *Document, i int, preposition string) bool {
	return i > 0 && d.Tokens[i-1].Head == i && d.Tokens[i-1].Form == preposition
}

// besideAppos gives the verb that a phrase of place or day belongs to where the parser
// hung it on an apposition that a comma closes before it, -1 for none: "met Ada Moss,
// the mayor of Oslo, in the Danish capital".
func besideAppos(d *Document, i int) int {
	h := d.Tokens[i].Head
	if !d.Tokens[h].Has("appos") || d.Tokens[h].UPOS != "NOUN" {
		return -1
	}
	named := d.Tokens[h].Head
	c := d.childBefore(i, "case", h)
	if c < 0 || d.Tokens[c-1].Form != "," || named < 0 || named > h || d.childBefore(h, "punct", named) < 0 && d.Tokens[named+1].Form != "," {
		return -1
	}
	switch strings.ToLower(d.Tokens[c].Form) {
	case "in", "on", "at", "during", "after", "before":
	default:
		return -1
	}
	if v := d.Tokens[named].Head; v >= 0 && d.Tokens[v].UPOS == "VERB" && d.Tokens[named].Has("obj", "nsubj", "obl") {
		return v
	}
	return -1
}

// aimed reports whether a word is what something "by" its governor is "on" or
// "against": "an attack by the militia on a refinery". In "by the Committee on
// Trade" both are one name.
func aimed(d *Document, i int) bool {
	agent := d.Tokens[i].Head
	by, on := d.childBefore(agent, "case", d.Tokens[agent].Head), d.childBefore(i, "case", agent)
	if by < 0 || on < 0 || d.Tokens[by].Form != "by" || d.Tokens[on].Form != "on" && d.Tokens[on].Form != "against" {
		return false
	}
	n := nameAt(d.Names, agent)
	return n == nil || i >= n.Last
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

// whichOf reports whether a relative clause with "which" hangs on a person.
func whichOf(d *Document, clause int) bool {
	person := d.Tokens[clause].Head
	for _, relation := range [...]string{"nsubj", "nsubj:pass", "obj"} {
		if j := d.childBefore(clause, relation, person); j >= 0 && d.Tokens[j].Form == "which" {
			n := nameAt(d.Names, person)
			return n != nil && n.Class == PersonName
		}
	}
	return false
}

// nameAt is the name that a word stands in, nil for none.
func nameAt(names []Name, token int) *Name {
	i := sort.Search(len(names), func(i int) bool { return names[i].Last > token })
	if i == len(names) || names[i].First > token {
		return nil
	}
	return &names[i]
}

// thing is the nearest noun before a name that governs it, or the name: in
// "the meeting of Moss and Otto, which ended" it is the meeting that ended.
func thing(d *Document, name int) int {
	for h := name; h >= 0 && h <= name; h = d.Tokens[h].Head {
		if d.Tokens[h].UPOS == "NOUN" {
			return h
		}
	}
	return name
}

// marked reports whether a clause begins with "that".
func marked(d *Document, i int) bool {
	mark := d.childBefore(i, "mark", d.Tokens[i].Head)
	return mark >= 0 && strings.EqualFold(d.Tokens[mark].Form, "that")
}

// clauseBetween is the last clause that a verb governs before a word: "said
// that … and that …" joins two clauses, not two sayings.
func clauseBetween(d *Document, verb, i int) int {
	for j := i - 1; j > verb; j-- {
		if d.Tokens[j].Head == verb && d.Tokens[j].Deprel == "ccomp" {
			return j
		}
	}
	return -1
}

// resubject gives the first of two subjects of a verb to the clause between
// them that has none, or only the title before the name: "Presidents A and B
// talked by telephone, their offices said".
func resubject(d *Document) {
	subject := make([]int, len(d.Tokens)) // one more than the token, 0 for none
	for i, t := range d.Tokens {
		if t.Head >= 0 && t.Has("nsubj", "nsubj:pass") {
			subject[t.Head] = i + 1
		}
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		clause := -1
		for j := i + 1; t.Deprel == "nsubj" && j < t.Head; j++ {
			k := d.Tokens[j]
			if k.Head != t.Head {
				continue
			}
			free := subject[j] == 0 || subject[j] == i && t.UPOS == "PROPN"
			if clause < 0 && k.UPOS == "VERB" && k.Has("ccomp", "advcl") && free {
				clause = j
			}
			if clause >= 0 && k.Has("nsubj", "nsubj:pass") && d.attach(i, clause, t.Deprel) {
				subject[clause] = i + 1
			}
		}
	}
}

// entitle hangs a form of address on the name behind it where both were taken
// for subjects of one verb: "Mr Scholz said".
func entitle(d *Document, i int) {
	if i+1 >= len(d.Tokens) {
		return
	}
	t, name := &d.Tokens[i], d.Tokens[i+1]
	if t.Deprel != "nsubj" || name.Deprel != "nsubj" || t.Head != name.Head || t.Head <= i || name.UPOS != "PROPN" || t.UPOS == "PRON" || t.Form == strings.ToLower(t.Form) {
		return
	}
	if d.attach(i, i+1, "nmod:desc") {
		t.UPOS, t.XPOS = "PROPN", "NNP"
	}
}

// childBefore is the last word between another and its governor from that
// hangs on it by a relation, -1 if there is none.
func (d *Document) childBefore(i int, relation string, from int) int {
	for j := i - 1; j > from; j-- {
		if d.Tokens[j].Head == i && d.Tokens[j].Deprel == relation {
			return j
		}
	}
	return -1
}
