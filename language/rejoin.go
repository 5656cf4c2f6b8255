package language

// resume gives the verb of saying that interrupts a quotation the noun behind it
// for its subject, where the parser took that for the subject of what is quoted,
// and gives the quotation its own back: “The bridge,” said the engineer, “will
// stay shut.”
func resume(d *Document) {
	for v := 2; v+2 < len(d.Tokens); v++ {
		if d.Tokens[v].UPOS != "VERB" || !quoteMark(d.Tokens[v-1]) {
			continue
		}
		n := interrupter(d, v)
		if n < 0 {
			continue
		}
		clause, relation := d.Tokens[n].Head, d.Tokens[n].Deprel
		if !d.attach(n, v, "nsubj") {
			continue
		}
		for j := v - 1; j >= 0 && j > v-maxInterrupted; j-- {
			if t := d.Tokens[j]; t.Head == v && t.Has("nsubj") {
				d.attach(j, clause, relation)
			}
		}
	}
}

// maxInterrupted is how many words of a quotation before its verb of saying are
// searched for a subject.
const maxInterrupted = 40

// interrupter gives the noun behind a verb that hangs, as a subject, on a word
// of the quotation that follows it behind a comma; -1 for none.
func interrupter(d *Document, verb int) int {
	noun := -1
	for i := verb + 1; i < d.Sentences[d.sentenceOf[verb]].Last; i++ {
		t := d.Tokens[i]
		switch {
		case quoteMark(t):
			if noun >= 0 && d.Tokens[noun].Head > i {
				return noun
			}
			return -1
		case t.UPOS == "VERB" || t.UPOS == "AUX":
			return -1
		case noun < 0 && t.Form == ",":
			return -1
		case noun < 0 && t.Has("nsubj") && t.Head > i:
			noun = i
		}
	}
	return -1
}

// pair joins the second of two things that something is between to the first,
// where the parser took it for the subject of the verb behind: "talks between
// the army and the rebels resumed".
func pair(d *Document, i int) {
	t := d.Tokens[i]
	if t.Deprel != "nmod" || t.Head < 0 || t.Head > i || d.childBefore(i, "case", t.Head) < 0 || d.Tokens[d.childBefore(i, "case", t.Head)].Form != "between" {
		return
	}
	and := i + 1
	for and < len(d.Tokens) && d.Tokens[and].Head == i && d.Tokens[and].Deprel == "flat" {
		and++
	}
	if and+1 >= len(d.Tokens) || d.Tokens[and].Form != "and" || d.Tokens[and].Head == i {
		return
	}
	for j := and + 1; j < len(d.Tokens) && j < and+6; j++ {
		o := d.Tokens[j]
		if o.Has("nsubj") && o.Head > j && (o.UPOS == "NOUN" || o.UPOS == "PROPN") && d.Tokens[t.Head].Head == o.Head {
			if d.attach(j, i, "conj") {
				d.attach(and, j, "cc")
			}
			return
		}
	}
}

// quoteMark reports whether a token opens or closes a quotation.
func quoteMark(t Token) bool { return t.XPOS == "``" || t.XPOS == "''" }
