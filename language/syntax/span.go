package syntax

import (
	"slices"

	"rapporteur/language"
)

// WithinAny reports whether a range lies in one of several.
func WithinAny(r language.Range, parts []language.Range) bool {
	return slices.ContainsFunc(parts, func(p language.Range) bool { return p.Contains(r) })
}

// OverlapsAny reports whether a range shares a byte with one of several.
func OverlapsAny(r language.Range, parts []language.Range) bool {
	return slices.ContainsFunc(parts, func(p language.Range) bool { return p.Overlaps(r) })
}

// Clip keeps of some ranges what lies inside another one.
func Clip(parts []language.Range, whole language.Range) []language.Range {
	var out []language.Range
	for _, p := range parts {
		if p.Start, p.End = max(p.Start, whole.Start), min(p.End, whole.End); p.Start < p.End {
			out = append(out, p)
		}
	}
	return out
}

// Subtree marks the tokens of a sentence that stand under a token, itself included,
// without those under another one; -1 leaves out nothing. Its first place is the
// sentence's first token.
func Subtree(doc *language.Document, token, without int) []bool {
	sentence := Sentence(doc, token)
	set := make([]bool, sentence.Last-sentence.First)
	var mark func(int)
	mark = func(t int) {
		if t == without {
			return
		}
		set[t-sentence.First] = true
		for c := range doc.Children(t) {
			mark(c)
		}
	}
	mark(token)
	return set
}

// Parts gives the unbroken runs of words under a token.
func Parts(doc *language.Document, token int) []language.Range {
	return Runs(doc, Sentence(doc, token), Subtree(doc, token, -1))
}

// Runs turns marked tokens of a sentence into ranges, over punctuation that lies
// between, and drops runs that say nothing: a relative pronoun left behind.
func Runs(doc *language.Document, sentence language.Sentence, set []bool) []language.Range {
	var out []language.Range
	tokens := doc.Tokens[sentence.First:sentence.Last]
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
		if r := Trim(tokens[i:j]); r.Len() > 0 {
			out = append(out, r)
		}
		i = j
	}
	return out
}

// Trim takes the conjunction "that" and punctuation other than quotation marks and
// brackets off the ends of a run of tokens, and gives its range: empty where no word
// of content is left.
func Trim(run []language.Token) language.Range {
	for len(run) > 0 && (strayMark(run[0]) || run[0].Has("mark") && run[0].Lemma == "that" || run[0].UPOS == "CCONJ") {
		run = run[1:]
	}
	for len(run) > 0 && strayMark(run[len(run)-1]) {
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

// strayMark reports whether a token is punctuation that does not come in pairs.
func strayMark(t language.Token) bool {
	if t.UPOS != "PUNCT" {
		return false
	}
	switch t.XPOS {
	case "``", "''", "-LRB-", "-RRB-":
		return false
	}
	return true
}
