package language

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// particles are the words of the closed classes of particles and prepositions; a word in
// capitals that the network takes for another one is a name.
var particles = strings.Fields("aboard about above abroad across after against ahead along alongside amid amidst among amongst apart around as aside at atop away back before behind below beneath beside besides between beyond by close concerning considering counting despite down due during except excluding following for forth forward from given hence home if in including inside instead into less like minus near next notwithstanding of off on once onto open opposite out outside over past pending per plus post prior pro rather re regarding round save short since such than that though through throughout thru till to together toward towards under underneath unlike until unto up upon versus via vis-a-vis whether while with within without worth")

// nameParticles makes names of the words in capitals within a sentence that the network
// takes for particles or prepositions though there are none like them: "met Brok in Oslo".
// Titles, where every word has a capital, tell nothing.
func nameParticles(d *Document) {
	for _, s := range d.Sentences {
		for i := s.First + 1; i < s.Last; i++ {
			t := &d.Tokens[i]
			if t.UPOS != "ADP" && t.XPOS != "RP" || !capitalised(t.Form) || slices.Contains(particles, strings.ToLower(t.Form)) || inTitleCase(d, s) {
				continue
			}
			t.UPOS, t.XPOS, t.Lemma = "PROPN", "NNP", t.Form
			if t.Head >= s.First && t.Head < i && d.Tokens[t.Head].UPOS == "VERB" {
				t.Deprel = "obj"
			}
			if nameAt(d.Names, i) == nil {
				d.Names = append(d.Names, Name{First: i, Last: i + 1, Class: PersonName})
				slices.SortFunc(d.Names, func(x, y Name) int { return x.First - y.First })
			}
		}
	}
}

// capitalised reports whether a word begins with a capital and goes on in small letters.
func capitalised(form string) bool {
	first, size := utf8.DecodeRuneInString(form)
	rest := form[size:]
	return unicode.IsUpper(first) && len(rest) >= 3 && strings.ToLower(rest) == rest && strings.ToUpper(rest) != rest
}

// inTitleCase reports whether most words of a sentence begin with a capital.
func inTitleCase(d *Document, s Sentence) bool {
	capitals, words := 0, 0
	for _, t := range d.Tokens[s.First:s.Last] {
		r, _ := utf8.DecodeRuneInString(t.Form)
		if unicode.IsLetter(r) {
			words++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	return 2*capitals > words
}
