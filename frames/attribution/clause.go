package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// clause finds the words that a verb of saying reports in the tree.
func (s *search) clause(cue *Cue, head, last int) ([]language.Range, string) {
	doc := s.doc
	if x := doc.Child(head, "xcomp"); cue.Kind == "decline" && x > head && x <= last {
		return syntax.Parts(s.doc, x), "infinitive of cue" // declined to comment on the draft
	}
	if cue.Takes("clause") || cue.Takes("wh") {
		if first := syntax.Sentence(s.doc, head).First; s.closing(head, last) {
			return []language.Range{syntax.Trim(s.doc.Tokens[first:head])}, "cue set into sentence"
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
			return syntax.Parts(s.doc, c), "infinitive of cue"
		}
	}
	if d := s.hungInfinitive(head); d >= 0 && cue.Takes("infinitive") && s.doc.Child(head, "obj") < 0 {
		return syntax.Parts(s.doc, d), "infinitive of cue"
	}
	if cue.Kind == "decline" && len(cue.Needs) > 0 {
		_, after := s.doc.Yield(head)
		return []language.Range{syntax.Trim(s.doc.Tokens[head:after])}, "refused verb" // would not comment on the strike
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
	if from <= last || !s.doc.Tokens[from].Has("nsubj") && syntax.DisplacedSubject(s.doc, head, syntax.Nominative(s.doc, s.quoted, head)) != from || head <= sentence.First+2 || s.doc.Tokens[head-1].Form != "," || s.quoted[head-2] >= 0 {
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
	return syntax.Runs(s.doc, sentence, take)
}
