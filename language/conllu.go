package language

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/language/conllu"
)

// FromCoNLLU makes a document of the sentences and words of a treebank, for the
// engine to fill: what the treebank says of them is left out. The text is made
// from the forms and SpaceAfter, with a blank line before each paragraph.
func FromCoNLLU(corpus []conllu.Sentence) *Document {
	b := treebankBuilder{report: &rapporteur.Report{}, d: &Document{}}
	for i := range corpus {
		b.sentence(&corpus[i])
	}
	b.endParagraph()
	b.report.Text = b.text.String()
	d := NewDocument(b.report)
	d.Sentences, d.Tokens = b.d.Sentences, b.d.Tokens
	for i := range d.Tokens {
		d.Tokens[i].Head = -1
	}
	return d
}

// treebankBuilder puts the text of a treebank together.
type treebankBuilder struct {
	report *rapporteur.Report
	d      *Document
	text   strings.Builder
	points int
	// space reports that white space follows the last token.
	space bool
	// begin is the first code point of the open paragraph.
	begin int
}

func (b *treebankBuilder) write(s string) Range {
	start := b.text.Len()
	b.text.WriteString(s)
	for range s {
		b.points++
	}
	return Range{start, b.text.Len()}
}

func (b *treebankBuilder) endParagraph() {
	b.report.Paragraphs = append(b.report.Paragraphs,
		rapporteur.Paragraph{Start: b.begin, End: b.points, Kind: rapporteur.Body})
}

func (b *treebankBuilder) sentence(s *conllu.Sentence) {
	switch {
	case b.points == 0:
	case s.OpensParagraph():
		b.endParagraph()
		b.write("\n\n")
		b.begin = b.points
	case b.space:
		b.write(" ")
	}
	b.space = false
	first := len(b.d.Tokens)
	multi := s.Multiwords
	for i := 0; i < len(s.Words); {
		last, misc := i+1, s.Words[i].Misc
		if len(multi) > 0 && multi[0].First == i+1 {
			last, misc = multi[0].Last, multi[0].Misc
			multi = multi[1:]
		}
		b.token(s.Words[i:last])
		b.space = conllu.SpaceAfter(misc)
		i = last
	}
	b.d.Sentences = append(b.d.Sentences, Sentence{first, len(b.d.Tokens), len(b.report.Paragraphs)})
}

// token adds the words of one token.
func (b *treebankBuilder) token(words []conllu.Word) {
	if b.space {
		b.write(" ")
	}
	for i := range words {
		b.d.Tokens = append(b.d.Tokens, Token{Range: b.write(words[i].Form), Form: words[i].Form, Joined: i > 0})
	}
}

// CoNLLU gives the sentences as they stand in a file: "# text", TokenRange in
// code points of the document's text, and the parts of names in MISC as
// NER=B-PER, NER=I-PER.
func (d *Document) CoNLLU() []conllu.Sentence {
	labels := nameLabels(d)
	all := make([]conllu.Sentence, len(d.Sentences))
	for i, s := range d.Sentences {
		all[i].Comments = comments(d, i)
		for t := s.First; t < s.Last; t++ {
			if joined := joined(d, t, s.Last); joined > 1 {
				all[i].Multiwords = append(all[i].Multiwords, multiword(d, t, joined, s.First))
			}
			all[i].Words = append(all[i].Words, wordOf(d, t, s.First, labels[t]))
		}
	}
	return all
}

// Fill writes tags, lemmas, trees and names into the treebank that the document
// was made from; all else stays as it is.
func (d *Document) Fill(corpus []conllu.Sentence) {
	labels := nameLabels(d)
	for i, s := range d.Sentences {
		for t := s.First; t < s.Last; t++ {
			w := &corpus[i].Words[t-s.First]
			filled := wordOf(d, t, s.First, labels[t])
			filled.Feats, filled.Deps, filled.Misc = w.Feats, "_", w.Misc
			if labels[t] != "" {
				filled.Misc = conllu.WithAttribute(w.Misc, "NER", labels[t])
			}
			*w = filled
		}
	}
}

func comments(d *Document, sentence int) []string {
	s := d.Sentences[sentence]
	var comments []string
	if sentence == 0 {
		comments = append(comments, "# newdoc")
	}
	if sentence == 0 || d.Sentences[sentence-1].Paragraph != s.Paragraph {
		comments = append(comments, "# newpar")
	}
	text := strings.Join(strings.Fields(d.Words(d.Bytes(s.First, s.Last))), " ")
	return append(comments, "# sent_id = "+strconv.Itoa(sentence+1), "# text = "+text)
}

// joined is the number of words that are written as one from a token on.
func joined(d *Document, token, last int) int {
	n := 1
	for !d.Tokens[token].Joined && token+n < last && d.Tokens[token+n].Joined {
		n++
	}
	return n
}

func multiword(d *Document, token, words, first int) conllu.Multiword {
	r := d.Bytes(token, token+words)
	return conllu.Multiword{First: token - first + 1, Last: token - first + words, Form: d.Words(r), Misc: tokenRange(d, r)}
}

func wordOf(d *Document, token, first int, label string) conllu.Word {
	t := d.Tokens[token]
	w := conllu.Word{Form: t.Form, Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS, Deprel: t.Deprel, Misc: tokenRange(d, t.Range)}
	if t.Head >= 0 {
		w.Head = t.Head - first + 1
	}
	if label != "" {
		w.Misc = "NER=" + label + "|" + w.Misc
	}
	return w
}

// tokenRange gives the MISC of a token: its code points, and whether white space
// follows.
func tokenRange(d *Document, r Range) string {
	misc := "TokenRange=" + strconv.Itoa(d.index.Point(r.Start)) + ":" + strconv.Itoa(d.index.Point(r.End))
	if next, _ := utf8.DecodeRuneInString(d.Text[r.End:]); r.End < len(d.Text) && !unicode.IsSpace(next) {
		return "SpaceAfter=No|" + misc
	}
	return misc
}

// nameLabels gives the label of each token in BIO, empty outside of names.
func nameLabels(d *Document) []string {
	labels := make([]string, len(d.Tokens))
	for _, n := range d.Names {
		for t := n.First; t < n.Last; t++ {
			labels[t] = "I-" + n.Class.Label()
		}
		labels[n.First] = "B-" + n.Class.Label()
	}
	return labels
}

// Label is the short name of a class in NER labels: PER, ORG, LOC, NORP, FAC,
// MISC, DATE or MONEY.
func (c NameClass) Label() string {
	switch c {
	case PersonName:
		return "PER"
	case OrgName:
		return "ORG"
	case PlaceName:
		return "LOC"
	case FacilityName:
		return "FAC"
	}
	return strings.ToUpper(string(c))
}
