package attribution

import (
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// insertedClause reports whether the verb is set into or behind the sentence that it
// reports: "…, the minister said", "…, said the minister, …", "as he put it".
func insertedClause(x *text, head, last int) bool {
	first, after := cueFrameTokens(x, head, last)
	sentence := syntax.Sentence(x.doc, head)
	if m := x.doc.Child(head, "mark"); x.doc.Tokens[head].Has("advcl") && m >= 0 && m < first {
		edge := m == sentence.First || x.doc.Tokens[m-1].UPOS == "PUNCT"
		return edge && x.doc.Tokens[m].Lemma == "as"
	}
	if first <= sentence.First+1 || x.doc.Tokens[first-1].Form != "," || speakerOf(x, head) < 0 || openingParticiple(x, head, first) {
		return false
	}
	closed := after >= sentence.Last || x.doc.Tokens[after].UPOS == "PUNCT"
	return closed && syntax.HasVerb(x.doc, sentence.First, first)
}

// openingParticiple reports whether all that stands before a verb and its subject is a
// participle that tells what else they do: "addressing a rally, she vowed".
func openingParticiple(x *text, head, first int) bool {
	begin := syntax.Sentence(x.doc, head).First
	for c := range x.doc.Children(head) {
		t := x.doc.Tokens[c]
		if c > first || !t.Has("advcl") || t.XPOS != "VBG" && t.XPOS != "VBN" || x.doc.Child(c, "nsubj", "aux") >= 0 {
			continue
		}
		if b, e := x.doc.Yield(c); b <= begin+1 && e >= first-1 {
			return true
		}
	}
	return false
}

// setBetween reports whether a verb is set between a subject and its verb: "the
// border, the general said, would stay closed".
func setBetween(x *text, head, last int) bool {
	first, after := cueFrameTokens(x, head, last)
	sentence := syntax.Sentence(x.doc, head)
	return first > sentence.First+1 && x.doc.Tokens[first-1].Form == "," && speakerOf(x, head) >= first &&
		after+1 < sentence.Last && x.doc.Tokens[after].Form == "," && x.quoted[after] < 0 &&
		(syntax.SurelyFinite(x.doc.Tokens[after+1]) || syntax.Tensed(x.doc.Tokens[after+1]) || x.quoted[after+1] < 0 && syntax.HasVerb(x.doc, sentence.First, first))
}

// setBehind reports whether a verb stands behind the sentence that it reports,
// its subject behind it: "…, said Carl Moe, the envoy to a town where …".
func setBehind(x *text, head, last int) bool {
	from := speakerOf(x, head)
	sentence := syntax.Sentence(x.doc, head)
	if from <= last || !x.doc.Tokens[from].Has("nsubj") && syntax.DisplacedSubject(x.doc, head, syntax.Nominative(x.doc, x.quoted, head)) != from || head <= sentence.First+2 || x.doc.Tokens[head-1].Form != "," || x.quoted[head-2] >= 0 {
		return false
	}
	return syntax.HasVerb(x.doc, sentence.First, head)
}

// aroundCue gives the sentence that a verb is set into, without the verb's own
// part.
func aroundCue(x *text, head, last int) []language.Range {
	sentence := syntax.Sentence(x.doc, head)
	first, after := cueFrameTokens(x, head, last)
	take := make([]bool, sentence.Last-sentence.First)
	for i := range take {
		t := sentence.First + i
		take[i] = (t < first || t >= after) && (x.doc.Tokens[t].UPOS != "PUNCT" || syntax.QuotationMark(x.doc.Tokens[t]))
	}
	return syntax.Runs(x.doc, sentence, take)
}
