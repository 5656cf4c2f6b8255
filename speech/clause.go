package speech

import (
	"slices"

	"rapporteur/language"
)

// clause finds the words that a verb of saying reports in the tree.
func (s *search) clause(cue *Cue, head, last int) ([]language.Range, string) {
	doc := s.doc
	if cue.Takes("clause") || cue.Takes("wh") {
		if parts := s.complements(head, last); len(parts) > 0 {
			return parts, "clause of cue"
		}
		if s.setIn(head) {
			return s.rest(head), "cue set into sentence"
		}
	}
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		if c < head {
			continue
		}
		switch {
		case t.Has("xcomp") && cue.Takes("infinitive") && t.UPOS != "ADJ" && s.infinitive(c),
			t.Has("xcomp", "ccomp", "advcl") && cue.Takes("gerund") && t.XPOS == "VBG",
			t.Has("ccomp") && cue.Takes("infinitive") && s.infinitive(c):
			return s.parts(c), "infinitive of cue"
		}
	}
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		if t.Has("obl", "advcl") && len(cue.obliques) > 0 {
			if p := doc.Child(c, "case", "mark"); p >= 0 && slices.Contains(cue.obliques, doc.Tokens[p].Lemma) {
				return s.parts(c), "prepositional object of cue"
			}
		}
		if t.Has("obj") && cue.Takes("object") && t.UPOS != "PRON" && c > head {
			return s.parts(c), "object of cue"
		}
	}
	return nil, ""
}

// complements gives the clauses that a verb of saying governs. A clause set
// beside the verb counts where it is the only one.
func (s *search) complements(head, last int) []language.Range {
	var parts []language.Range
	for c := range s.doc.Children(head) {
		if c > head && c <= last {
			for d := range s.doc.Children(c) { // made it clear that …
				if s.doc.Tokens[d].Has("ccomp") {
					parts = append(parts, s.parts(d)...)
				}
			}
		}
		if t := s.doc.Tokens[c]; t.Has("ccomp") || t.Has("advcl") && c > head && s.that(c) {
			parts = append(parts, s.parts(c)...)
		}
	}
	return parts
}

// that reports whether a clause begins with the conjunction "that".
func (s *search) that(verb int) bool {
	m := s.doc.Child(verb, "mark")
	return m >= 0 && s.doc.Tokens[m].Lemma == "that"
}

// setIn reports whether the verb is set into or behind the sentence that it
// reports: "…, the minister said", "as he put it, …".
func (s *search) setIn(head int) bool {
	t := s.doc.Tokens[head]
	if t.Has("parataxis") {
		return s.doc.Child(head, "nsubj") >= 0
	}
	if t.Has("advcl") {
		m := s.doc.Child(head, "mark")
		return m >= 0 && s.doc.Tokens[m].Lemma == "as"
	}
	return false
}

// rest gives the sentence that a verb is set into, without the verb's own
// part.
func (s *search) rest(head int) []language.Range {
	sentence := s.doc.Sentences[s.doc.SentenceOf(head)]
	take := s.own(head)
	for i := range take {
		take[i] = !take[i] && s.doc.Tokens[sentence.First+i].UPOS != "PUNCT" || s.quoteMark(sentence.First+i)
	}
	return s.runs(sentence, take)
}

// quoteMark reports whether a token opens or closes a quotation.
func (s *search) quoteMark(token int) bool {
	x := s.doc.Tokens[token].XPOS
	return x == "``" || x == "''"
}

// parts gives the unbroken runs of words that a token governs.
func (s *search) parts(token int) []language.Range {
	sentence := s.doc.Sentences[s.doc.SentenceOf(token)]
	return s.runs(sentence, s.governed(token, -1))
}

// governed marks the tokens of the sentence under a token, without those under
// another one.
func (s *search) governed(token, without int) []bool {
	sentence := s.doc.Sentences[s.doc.SentenceOf(token)]
	set := make([]bool, sentence.Last-sentence.First)
	var mark func(int)
	mark = func(t int) {
		if t == without {
			return
		}
		set[t-sentence.First] = true
		for c := range s.doc.Children(t) {
			mark(c)
		}
	}
	mark(token)
	return set
}

// runs turns marked tokens into ranges, over punctuation that lies between,
// and drops runs that say nothing: a relative pronoun left behind.
func (s *search) runs(sentence language.Sentence, set []bool) []language.Range {
	var out []language.Range
	tokens := s.doc.Tokens[sentence.First:sentence.Last]
	for i := 0; i < len(set); {
		if !set[i] {
			i++
			continue
		}
		j := i
		for k := i; k < len(set) && (set[k] || tokens[k].UPOS == "PUNCT"); k++ {
			if set[k] {
				j = k + 1
			}
		}
		if r := trim(tokens[i:j]); r.Len() > 0 {
			out = append(out, r)
		}
		i = j
	}
	return out
}

// trim takes the conjunction "that" and punctuation other than quotation marks
// and brackets off the ends of a run.
func trim(run []language.Token) language.Range {
	for len(run) > 0 && (leftover(run[0]) || run[0].Has("mark") && run[0].Lemma == "that" || run[0].Has("cc")) {
		run = run[1:]
	}
	for len(run) > 0 && leftover(run[len(run)-1]) {
		run = run[:len(run)-1]
	}
	for _, t := range run {
		switch t.UPOS {
		case "NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "INTJ", "AUX":
			return language.Range{Start: run[0].Start, End: run[len(run)-1].End}
		}
	}
	return language.Range{}
}

func leftover(t language.Token) bool {
	if t.UPOS != "PUNCT" {
		return false
	}
	switch t.XPOS {
	case "``", "''", "-LRB-", "-RRB-":
		return false
	}
	return true
}

// infinitive reports whether a verb stands in the infinitive with "to".
func (s *search) infinitive(verb int) bool {
	m := s.doc.Child(verb, "mark")
	return m >= 0 && s.doc.Tokens[m].Lemma == "to"
}
