// Package treetest makes analysed texts of trees written by hand, for tests of
// what reads trees: such a test says which tree it means and does not depend on
// what a parser happens to make of a sentence.
package treetest

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/language"
)

// universal gives the universal part of speech that goes with the beginning of a
// tag of the Penn Treebank.
var universal = []struct{ tag, upos string }{
	{"NNP", "PROPN"}, {"NN", "NOUN"}, {"MD", "AUX"}, {"VB", "VERB"}, {"JJ", "ADJ"}, {"RB", "ADV"}, {"RP", "ADP"}, {"PRP$", "PRON"}, {"PRP", "PRON"},
	{"WP", "PRON"}, {"WDT", "PRON"}, {"WRB", "ADV"}, {"DT", "DET"}, {"IN", "ADP"}, {"TO", "PART"}, {"POS", "PART"}, {"CC", "CCONJ"}, {"CD", "NUM"},
	{"EX", "PRON"}, {"``", "PUNCT"}, {"''", "PUNCT"}, {",", "PUNCT"}, {".", "PUNCT"}, {":", "PUNCT"}, {"-", "PUNCT"},
}

// Parse makes a text of words written as
//
//	form/tag/head/relation
//
// with blanks between them, a sentence a line and an empty line between
// paragraphs. The head counts from 1 within the sentence, 0 for its root. The
// form is followed by its lemma where that is not the form in small letters,
// "said:say", the tag by the universal part of speech where the tag does not tell:
// "was:be/VBD+AUX/3/aux", "that/IN+SCONJ/5/mark". Commas, stops and quotation
// marks are written without a blank before or behind them.
func Parse(t testing.TB, text string) *language.Document {
	t.Helper()
	b := builder{t: t, report: &rapporteur.Report{Language: "en"}}
	for paragraph := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		b.paragraph(paragraph)
	}
	b.report.Text = b.text.String()
	doc := language.NewDocument(b.report)
	doc.Tokens, doc.Sentences = slices.Clone(b.tokens), b.sentences
	doc.Link()
	for i, token := range doc.Tokens {
		if token.Head != b.tokens[i].Head {
			t.Fatalf("%q: the heads of its sentence make no tree", token.Form)
		}
	}
	return doc
}

type builder struct {
	t         testing.TB
	report    *rapporteur.Report
	text      strings.Builder
	points    int
	tokens    []language.Token
	sentences []language.Sentence
}

func (b *builder) write(s string) language.Range {
	start := b.text.Len()
	b.text.WriteString(s)
	b.points += len([]rune(s))
	return language.Range{Start: start, End: b.text.Len()}
}

func (b *builder) paragraph(text string) {
	if b.points > 0 {
		b.write("\n\n")
	}
	begin := b.points
	for line := range strings.SplitSeq(text, "\n") {
		b.sentence(strings.Fields(line))
	}
	b.report.Paragraphs = append(b.report.Paragraphs, rapporteur.Paragraph{Start: begin, End: b.points, Kind: rapporteur.Body})
}

func (b *builder) sentence(fields []string) {
	b.t.Helper()
	first := len(b.tokens)
	for _, field := range fields {
		token, head := b.token(field)
		if head > len(fields) {
			b.t.Fatalf("%q: the sentence has %d words", field, len(fields))
		}
		token.Head = first + head - 1
		if head == 0 {
			token.Head = -1
		}
		if n := len(b.tokens); n > 0 && !closing(token) && !opening(b.tokens[n-1]) && !strings.HasSuffix(b.text.String(), "\n") {
			b.write(" ")
		}
		token.Range = b.write(token.Form)
		b.tokens = append(b.tokens, token)
	}
	b.sentences = append(b.sentences, language.Sentence{First: first, Last: len(b.tokens), Paragraph: len(b.report.Paragraphs)})
}

// token reads one word and the number of its head.
func (b *builder) token(field string) (language.Token, int) {
	b.t.Helper()
	p := strings.Split(field, "/")
	if len(p) != 4 {
		b.t.Fatalf("%q: want form/tag/head/relation", field)
	}
	form, lemma, ok := strings.Cut(p[0], ":")
	if !ok || form == "" {
		form, lemma = p[0], strings.ToLower(p[0])
	}
	tag, upos, ok := strings.Cut(p[1], "+")
	if !ok {
		i := slices.IndexFunc(universal, func(u struct{ tag, upos string }) bool { return strings.HasPrefix(tag, u.tag) })
		if i < 0 {
			b.t.Fatalf("%q: the tag %s tells no part of speech, write %s+…", field, tag, tag)
		}
		upos = universal[i].upos
	}
	head, err := strconv.Atoi(p[2])
	if err != nil {
		b.t.Fatalf("%q: %v", field, err)
	}
	return language.Token{Form: form, Lemma: lemma, UPOS: upos, XPOS: tag, Deprel: p[3]}, head
}

func closing(t language.Token) bool {
	return slices.Contains([]string{",", ".", "''", "POS", ":"}, t.XPOS) || t.Form == "n't"
}

func opening(t language.Token) bool { return t.XPOS == "``" }
