package syntax_test

import (
	"strings"
	"testing"

	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/language/treetest"
)

// The offer, Oslo said on Friday, that it made to the old town which sank is void.
const offer = `The/DT/2/det offer/NN/10/nsubj ,/,/5/punct Oslo/NNP/5/nsubj said:say/VBD/2/parataxis ,/,/5/punct that/WDT/9/obj it/PRP/9/nsubj made:make/VBD/2/acl:relcl void/JJ/0/root ././10/punct`

func words(doc *language.Document, parts []language.Range) string {
	var out []string
	for _, p := range parts {
		out = append(out, doc.Words(p))
	}
	return strings.Join(out, " | ")
}

func TestParts(t *testing.T) {
	doc := treetest.Parse(t, offer)
	at := find(t, doc, "offer")
	if got := words(doc, syntax.Parts(doc, at)); got != "The offer, Oslo said, that it made" {
		t.Errorf("under the offer: %q", got)
	}
	rest := syntax.Subtree(doc, at, find(t, doc, "said"))
	if got := words(doc, syntax.Runs(doc, syntax.Sentence(doc, at), rest)); got != "The offer | that it made" {
		t.Errorf("without the saying: %q", got)
	}
}

func TestTrim(t *testing.T) {
	for _, tc := range []struct{ tree, want string }{
		{`that/IN+SCONJ/3/mark ships:ship/NNS/3/nsubj sank:sink/VBD/0/root ,/,/3/punct`, "ships sank"},
		{`,/,/3/punct and/CC/3/cc sank:sink/VBD/0/root`, "sank"},
		{"“/``/2/punct Ships:ship/NNS/0/root ”/''/2/punct", "“Ships”"},
		{`,/,/2/punct which/WDT/0/root`, ""},
	} {
		doc := treetest.Parse(t, tc.tree)
		if got := doc.Words(syntax.Trim(doc.Tokens)); got != tc.want {
			t.Errorf("%q trimmed: %q, want %q", doc.Text, got, tc.want)
		}
	}
}

func TestRanges(t *testing.T) {
	parts := []language.Range{{Start: 0, End: 4}, {Start: 8, End: 12}}
	if !syntax.WithinAny(language.Range{Start: 9, End: 12}, parts) || syntax.WithinAny(language.Range{Start: 3, End: 9}, parts) {
		t.Error("9 to 12 lies in a part, 3 to 9 in none")
	}
	if !syntax.OverlapsAny(language.Range{Start: 3, End: 9}, parts) || syntax.OverlapsAny(language.Range{Start: 4, End: 8}, parts) {
		t.Error("3 to 9 touches two parts, 4 to 8 none")
	}
	if got := syntax.Clip(parts, language.Range{Start: 2, End: 8}); len(got) != 1 || got[0] != (language.Range{Start: 2, End: 4}) {
		t.Errorf("clipped to 2 to 8: %v", got)
	}
}

func TestPhrases(t *testing.T) {
	const aide = `A/DT/3/det former/JJ/3/amod aide/NN/10/nsubj of/IN/6/case the/DT/6/det king/NN/3/nmod on/IN/8/case Friday/NNP/3/nmod ,/,/3/punct resigned:resign/VBD/0/root`
	doc := treetest.Parse(t, aide)
	doc.Dates = []language.Date{{Range: doc.Tokens[find(t, doc, "Friday")].Range}}
	at := find(t, doc, "aide")
	for _, tc := range []struct {
		name string
		f    func(*language.Document, int) (int, int)
		want string
	}{
		{"NounPhrase", syntax.NounPhrase, "A former aide of the king on Friday"},
		{"NounCore", syntax.NounCore, "A former aide"},
		{"Description", syntax.Description, "A former aide of the king"},
	} {
		if got := doc.Words(doc.Bytes(tc.f(doc, at))); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
	relative := treetest.Parse(t, `the/DT/2/det raid/NN/0/root on/IN/4/case Narva/NNP/2/nmod ,/,/7/punct which/WDT/7/nsubj failed:fail/VBD/2/acl:relcl`)
	if got := words(relative, syntax.WithoutRelative(relative, 1)); got != "the raid on Narva" {
		t.Errorf("WithoutRelative: %q", got)
	}
	joined := treetest.Parse(t, `the/DT/2/det mayor/NN/0/root and/CC/4/cc divers:diver/NNS/2/conj`)
	if got := joined.Words(joined.Bytes(syntax.NounPhrase(joined, 1))); got != "the mayor" {
		t.Errorf("what is joined is another phrase: %q", got)
	}
}
