package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// complementOf gives the clause behind a verb of saying: from "that", or from
// the first word of the clause it governs, to where the next clause of the
// sameContent rank begins. The end of the tree's clause is not trusted: what trails
// behind belongs to the words far more often than to the cue.
func complementOf(x *text, cue *Cue, head, last int) []language.Range {
	if o := x.doc.Child(head, "obj"); o > last && anothersWords(x, o) {
		return nil
	}
	stop := min(coordinateStart(x, head), resumption(x, head))
	first := behindThat(x, head, last, stop)
	if c := x.doc.Child(head, "ccomp"); c > last && c < first {
		first, _ = x.doc.Yield(c) // said the protests showed that
		first = max(first, last+1)
	}
	if n := last + 1; first < 0 && n < stop && syntax.SurelyFinite(x.doc.Tokens[n]) && x.quoted[n] == x.quoted[head] {
		first = n // which the minister said would fail
	}
	if n := last + 1; first < 0 && n+1 < stop && x.doc.Tokens[n].XPOS == "PRP" && (syntax.SurelyFinite(x.doc.Tokens[n+1]) || syntax.Tensed(x.doc.Tokens[n+1])) && x.quoted[n] == x.quoted[head] && cue.Addressee != "obj" {
		first = n // said it would free them, whatever the tree
	}
	for c := range x.doc.Children(head) {
		if first >= 0 {
			break
		}
		if t := x.doc.Tokens[c]; c > head && t.Has("ccomp", "parataxis") && !syntax.Trailing(x.doc, c) {
			first, _ = x.doc.Yield(c)
			first = fromObject(x, head, c, max(first, last+1))
		}
	}
	if first < 0 && !cue.Takes("object") {
		first = tornClause(x, head)
	}
	if first < 0 {
		first = clauseBehindMedium(x, head)
	}
	for c := head + 1; first < 0 && c <= last; c++ { // made it clear the talks …
		if d := x.doc.Child(c, "ccomp"); d > last {
			first, _ = x.doc.Yield(d)
		}
	}
	if first < 0 && syntax.HeadsTitle(x.doc, head) {
		first = last + 1 // headlines leave out the verb
	}
	if first == last+1 {
		first = syntax.AfterDate(x.doc, first)
	}
	if first < 0 || first >= stop {
		return nil
	}
	if r := syntax.Trim(x.doc.Tokens[first:beforeTail(x, first, firstSemicolon(x, first, stop))]); r.Len() > 0 {
		return []language.Range{r}
	}
	return nil
}

// anothersWords reports whether a noun is what somebody else said: in "rejected the
// envoy's claim that the road was safe" it is the claim that is rejected.
func anothersWords(x *text, noun int) bool {
	o := syntax.Owner(x.doc, noun)
	if o == noun || x.doc.Tokens[o].UPOS == "PRON" || thatBehind(x, noun) < 0 {
		return false
	}
	for _, c := range x.cues[x.doc.Tokens[noun].Lemma] {
		if c.POS == "noun" {
			return true
		}
	}
	return false
}

// firstSemicolon gives the place of the first semicolon outside of quotations: behind
// it the report speaks itself again, or somebody else does.
func firstSemicolon(x *text, first, stop int) int {
	for i := first + 1; i < stop; i++ {
		if x.doc.Tokens[i].Form == ";" && x.quoted[i] < 0 {
			return i
		}
	}
	return stop
}

// resumption gives the token at which the sentence goes on behind a relative clause
// between commas that the verb heads: "the envoy, who warned that …, left". The
// sentence's end where there is none.
func resumption(x *text, verb int) int {
	last := syntax.Sentence(x.doc, verb).Last
	if !x.doc.Tokens[verb].Has("acl:relcl") {
		return last
	}
	first, end := x.doc.Yield(verb)
	if first == 0 || x.doc.Tokens[first-1].Form != "," && x.doc.Tokens[first].Form != "," {
		return last
	}
	if end < last && x.doc.Tokens[end].Form == "," || x.doc.Tokens[end-1].Form == "," {
		return end
	}
	return last
}

// coordinateStart gives the token at which a clause joined to the cue's begins: "he
// said the talks failed and left". A joined clause with a subject or an
// auxiliary of its own ("and had heard nothing") is taken for a part of what is
// said, unless it says something itself.
func coordinateStart(x *text, head int) int {
	sentence := syntax.Sentence(x.doc, head)
	for c := range x.doc.Children(head) {
		t := x.doc.Tokens[c]
		if c > head && t.Has("advcl") && x.knows(t.Lemma) && x.quoted[c] < 0 {
			if first, _ := x.doc.Yield(c); first > head && x.doc.Tokens[first-1].Form == "," {
				return first - 1 // …, though he added
			}
		}
		if c < head || !t.Has("conj") || t.UPOS != "VERB" || x.quoted[c] >= 0 {
			continue
		}
		own := x.doc.Child(c, "nsubj") >= 0 || x.doc.Child(c, "aux") >= 0
		if own && !x.knows(t.Lemma) {
			continue
		}
		first, _ := x.doc.Yield(c)
		return first
	}
	return sentence.Last
}
