package language

import (
	"strings"
	"testing"
)

// bare makes a document of words written form/UPOS/head/relation, heads
// counted from 1. A bar parts two sentences.
func bare(text string) *Document {
	d := &Document{}
	first := 0
	for field := range strings.FieldsSeq(text) {
		if field == "|" {
			d.Sentences = append(d.Sentences, Sentence{First: first, Last: len(d.Tokens)})
			first = len(d.Tokens)
			continue
		}
		p := strings.Split(field, "/")
		head := 0
		for _, digit := range p[2] {
			head = 10*head + int(digit-'0')
		}
		d.Tokens = append(d.Tokens, Token{Form: p[0], UPOS: p[1], Head: head - 1, Deprel: p[3]})
	}
	d.Sentences = append(d.Sentences, Sentence{First: first, Last: len(d.Tokens)})
	numberTokens(d)
	return d
}

func TestRejoin(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		word, head int
		relation   string
	}{
		{"a day between subject and verb", "Moss/PROPN/4/nsubj on/ADP/3/case Sunday/PROPN/1/nmod called/VERB/0/root Otto/PROPN/4/obj", 3, 4, "obl"},
		{"no day", "Panel/PROPN/4/nsubj on/ADP/3/case Trade/PROPN/1/nmod met/VERB/0/root", 3, 1, "nmod"},
		{"what an attack is on", "Attack/NOUN/0/root by/ADP/3/case Moss/PROPN/1/nmod on/ADP/5/case ports/NOUN/3/nmod", 5, 1, "nmod"},
		{"a subject before the saying", "Talks/NOUN/5/nsubj ended/VERB/5/ccomp ,/PUNCT/2/punct Moss/PROPN/5/nsubj said/VERB/0/root", 1, 2, "nsubj"},
		{"a call", "Moss/PROPN/2/nsubj spoke/VERB/0/root by/ADP/4/case phone/NOUN/2/obl with/ADP/6/case Otto/PROPN/4/nmod", 6, 2, "obl"},
		{"two clauses", "She/PRON/2/nsubj said/VERB/0/root that/SCONJ/5/mark he/PRON/5/nsubj left/VERB/2/ccomp and/CCONJ/9/cc that/SCONJ/9/mark talks/NOUN/9/nsubj ended/VERB/2/conj", 9, 5, "conj"},
		{"a clause after a comma", "They/PRON/2/nsubj agreed/VERB/0/root after/ADP/4/case envoys/NOUN/2/obl ,/PUNCT/2/punct had/AUX/7/aux met/VERB/2/parataxis", 4, 7, "nsubj"},
		{"a verb joined", "They/PRON/2/nsubj agreed/VERB/0/root after/ADP/4/case talks/NOUN/2/obl and/CCONJ/7/cc had/AUX/7/aux left/VERB/2/conj", 4, 2, "obl"},
		{"two sayings", "She/PRON/2/nsubj said/VERB/0/root he/PRON/4/nsubj left/VERB/2/ccomp and/CCONJ/6/cc smiled/VERB/2/conj", 6, 2, "conj"},
	} {
		d := bare(tc.text)
		reattach(d)
		if got := d.Tokens[tc.word-1]; got.Head != tc.head-1 || got.Deprel != tc.relation {
			t.Errorf("%s: %s hangs on %d as %s, want %d as %s", tc.name, got.Form, got.Head+1, got.Deprel, tc.head, tc.relation)
		}
	}
}

func TestWhichIsNoPerson(t *testing.T) {
	d := bare("Talks/NOUN/0/root of/ADP/3/case Otto/PROPN/1/nmod ,/PUNCT/6/punct which/PRON/6/nsubj ended/VERB/3/acl:relcl")
	d.Names = []Name{{First: 2, Last: 3, Class: PersonName}}
	reattach(d)
	if got := d.Tokens[5].Head; got != 0 {
		t.Errorf("what ended is word %d, want the first", got+1)
	}
}

func TestDescribe(t *testing.T) {
	for _, tc := range []struct {
		text string
		head int
	}{
		{"She/PRON/2/nsubj met/VERB/0/root her/PRON/4/nmod:poss counterpart/NOUN/2/obj Ada/PROPN/2/obj Moss/PROPN/5/flat", 4},
		{"She/PRON/2/nsubj met/VERB/0/root with/ADP/4/case envoys/NOUN/2/obl Ada/PROPN/2/parataxis Moss/PROPN/5/flat", 2},
	} {
		d := bare(tc.text)
		d.Names = []Name{{First: 4, Last: 6, Class: PersonName}}
		reattach(d)
		if got := d.Tokens[4].Head; got != tc.head-1 {
			t.Errorf("%s: the name hangs on %d, want %d", tc.text, got+1, tc.head)
		}
	}
}

func TestPhraseBehindAnApposition(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		head       int
		relation   string
	}{
		{"closed by a comma", "She/PRON/2/nsubj met/VERB/0/root Otto/PROPN/2/obj ,/PUNCT/5/punct mayor/NOUN/3/appos of/ADP/7/case Oslo/PROPN/5/nmod ,/PUNCT/10/punct in/ADP/10/case hall/NOUN/5/nmod", 2, "obl"},
		{"before the verb", "Otto/PROPN/10/nsubj ,/PUNCT/3/punct mayor/NOUN/1/appos of/ADP/5/case Oslo/PROPN/3/nmod ,/PUNCT/8/punct on/ADP/8/case Sunday/PROPN/3/nmod ,/PUNCT/10/punct left/VERB/0/root", 10, "obl"},
		{"a part of it", "She/PRON/2/nsubj met/VERB/0/root Otto/PROPN/2/obj ,/PUNCT/5/punct dentist/NOUN/3/appos in/ADP/7/case Oslo/PROPN/5/nmod", 5, "nmod"},
		{"of the place within it", "She/PRON/2/nsubj met/VERB/0/root Otto/PROPN/2/obj ,/PUNCT/5/punct dean/NOUN/3/appos of/ADP/7/case Leeds/PROPN/5/nmod ,/PUNCT/10/punct in/ADP/10/case England/PROPN/7/nmod", 7, "nmod"},
	} {
		d := bare(tc.text)
		i := len(d.Tokens) - 1
		for d.Tokens[i].Deprel != "nmod" {
			i--
		}
		reattach(d)
		if got := d.Tokens[i]; got.Head != tc.head-1 || got.Deprel != tc.relation {
			t.Errorf("%s: %s hangs on %d as %s, want %d as %s", tc.name, got.Form, got.Head+1, got.Deprel, tc.head, tc.relation)
		}
	}
}

// TestTakeSubject: a clause has the noun behind its opening word for its subject, also
// where the parser gave that to the clause before; what is only joined by a comma has not.
func TestTakeSubject(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		xpos       int
		word, head int
		relation   string
	}{
		{"while they met", "Pits/NOUN/3/nsubj:pass were/AUX/3/aux:pass shut/VERB/0/root while/SCONJ/6/mark envoys/NOUN/3/nsubj:pass met/VERB/3/advcl", 6, 5, 6, "nsubj"},
		{"with a subject of its own", "Pits/NOUN/2/nsubj shut/VERB/0/root while/SCONJ/5/mark they/PRON/5/nsubj met/VERB/2/advcl", 5, 1, 2, "nsubj"},
		{"as they met", "Pits/NOUN/2/nsubj shut/VERB/0/root as/ADP/4/case envoys/NOUN/2/obl met/VERB/2/conj", 5, 4, 5, "nsubj"},
		{"said they shut as they met", "Moss/PROPN/2/nsubj said/VERB/0/root to/PART/4/mark shut/VERB/2/xcomp as/ADP/6/case envoys/NOUN/4/obl met/VERB/2/ccomp", 7, 6, 7, "nsubj"},
		{"as a mayor, moved", "Moss/PROPN/2/nsubj served/VERB/0/root as/ADP/4/case mayor/NOUN/2/obl ,/PUNCT/6/punct moved/VERB/2/conj", 6, 4, 2, "obl"},
	} {
		d := bare(tc.text)
		d.Tokens[tc.xpos-1].XPOS = "VBD"
		reattach(d)
		if got := d.Tokens[tc.word-1]; got.Head != tc.head-1 || got.Deprel != tc.relation {
			t.Errorf("%s: %s hangs on %d as %s", tc.name, got.Form, got.Head+1, got.Deprel)
		}
	}
}
