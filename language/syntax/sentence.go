package syntax

import (
	"slices"
	"sort"

	"rapporteur"
	"rapporteur/language"
)

// Sentence gives the sentence that a token stands in.
func Sentence(doc *language.Document, token int) language.Sentence {
	return doc.Sentences[doc.SentenceOf(token)]
}

// SentenceRange gives the text of the sentence that a token stands in.
func SentenceRange(doc *language.Document, token int) language.Range {
	s := Sentence(doc, token)
	return doc.Bytes(s.First, s.Last)
}

// Paragraph gives the index of the paragraph that a token stands in.
func Paragraph(doc *language.Document, token int) int { return Sentence(doc, token).Paragraph }

// TokensIn gives the tokens that lie in a range, the last one exclusive.
func TokensIn(doc *language.Document, r language.Range) (first, last int) {
	first = sort.Search(len(doc.Tokens), func(i int) bool { return doc.Tokens[i].Start >= r.Start })
	last = first
	for last < len(doc.Tokens) && doc.Tokens[last].End <= r.End {
		last++
	}
	return first, last
}

// InDate reports whether a token stands in an expression of time.
func InDate(doc *language.Document, token int) bool {
	at := doc.Tokens[token].Range
	d, dated := language.DateAt(doc, at)
	return dated && d.Contains(at)
}

// dateEndingBehind gives the first expression of time that ends behind a place of the
// text, and how many there are for none; they do not overlap.
func dateEndingBehind(doc *language.Document, place int) int {
	return sort.Search(len(doc.Dates), func(i int) bool { return doc.Dates[i].End > place })
}

// AfterDate steps over an expression of time, and the preposition before it, that
// begins at a token: "on Saturday the talks", at "on", gives "the".
func AfterDate(doc *language.Document, token int) int {
	at := token
	if at < len(doc.Tokens)-1 && doc.Tokens[at].UPOS == "ADP" {
		at++
	}
	for _, d := range doc.Dates[dateEndingBehind(doc, doc.Tokens[token].Start):] {
		if d.Start > doc.Tokens[at].Start {
			break
		}
		if d.Start != doc.Tokens[at].Start && d.Start != doc.Tokens[token].Start {
			continue
		}
		for at < len(doc.Tokens) && doc.Tokens[at].Start < d.End {
			at++
		}
		return at
	}
	return token
}

// Questioned reports whether a token stands in a question: the next mark that
// ends a sentence is a question mark.
func Questioned(doc *language.Document, token int) bool {
	for _, t := range doc.Tokens[token:Sentence(doc, token).Last] {
		switch t.Form {
		case "?":
			return true
		case ".", "!":
			return false
		}
	}
	return false
}

// HeadsTitle reports whether a token is the root of a sentence in the title of the
// report.
func HeadsTitle(doc *language.Document, token int) bool {
	return doc.Paragraphs[Paragraph(doc, token)].Kind == rapporteur.Title && doc.Tokens[token].Has("root")
}

// HasVerb reports whether a verb or an auxiliary stands among the tokens from
// first to last (exclusive).
func HasVerb(doc *language.Document, first, last int) bool {
	return slices.ContainsFunc(doc.Tokens[first:last], func(t language.Token) bool { return t.UPOS == "VERB" || t.UPOS == "AUX" })
}

// OnePhrase reports whether neither a verb nor a comma stands among the tokens
// from first to last (exclusive), so that they can be words of one phrase.
func OnePhrase(doc *language.Document, first, last int) bool {
	for i := first; i < last; i++ {
		if t := doc.Tokens[i]; t.UPOS == "VERB" || t.UPOS == "AUX" || t.Form == "," {
			return false
		}
	}
	return true
}
