package language

// subordinate makes a clause of "after their ministers, …, had met" where the
// noun was taken for the preposition's and the verb was left without a subject.
func subordinate(d *Document, i int) {
	t := &d.Tokens[i]
	if t.Deprel != "obl" || t.Head > i {
		return
	}
	mark := d.childBefore(i, "case", t.Head)
	if mark < 0 || !clauseOpener(d.Tokens[mark].Form) {
		return
	}
	if v := behindPhrase(d, i); d.Tokens[mark].Form == "as" && v < len(d.Tokens) && d.Tokens[v].Has("ccomp") && d.Tokens[v].Head >= 0 && d.Tokens[v].Head < mark && finiteAlone(d, v, mark) {
		head := t.Head
		if d.attach(v, head, "advcl") && d.attach(mark, v, "mark") && d.attach(i, v, "nsubj") {
			d.Tokens[mark].UPOS = "SCONJ" // said that it was time to talk as the ministers met
		}
		return
	}
	for v := i + 1; v < len(d.Tokens) && d.Tokens[v].Head >= t.Head; v++ {
		if d.Tokens[v].Head == t.Head && d.Tokens[v].Deprel != "punct" {
			if apart := d.Tokens[mark].Form == "as" && d.Tokens[v-1].Form == ","; apart {
				return // "served as mayor, moved to Riga"
			}
			if subjectless(d, v, t.Head) && d.attach(mark, v, "mark") && d.attach(i, v, "nsubj") {
				d.Tokens[v].Deprel = "advcl"
				d.Tokens[mark].UPOS = "SCONJ"
			}
			return
		}
	}
}

// behindPhrase gives the token right behind the words that hang on one.
func behindPhrase(d *Document, i int) int {
	v := i + 1
	for v < len(d.Tokens) && d.sentenceOf[v] == d.sentenceOf[i] && d.reaches(v, i) {
		v++
	}
	return v
}

// finiteAlone reports whether a verb of a form that wants a subject has none, and no
// conjunction, behind some word.
func finiteAlone(d *Document, v, from int) bool {
	for _, relation := range [...]string{"nsubj", "nsubj:pass", "cc", "mark", "expl"} {
		if d.childBefore(v, relation, from) >= 0 {
			return false
		}
	}
	t := d.Tokens[v]
	return t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBZ")
}

// takeSubject gives a clause with "while" or "as" the noun between that word and its verb
// for its subject, where the parser gave it to the clause before: "was closed while the
// ministers met".
func takeSubject(d *Document, mark int) {
	t := d.Tokens[mark]
	if t.Deprel != "mark" || t.Head <= mark+1 || d.Tokens[t.Head].UPOS != "VERB" || t.Form != "while" && t.Form != "as" && t.Form != "after" && t.Form != "before" {
		return
	}
	for _, relation := range [...]string{"nsubj", "nsubj:pass", "expl"} {
		if d.childBefore(t.Head, relation, mark) >= 0 {
			return
		}
	}
	for k := mark + 1; k < t.Head; k++ {
		if n := d.Tokens[k]; n.Has("nsubj", "nsubj:pass") && n.Head >= 0 && n.Head < mark {
			d.attach(k, t.Head, "nsubj")
			return
		}
	}
}

// clauseOpener knows the prepositions that also begin clauses.
func clauseOpener(form string) bool {
	switch form {
	case "after", "before", "since", "until", "as":
		return true
	}
	return false
}

// subjectless reports whether a verb stands beside another without subject or
// conjunction, though its form wants a subject.
func subjectless(d *Document, v, from int) bool {
	t := d.Tokens[v]
	if t.UPOS != "VERB" || t.Deprel != "conj" && t.Deprel != "parataxis" {
		return false
	}
	for _, relation := range [...]string{"nsubj", "nsubj:pass", "cc", "mark", "expl"} {
		if d.childBefore(v, relation, from) >= 0 {
			return false
		}
	}
	return t.XPOS == "VBD" || t.XPOS == "VBZ" || d.childBefore(v, "aux", from) >= 0
}
