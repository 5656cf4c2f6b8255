package attribution

import "rapporteur/language/syntax"

// cueFrame gives the bytes that the cue and what belongs to it take up, without
// the words it reports: from "the minister" to "on Monday".
func cueFrame(x *text, head, last int) (start, end int) {
	first, after := cueFrameTokens(x, head, last)
	return x.doc.Tokens[first].Start, x.doc.Tokens[after-1].End
}

func cueFrameTokens(x *text, head, last int) (first, after int) {
	first, after = head, last+1
	verb := head
	if asSaying(x, head) {
		verb = x.doc.Tokens[head].Head // the agency quoted him as saying
		first = verb
	}
	if from := speakerOf(x, verb); from >= 0 && from < verb && x.quoted[from] == x.quoted[head] {
		first = nominalStart(x, from)
		if h := x.doc.Tokens[from].Head; x.doc.Tokens[from].Has("appos") && h >= 0 && h < from && !x.quoted.Apart(h, head) {
			first = nominalStart(x, h)
		}
	}
	own := cueTokens(x, head)
	sentence := syntax.Sentence(x.doc, head)
	for i := head + 1; i < sentence.Last && (own[i-sentence.First] || i <= last); i++ {
		after = i + 1
	}
	for after-1 > head && x.doc.Tokens[after-1].UPOS == "PUNCT" {
		after--
	}
	return first, after
}

// cueTokens marks the tokens of the sentence that a cue governs but does not report.
func cueTokens(x *text, head int) []bool {
	sentence := syntax.Sentence(x.doc, head)
	mine := make([]bool, sentence.Last-sentence.First)
	var mark func(token int)
	mark = func(token int) {
		if x.quoted[token] >= 0 && x.quoted[token] != x.quoted[head] {
			return
		}
		mine[token-sentence.First] = true
		for c := range x.doc.Children(token) {
			if token == head && x.doc.Tokens[c].Has("ccomp", "parataxis", "conj") {
				continue
			}
			mark(c)
		}
	}
	mark(head)
	return mine
}

// nominalStart gives where a subject begins, with the words before its head
// that belong to it and stand outside quotations.
func nominalStart(x *text, head int) int {
	first := head
	for i := head - 1; i >= 0 && x.quoted[i] < 0 && x.doc.SentenceOf(i) == x.doc.SentenceOf(head) && x.doc.Tokens[i].UPOS != "PUNCT" && (x.doc.Governs(head, i) || titleBefore(x, i, head)); i-- {
		first = i
	}
	return first
}

// titleBefore reports whether a word belongs to a noun right before a name that the
// tree does not join to it: "Treasury spokesman" before "Carl Moe".
func titleBefore(x *text, word, name int) bool {
	n := x.doc.Tokens[name]
	for ; word >= 0 && word < name && x.quoted[word] < 0; word = x.doc.Tokens[word].Head {
		if t := x.doc.Tokens[word]; word == name-1 {
			return syntax.Nominal(t) && syntax.Nominal(n) && t.Has("nsubj", "nmod") && t.Head == n.Head
		}
	}
	return false
}
