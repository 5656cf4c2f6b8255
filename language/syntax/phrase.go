package syntax

import "rapporteur/language"

// NounPhrase gives the tokens of the whole phrase of a noun, the last one
// exclusive: what it governs, relative clauses included, without the clause that it
// may be the predicate of, prepositions before it, appositions and what is joined to
// it. It is the mention of a corpus of coreference.
func NounPhrase(doc *language.Document, head int) (first, last int) {
	first, last = head, head+1
	predicative := Predicative(doc, head)
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		if t.Has("case", "punct", "cc", "conj", "mark", "nsubj", "cop", "aux", "parataxis", "discourse", "vocative", "expl", "reparandum", "appos") ||
			predicative && t.Has("advmod", "advcl", "obl") {
			continue
		}
		f, l := doc.Yield(c)
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

// NounCore gives the tokens of a noun with what stands before it and the further
// words of a name, without what follows: "the new envoy" of "the new envoy of the
// union".
func NounCore(doc *language.Document, head int) (first, last int) {
	first, last = head, head+1
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		switch {
		case c < head && t.Has("det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:unmarked"):
			f, _ := doc.Yield(c)
			first = min(first, f)
		case c > head && t.Has("flat", "nmod:unmarked", "nummod", "compound"):
			_, last = doc.Yield(c)
		}
	}
	return first, last
}

// furthest is how far behind its head a description reaches.
const furthest = 9

// Description gives the tokens of a noun with its adjectives and what it is of, the
// last one exclusive, without clauses, without what is set behind it after a comma
// and without a day: "an aide of the king" of "an aide of the king on Thursday".
func Description(doc *language.Document, head int) (first, last int) {
	first, last = head, head+1
	for c := range doc.Children(head) {
		t := doc.Tokens[c]
		if !t.Has("det", "amod", "compound", "nmod", "nummod", "flat", "advmod") || t.Has("nmod:unmarked") {
			continue
		}
		f, e := doc.Yield(c)
		if c < head {
			first = min(first, f)
		} else if e-head <= furthest && OnePhrase(doc, head, e) {
			last = max(last, e)
		}
	}
	return first, undated(doc, head, last)
}

// undated leaves out the day that the parser hung on the end of a phrase.
func undated(doc *language.Document, head, last int) int {
	d, dated := language.DateAt(doc, doc.Tokens[last-1].Range)
	if !dated || d.End != doc.Tokens[last-1].End || d.Start < doc.Tokens[head].End {
		return last
	}
	at := last - 1
	for at > head+1 && doc.Tokens[at].Start > d.Start {
		at--
	}
	if doc.Tokens[at-1].UPOS == "ADP" {
		at--
	}
	return max(head+1, at)
}

// WithoutRelative gives the words of a noun with what stands before it and its
// phrases, without relative clauses; nil where nothing is left.
func WithoutRelative(doc *language.Document, noun int) []language.Range {
	first, end := doc.Yield(noun)
	if c := doc.Child(noun, "acl:relcl"); c > noun {
		end, _ = doc.Yield(c)
	}
	if r := Trim(doc.Tokens[first:max(end, noun+1)]); r.Len() > 0 {
		return []language.Range{r}
	}
	return nil
}
