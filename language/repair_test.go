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
