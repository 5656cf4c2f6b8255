package language

import "testing"

// TestNameParticles makes a name of what is no particle, and leaves particles and titles
// alone.
func TestNameParticles(t *testing.T) {
	for _, tt := range []struct{ text, word, want string }{
		{"She met Brokoff in town", "Brokoff", "PROPN"},
		{"She walked Towards the town", "Towards", "ADP"},
		{"She Met Brokoff In Town", "Brokoff", "ADP"},
		{"She met brokoff in town", "brokoff", "ADP"},
	} {
		d := spaced(tt.text)
		at := -1
		for i := range d.Tokens {
			d.Tokens[i].UPOS, d.Tokens[i].Head, d.Tokens[i].Deprel = "NOUN", 1, "dep"
			if d.Tokens[i].Form == tt.word {
				at = i
			}
		}
		d.Tokens[1].UPOS, d.Tokens[1].Head, d.Tokens[1].Deprel = "VERB", -1, "root"
		d.Tokens[at].UPOS, d.Tokens[at].Deprel = "ADP", "compound:prt"
		d.Sentences = []Sentence{{First: 0, Last: len(d.Tokens)}}
		nameParticles(d)
		if got := d.Tokens[at].UPOS; got != tt.want {
			t.Errorf("%s: %q is %s, want %s", tt.text, tt.word, got, tt.want)
		}
		if named := nameAt(d.Names, at) != nil; named != (tt.want == "PROPN") {
			t.Errorf("%s: a name is %v", tt.text, named)
		}
	}
}
