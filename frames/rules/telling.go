package rules

import (
	"strconv"
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/language/syntax"
)

// Tellings give how the words of a report tell what they name: whether it came about.
type Tellings struct {
	doc    *language.Document
	quoted syntax.Quoted
}

// NewTellings makes those of a report.
func NewTellings(doc *language.Document) *Tellings {
	return &Tellings{doc, syntax.QuotedTokens(doc, syntax.Quotations(doc))}
}

// Of gives names of what is so of a trigger: its own form, what depends on it and on the
// words that govern it, what else stands in its sentence, where in the report it is.
func (x *Tellings) Of(trigger int) []string {
	t := x.doc.Tokens[trigger]
	word := "word " + lower(t.Lemma)
	out := []string{"always", word, word + " " + t.XPOS, "form " + t.XPOS}
	for _, name := range Manner(x.doc, trigger) {
		out = append(out, "is "+name)
	}
	if x.quoted[trigger] >= 0 {
		out = append(out, "quoted")
	}
	out = append(out, x.dependents(trigger, "")...)
	out = append(out, x.governors(trigger)...)
	return append(out, x.neighbours(trigger)...)
}

// governors tells of the words over a trigger, and of what depends on them.
func (x *Tellings) governors(trigger int) []string {
	var out []string
	at := trigger
	for hop := 1; hop <= governed && x.doc.Tokens[at].Head >= 0; hop++ {
		below := x.doc.Tokens[at]
		at = below.Head
		h, away := x.doc.Tokens[at], " "+strconv.Itoa(min(hop, 2))
		out = append(out, "over "+lower(h.Lemma), "over "+h.XPOS+away)
		if hop == 1 {
			out = append(out, "head "+relation(below)+" "+lower(h.Lemma))
		}
		if m := syntax.FormModality(x.doc, at); m != "" {
			out = append(out, "over form "+string(m)+away)
		}
		out = append(out, x.dependents(at, "over ")...)
	}
	return out
}

// relation is that of a token to its head, without its subtype.
func relation(t language.Token) string {
	rel, _, _ := strings.Cut(t.Deprel, ":")
	return rel
}

// dependents gives the function words, adverbs, adjectives and infinitives that hang on a
// word.
func (x *Tellings) dependents(word int, over string) []string {
	var out []string
	for c := range x.doc.Children(word) {
		if t := x.doc.Tokens[c]; t.Has("aux", "cop", "mark", "case", "det", "advmod", "compound:prt", "xcomp", "amod", "cc") {
			out = append(out, over+relation(t)+" "+lower(t.Form))
		}
	}
	return out
}

// neighbours gives the words of the sentence and where in the report it is.
func (x *Tellings) neighbours(trigger int) []string {
	at := x.doc.SentenceOf(trigger)
	s := x.doc.Sentences[at]
	var out []string
	for i := s.First; i < s.Last; i++ {
		t := x.doc.Tokens[i]
		if i == trigger || !strings.ContainsFunc(t.Form, unicode.IsLetter) {
			continue
		}
		out = append(out, "sentence "+lower(t.Lemma))
		if i == trigger-1 || i == trigger+1 {
			out = append(out, "next "+lower(t.Form))
		}
	}
	switch {
	case x.doc.Paragraphs[s.Paragraph].Kind == rapporteur.Title:
		out = append(out, "title")
	case at < opening:
		out = append(out, "opening")
	case 3*at > 2*len(x.doc.Sentences):
		out = append(out, "last third")
	}
	return out
}

// opening is how many sentences begin a report.
const opening = 3

// GoingOn reports whether a verb, or the one over a noun, is told as going on now: they are
// holding talks.
func GoingOn(doc *language.Document, trigger int) bool {
	over := doc.Tokens[trigger].Head
	return presentProgressive(doc, trigger) || over >= 0 && presentProgressive(doc, over)
}

func presentProgressive(doc *language.Document, verb int) bool {
	if doc.Tokens[verb].XPOS != "VBG" {
		return false
	}
	for c := range doc.Children(verb) {
		if t := doc.Tokens[c]; t.Has("aux") && t.Lemma == "be" && (t.XPOS == "VBZ" || t.XPOS == "VBP") {
			return true
		}
	}
	return false
}
