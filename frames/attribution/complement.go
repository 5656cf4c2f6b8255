package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// complement gives the clause behind a verb of saying: from "that", or from
// the first word of the clause it governs, to where the next clause of the
// same rank begins. The end of the tree's clause is not trusted: what trails
// behind belongs to the words far more often than to the cue.
func (s *search) complement(cue *Cue, head, last int) []language.Range {
	if o := s.doc.Child(head, "obj"); o > last && s.anothers(o) {
		return nil
	}
	stop := min(s.coordinate(head), s.resumed(head))
	first := s.behindThat(head, last, stop)
	if c := s.doc.Child(head, "ccomp"); c > last && c < first {
		first, _ = s.doc.Yield(c) // said the protests showed that
		first = max(first, last+1)
	}
	if n := last + 1; first < 0 && n < stop && syntax.SurelyFinite(s.doc.Tokens[n]) && s.quoted[n] == s.quoted[head] {
		first = n // which the minister said would fail
	}
	if n := last + 1; first < 0 && n+1 < stop && s.doc.Tokens[n].XPOS == "PRP" && (syntax.SurelyFinite(s.doc.Tokens[n+1]) || syntax.Tensed(s.doc.Tokens[n+1])) && s.quoted[n] == s.quoted[head] && cue.Addressee != "obj" {
		first = n // said it would free them, whatever the tree
	}
	for c := range s.doc.Children(head) {
		if first >= 0 {
			break
		}
		if t := s.doc.Tokens[c]; c > head && t.Has("ccomp", "parataxis") && !syntax.Trailing(s.doc, c) {
			first, _ = s.doc.Yield(c)
			first = s.overObject(head, c, max(first, last+1))
		}
	}
	if first < 0 && !cue.Takes("object") {
		first = s.torn(head)
	}
	if first < 0 {
		first = s.behindMedium(head)
	}
	for c := head + 1; first < 0 && c <= last; c++ { // made it clear the talks …
		if d := s.doc.Child(c, "ccomp"); d > last {
			first, _ = s.doc.Yield(d)
		}
	}
	if first < 0 && syntax.HeadsTitle(s.doc, head) {
		first = last + 1 // headlines leave out the verb
	}
	if first == last+1 {
		first = syntax.AfterDate(s.doc, first)
	}
	if first < 0 || first >= stop {
		return nil
	}
	if r := syntax.Trim(s.doc.Tokens[first:s.beforeTail(first, s.semicolon(first, stop))]); r.Len() > 0 {
		return []language.Range{r}
	}
	return nil
}

// anothers reports whether a noun is what somebody else said: in "rejected the
// envoy's claim that the road was safe" it is the claim that is rejected.
func (s *search) anothers(noun int) bool {
	o := syntax.Owner(s.doc, noun)
	if o == noun || s.doc.Tokens[o].UPOS == "PRON" || s.thatBehind(noun) < 0 {
		return false
	}
	for _, c := range s.cues[s.doc.Tokens[noun].Lemma] {
		if c.POS == "noun" {
			return true
		}
	}
	return false
}

// semicolon gives the place of the first semicolon outside of quotations: behind
// it the report speaks itself again, or somebody else does.
func (s *search) semicolon(first, stop int) int {
	for i := first + 1; i < stop; i++ {
		if s.doc.Tokens[i].Form == ";" && s.quoted[i] < 0 {
			return i
		}
	}
	return stop
}

// resumed gives the token at which the sentence goes on behind a relative clause
// between commas that the verb heads: "the envoy, who warned that …, left". The
// sentence's end where there is none.
func (s *search) resumed(verb int) int {
	last := syntax.Sentence(s.doc, verb).Last
	if !s.doc.Tokens[verb].Has("acl:relcl") {
		return last
	}
	first, end := s.doc.Yield(verb)
	if first == 0 || s.doc.Tokens[first-1].Form != "," && s.doc.Tokens[first].Form != "," {
		return last
	}
	if end < last && s.doc.Tokens[end].Form == "," || s.doc.Tokens[end-1].Form == "," {
		return end
	}
	return last
}

// torn gives the first word of a clause whose subject the parser took for what is
// said and whose predicate for a clause joined to the saying: "said the threats
// by one party and the other were useless". -1 for none.
func (s *search) torn(head int) int {
	o, c := s.doc.Child(head, "obj"), s.doc.Child(head, "conj")
	if o < head || c < o || s.doc.Child(c, "nsubj") < o || s.Knows(s.doc.Tokens[c].Lemma) {
		return -1
	}
	if first, _ := s.doc.Yield(o); first == head+1 {
		return first
	}
	return -1
}

// behindMedium gives the first word of a clause that the parser hung on the noun
// between it and the cue: "said in a statement it had left". -1 for none.
func (s *search) behindMedium(head int) int {
	for c := range s.doc.Children(head) {
		if c < head || !s.doc.Tokens[c].Has("obl") {
			continue
		}
		d := s.doc.Child(c, "acl")
		if n := s.doc.Child(max(d, 0), "nsubj"); d > c && n > c && !syntax.RelativePronoun(s.doc.Tokens[n]) && s.doc.Child(d, "obj") != c {
			first, _ := s.doc.Yield(d)
			if s.doc.Tokens[first].Lemma == "that" {
				first++
			}
			return first
		}
	}
	return -1
}

// hungInfinitive gives an infinitive that the parser hung on the noun between it
// and the cue: "threatened in a speech to strike". -1 for none.
func (s *search) hungInfinitive(head int) int {
	for c := range s.doc.Children(head) {
		if c > head && s.doc.Tokens[c].Has("obl") {
			if d := s.doc.Child(c, "acl"); d > c && syntax.Infinitive(s.doc, d) {
				return d
			}
		}
	}
	return -1
}

// overObject widens a clause without a subject to the noun that the parser took
// for the cue's object: "stressed the rupture would have consequences".
func (s *search) overObject(head, clause, first int) int {
	o := s.doc.Child(head, "obj")
	if o < 0 {
		o = s.doc.Child(head, "iobj")
	}
	if o < head || o >= first || s.doc.Child(clause, "nsubj") >= 0 || s.doc.Child(head, "nsubj") < 0 || s.doc.Tokens[o].UPOS == "PRON" {
		return first
	}
	b, e := s.doc.Yield(o)
	for e < first && s.doc.Tokens[e].Form == "," {
		e++
	}
	verb := first
	for s.doc.Tokens[verb].Form == "," {
		verb++
	}
	if e == first && syntax.SurelyFinite(s.doc.Tokens[verb]) {
		return b
	}
	return first
}

// behindThat gives the word behind a conjunction "that" that a cue leads to,
// over nouns and adverbs but no verb: "told reporters on Monday that".
func (s *search) behindThat(head, last, stop int) int {
	for i := last + 1; i < stop; i++ {
		switch t := s.doc.Tokens[i]; {
		case t.Lemma == "that" && (t.UPOS == "SCONJ" || t.Has("mark")):
			return i + 1
		case s.manner(head, i):
		case t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "SCONJ" || t.Form == "“" || t.Form == "\"":
			return -1
		}
	}
	return -1
}

// closedBefore reports whether a comma stands before the "that" behind a token.
func (s *search) closedBefore(token int) bool {
	for i := token + 1; i < syntax.Sentence(s.doc, token).Last; i++ {
		if t := s.doc.Tokens[i]; t.Lemma == "that" && t.UPOS == "SCONJ" {
			return s.doc.Tokens[i-1].Form == ","
		}
	}
	return false
}

// manner reports whether a token is a participle, or the conjunction of one, that
// tells how something is said or what it is said in: "said, without giving a
// reason, that", "said in remarks carried by a station that".
func (s *search) manner(head, token int) bool {
	t := s.doc.Tokens[token]
	if t.UPOS != "VERB" || t.XPOS != "VBG" && t.XPOS != "VBN" || t.Head < 0 || s.doc.Child(token, "aux", "nsubj") >= 0 {
		return t.Lemma == "without" && t.Head >= 0 && s.manner(head, t.Head)
	}
	over := s.doc.Tokens[t.Head]
	if t.Deprel == "acl" {
		return over.Has("obl") && over.Head == head && (t.XPOS == "VBN" || !s.Knows(t.Lemma))
	}
	first, _ := s.doc.Yield(token)
	return t.Has("advcl") && t.Head == head && t.XPOS == "VBG" && (s.doc.Tokens[first].Form == "," || s.doc.Tokens[first-1].Form == ",") && s.closedBefore(token)
}

// coordinate gives the token at which a clause joined to the cue's begins: "he
// said the talks failed and left". A joined clause with a subject or an
// auxiliary of its own ("and had heard nothing") is taken for a part of what is
// said, unless it says something itself.
func (s *search) coordinate(head int) int {
	sentence := syntax.Sentence(s.doc, head)
	for c := range s.doc.Children(head) {
		t := s.doc.Tokens[c]
		if c > head && t.Has("advcl") && s.Knows(t.Lemma) && s.quoted[c] < 0 {
			if first, _ := s.doc.Yield(c); first > head && s.doc.Tokens[first-1].Form == "," {
				return first - 1 // …, though he added
			}
		}
		if c < head || !t.Has("conj") || t.UPOS != "VERB" || s.quoted[c] >= 0 {
			continue
		}
		own := s.doc.Child(c, "nsubj") >= 0 || s.doc.Child(c, "aux") >= 0
		if own && !s.Knows(t.Lemma) {
			continue
		}
		first, _ := s.doc.Yield(c)
		return first
	}
	return sentence.Last
}
