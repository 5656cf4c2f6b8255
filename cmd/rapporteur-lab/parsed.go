package main

import (
	"rapporteur"
	"rapporteur/language"
)

// parsed is an analysed text in JSON. Offsets are code points of the text, end
// exclusive; tokens are counted from 0 over the whole text.
type parsed struct {
	Text      string           `json:"text"`
	Sentences []parsedSentence `json:"sentences"`
	Names     []parsedName     `json:"names"`
	Dates     []parsedDate     `json:"dates"`
}

type parsedSentence struct {
	Start  int           `json:"start"`
	End    int           `json:"end"`
	Tokens []parsedToken `json:"tokens"`
}

type parsedToken struct {
	ID    int    `json:"id"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Form  string `json:"form"`
	Lemma string `json:"lemma"`
	UPOS  string `json:"upos"`
	XPOS  string `json:"xpos"`
	// Head is the ID of the governing token, -1 for the root.
	Head   int    `json:"head"`
	Deprel string `json:"deprel"`
}

type parsedName struct {
	rapporteur.Span
	Class language.NameClass `json:"class"`
	// First and Last are the IDs of tokens, Last exclusive.
	First int `json:"first_token"`
	Last  int `json:"last_token"`
}

type parsedDate struct {
	rapporteur.Span
	Value rapporteur.Date `json:"value"`
}

func parsedText(d *language.Document) parsed {
	p := parsed{Text: d.Text, Sentences: []parsedSentence{}, Names: []parsedName{}, Dates: []parsedDate{}}
	for _, s := range d.Sentences {
		span := d.Span(d.Bytes(s.First, s.Last))
		sentence := parsedSentence{Start: span.Start, End: span.End}
		for i := s.First; i < s.Last; i++ {
			t := d.Tokens[i]
			at := d.Span(t.Range)
			sentence.Tokens = append(sentence.Tokens, parsedToken{i, at.Start, at.End, t.Form, t.Lemma, t.UPOS, t.XPOS, t.Head, t.Deprel})
		}
		p.Sentences = append(p.Sentences, sentence)
	}
	for _, n := range d.Names {
		p.Names = append(p.Names, parsedName{d.Span(d.Bytes(n.First, n.Last)), n.Class, n.First, n.Last})
	}
	for _, date := range d.Dates {
		p.Dates = append(p.Dates, parsedDate{d.Span(date.Range), date.Value})
	}
	return p
}
