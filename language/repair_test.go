package language

import "testing"

// TestNamesAreNoModals mends the subject that the network takes for a modal verb,
// and leaves modal verbs and second subjects alone.
func TestNamesAreNoModals(t *testing.T) {
	tree := func(upos, xpos, verb string) *Document {
		d := spaced("May met her")
		d.Tokens[0] = Token{Range: d.Tokens[0].Range, Form: "May", UPOS: upos, XPOS: xpos, Head: 1, Deprel: "aux"}
		d.Tokens[1] = Token{Range: d.Tokens[1].Range, Form: "met", UPOS: "VERB", XPOS: verb, Head: -1, Deprel: "root"}
		d.Tokens[2] = Token{Range: d.Tokens[2].Range, Form: "her", UPOS: "PRON", XPOS: "PRP", Head: 1, Deprel: "obj"}
		d.Sentences = []Sentence{{First: 0, Last: 3}}
		d.Link()
		repair(d)
		return d
	}
	for _, tt := range []struct{ upos, xpos, verb, want string }{
		{"PROPN", "NNP", "VBD", "nsubj"},
		{"PROPN", "NNP", "VBZ", "nsubj"},
		{"PROPN", "NNP", "VB", "aux"},
		{"AUX", "MD", "VBD", "aux"},
	} {
		if got := tree(tt.upos, tt.xpos, tt.verb).Tokens[0].Deprel; got != tt.want {
			t.Errorf("%v: got %s", tt, got)
		}
	}
}

// TestPerfectsAreActive mends the subject of a perfect that the network takes for one of a
// passive, and leaves passives alone.
func TestPerfectsAreActive(t *testing.T) {
	for _, tt := range []struct{ lemma, want, agent string }{{"have", "nsubj", "obl"}, {"be", "nsubj:pass", "obl:agent"}} {
		d := spaced("she aux spoken phone")
		for i, x := range []Token{
			{Form: "she", UPOS: "PRON", XPOS: "PRP", Head: 2, Deprel: "nsubj:pass"},
			{Form: "aux", Lemma: tt.lemma, UPOS: "AUX", XPOS: "VBD", Head: 2, Deprel: "aux"},
			{Form: "spoken", UPOS: "VERB", XPOS: "VBN", Head: -1, Deprel: "root"},
			{Form: "phone", UPOS: "NOUN", XPOS: "NN", Head: 2, Deprel: "obl:agent"},
		} {
			x.Range = d.Tokens[i].Range
			d.Tokens[i] = x
		}
		d.Sentences = []Sentence{{First: 0, Last: 4}}
		d.Link()
		repair(d)
		if got := d.Tokens[0].Deprel; got != tt.want {
			t.Errorf("the subject beside %q is %s, want %s", tt.lemma, got, tt.want)
		}
		if got := d.Tokens[3].Deprel; got != tt.agent {
			t.Errorf("the means beside %q is %s, want %s", tt.lemma, got, tt.agent)
		}
	}
}

// TestAgentBehindObject hangs who gives something on the passive of the giving, and leaves
// alone what is made by somebody.
func TestAgentBehindObject(t *testing.T) {
	for _, tt := range []struct{ subject, want string }{{"nsubj:pass", "obl:agent"}, {"nsubj", "nmod"}} {
		d := spaced("Oslo promised tanks by Bergen")
		for i, x := range []Token{
			{Form: "Oslo", UPOS: "PROPN", XPOS: "NNP", Head: 1, Deprel: tt.subject},
			{Form: "promised", UPOS: "VERB", XPOS: "VBN", Head: -1, Deprel: "root"},
			{Form: "tanks", UPOS: "NOUN", XPOS: "NNS", Head: 1, Deprel: "obj"},
			{Form: "by", Lemma: "by", UPOS: "ADP", XPOS: "IN", Head: 4, Deprel: "case"},
			{Form: "Bergen", UPOS: "PROPN", XPOS: "NNP", Head: 2, Deprel: "nmod"},
		} {
			x.Range = d.Tokens[i].Range
			d.Tokens[i] = x
		}
		d.Sentences = []Sentence{{First: 0, Last: 5}}
		d.Link()
		repair(d)
		if got := d.Tokens[4].Deprel; got != tt.want {
			t.Errorf("behind the object of a verb with %s it is %s, want %s", tt.subject, got, tt.want)
		}
	}
}
