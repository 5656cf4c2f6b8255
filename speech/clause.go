package speech

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// clause finds the words that a verb of saying reports in the tree.
func (s *search) clause(cue *Cue, head, last int) ([]language.Range, string) {
	doc := s.doc
	if x := doc.Child(head, "xcomp"); cue.Kind == "decline" && x > head && x <= last {
		return s.parts(x), "infinitive of cue" // declined to comment on the draft
	}
	if cue.Takes("clause") || cue.Takes("wh") {
		if first := syntax.Sentence(s.doc, head).First; s.closing(head, last) {
			return []language.Range{trim(s.doc.Tokens[first:head])}, "cue set into sentence"
		}
		if s.between(head, last) {
			return s.rest(head, last), "cue set into sentence"
		}
		if parts := s.complement(cue, head, last); len(parts) > 0 {
			return parts, "clause of cue"
		}
		if s.setIn(head, last) {
			return s.rest(head, last), "cue set into sentence"
		}
	}
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		if c < head {
			continue
		}
		switch {
		case t.Has("xcomp", "advcl") && cue.Takes("infinitive") && t.UPOS != "ADJ" && syntax.Infinitive(s.doc, c),
			t.Has("xcomp", "ccomp", "advcl") && cue.Takes("gerund") && t.XPOS == "VBG",
			t.Has("ccomp") && cue.Takes("infinitive") && syntax.Infinitive(s.doc, c):
			return s.parts(c), "infinitive of cue"
		}
	}
	if d := s.hungInfinitive(head); d >= 0 && cue.Takes("infinitive") && s.doc.Child(head, "obj") < 0 {
		return s.parts(d), "infinitive of cue"
	}
	if cue.Kind == "decline" && len(cue.Needs) > 0 {
		_, after := s.doc.Yield(head)
		return []language.Range{trim(s.doc.Tokens[head:after])}, "refused verb" // would not comment on the strike
	}
	return s.object(cue, head, last)
}

// setIn reports whether the verb is set into or behind the sentence that it
// reports: "…, the minister said", "…, said the minister, …", "as he put it".
func (s *search) setIn(head, last int) bool {
	first, after := s.frameTokens(head, last)
	sentence := syntax.Sentence(s.doc, head)
	if m := s.doc.Child(head, "mark"); s.doc.Tokens[head].Has("advcl") && m >= 0 && m < first {
		edge := m == sentence.First || s.doc.Tokens[m-1].UPOS == "PUNCT"
		return edge && s.doc.Tokens[m].Lemma == "as"
	}
	if first <= sentence.First+1 || s.doc.Tokens[first-1].Form != "," || s.subject(head) < 0 || s.circumstance(head, first) {
		return false
	}
	closed := after >= sentence.Last || s.doc.Tokens[after].UPOS == "PUNCT"
	return closed && syntax.HasVerb(s.doc, sentence.First, first)
}

// circumstance reports whether all that stands before a verb and its subject is a
// participle that tells what else they do: "addressing a rally, she vowed".
func (s *search) circumstance(head, first int) bool {
	begin := syntax.Sentence(s.doc, head).First
	for c := range s.doc.Children(head) {
		t := s.doc.Tokens[c]
		if c > first || !t.Has("advcl") || t.XPOS != "VBG" && t.XPOS != "VBN" || s.doc.Child(c, "nsubj", "aux") >= 0 {
			continue
		}
		if b, e := s.doc.Yield(c); b <= begin+1 && e >= first-1 {
			return true
		}
	}
	return false
}

// between reports whether a verb is set between a subject and its verb: "the
// border, the general said, would stay closed".
func (s *search) between(head, last int) bool {
	first, after := s.frameTokens(head, last)
	sentence := syntax.Sentence(s.doc, head)
	return first > sentence.First+1 && s.doc.Tokens[first-1].Form == "," && s.subject(head) >= first &&
		after+1 < sentence.Last && s.doc.Tokens[after].Form == "," && s.quoted[after] < 0 &&
		(syntax.SurelyFinite(s.doc.Tokens[after+1]) || syntax.Tensed(s.doc.Tokens[after+1]) || s.quoted[after+1] < 0 && syntax.HasVerb(s.doc, sentence.First, first))
}

// closing reports whether a verb stands behind the sentence that it reports,
// its subject behind it: "…, said Carl Moe, the envoy to a town where …".
func (s *search) closing(head, last int) bool {
	from := s.subject(head)
	sentence := syntax.Sentence(s.doc, head)
	if from <= last || !s.doc.Tokens[from].Has("nsubj") && s.overtaken(head, s.nominative(head)) != from || head <= sentence.First+2 || s.doc.Tokens[head-1].Form != "," || s.quoted[head-2] >= 0 {
		return false
	}
	return syntax.HasVerb(s.doc, sentence.First, head)
}

// rest gives the sentence that a verb is set into, without the verb's own
// part.
func (s *search) rest(head, last int) []language.Range {
	sentence := syntax.Sentence(s.doc, head)
	first, after := s.frameTokens(head, last)
	take := make([]bool, sentence.Last-sentence.First)
	for i := range take {
		t := sentence.First + i
		take[i] = (t < first || t >= after) && (s.doc.Tokens[t].UPOS != "PUNCT" || syntax.QuotationMark(s.doc.Tokens[t]))
	}
	return s.runs(sentence, take)
}

// parts gives the unbroken runs of words that a token governs.
func (s *search) parts(token int) []language.Range {
	sentence := syntax.Sentence(s.doc, token)
	return s.runs(sentence, s.governed(token, -1))
}

// governed marks the tokens of the sentence under a token, without those under
// another one.
func (s *search) governed(token, without int) []bool {
	sentence := syntax.Sentence(s.doc, token)
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
	for len(run) > 0 && (leftover(run[0]) || run[0].Has("mark") && run[0].Lemma == "that" || run[0].UPOS == "CCONJ") {
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
