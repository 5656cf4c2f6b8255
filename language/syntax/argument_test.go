package syntax_test

import (
	"testing"

	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/language/treetest"
)

// The ban was lifted by the court along with its sponsor without notice.
const lifted = `The/DT/2/det ban/NN/4/nsubj:pass was:be/VBD+AUX/4/aux:pass lifted:lift/VBN/0/root by/IN/7/case the/DT/7/det court/NN/4/obl:agent along/RB/11/case with/IN/11/case its/PRP$/11/nmod:poss sponsor/NN/4/obl without/IN/13/case notice/NN/4/obl ././4/punct`

func TestPrepositions(t *testing.T) {
	doc := treetest.Parse(t, lifted)
	at := func(form string) int { return find(t, doc, form) }
	if got := syntax.Preposition(doc, at("court")); got != "by" {
		t.Errorf("the court has %q", got)
	}
	if got := syntax.Preposition(doc, at("ban")); got != "" {
		t.Errorf("the ban has %q", got)
	}
	if !syntax.HasPreposition(doc, at("sponsor"), "with", "from") || syntax.HasPreposition(doc, at("sponsor"), "from") {
		t.Error("the sponsor has with, the second of two")
	}
	if !syntax.LedBy(doc, at("notice"), "without") {
		t.Error("notice is led in by without")
	}
	holds(t, syntax.Comitative, []struct {
		tree, at string
		want     bool
	}{
		{lifted, "sponsor", true},
		{lifted, "court", false},
		{`She/PRP/2/nsubj left:leave/VBD/0/root alongside/IN/4/case Otto/NNP/2/obl`, "Otto", true},
		{`They/PRP/2/nsubj ruled:rule/VBD/0/root jointly/RB/2/advmod with/IN/5/case Otto/NNP/2/obl`, "Otto", true},
		{`They/PRP/2/nsubj spoke:speak/VBD/0/root with/IN/4/case Otto/NNP/2/obl`, "Otto", false},
	})
}

func TestModifier(t *testing.T) {
	doc := treetest.Parse(t, `A/DT/2/det call/NN/0/root for/IN/4/case calm/NN/2/nmod`)
	if got := form(doc, syntax.Modifier(doc, 1, "on", "for")); got != "calm" {
		t.Errorf("a call for %q", got)
	}
	if syntax.Modifier(doc, 1, "of") >= 0 {
		t.Error("it is a call of nobody")
	}
}

func TestMarkers(t *testing.T) {
	doc := treetest.Parse(t, `They/PRP/2/nsubj want/VBP/0/root to/TO/4/mark leave/VB/2/xcomp because/IN+SCONJ/7/mark shells:shell/NNS/7/nsubj fell:fall/VBD/4/advcl`)
	leave, fell := find(t, doc, "leave"), find(t, doc, "fell")
	if !syntax.Infinitive(doc, leave) || syntax.Infinitive(doc, fell) {
		t.Error("leave is an infinitive, fell is none")
	}
	if !syntax.MarkedBy(doc, fell, "because") || syntax.MarkedBy(doc, fell, "that") {
		t.Error("because leads the clause in")
	}
	if syntax.LedBy(doc, leave, "to") || !syntax.LedBy(doc, fell, "because", "while") {
		t.Error("the to of an infinitive leads nothing in")
	}
}

func TestNounPredicates(t *testing.T) {
	type c = struct {
		tree, at string
		want     bool
	}
	holds(t, syntax.Definite, []c{
		{lifted, "ban", true},
		{`Those/DT/2/det ferries:ferry/NNS/0/root`, "ferries", true},
		{`A/DT/2/det ferry/NN/0/root`, "ferry", false},
		{`Ferries:ferry/NNS/0/root`, "Ferries", false},
	})
	holds(t, syntax.PronounOwns, []c{{lifted, "sponsor", true}, {lifted, "court", false}, {`Otto/NNP/3/nmod:poss 's/POS/1/case boat/NN/0/root`, "boat", false}})
	holds(t, syntax.Predicative, []c{
		{`It/PRP/4/nsubj was:be/VBD+AUX/4/cop a/DT/4/det trap/NN/0/root`, "trap", true},
		{`Mines:mine/NNS/0/root`, "Mines", false},
	})
	holds(t, func(d *language.Document, i int) bool { return syntax.JoinsApposition(d, 0, i) }, []c{
		{`Moe/NNP/0/root ,/,/4/punct a/DT/4/det diver/NN/1/appos and/CC/6/cc poet/NN/1/conj`, "poet", true},
		{`Moe/NNP/0/root and/CC/3/cc divers:diver/NNS/1/conj`, "divers", false},
	})
}

func TestOwner(t *testing.T) {
	toToken(t, syntax.Owner, []struct{ tree, at, want string }{
		{`Latvia/NNP/3/nmod:poss 's/POS/1/case offer/NN/0/root`, "offer", "Latvia"},
		{`An/DT/2/det offer/NN/0/root from/IN/4/case Riga/NNP/2/nmod`, "offer", "Riga"},
		{`An/DT/2/det offer/NN/0/root to/IN/4/case Riga/NNP/2/nmod`, "offer", "offer"},
	})
	toToken(t, syntax.Explained, []struct{ tree, at, want string }{
		{`Latvia/NNP/0/root ,/,/4/punct a/DT/4/det member/NN/1/appos`, "member", "Latvia"},
		{`The/DT/2/det member/NN/0/root ,/,/4/punct Latvia/NNP/2/appos`, "Latvia", "Latvia"},
	})
}

func TestSkipDeterminer(t *testing.T) {
	doc := treetest.Parse(t, `“/“”+PUNCT/4/punct the/DT/4/det old/JJ/4/amod pier/NN/0/root`)
	if got := form(doc, syntax.SkipDeterminer(doc, 0, 3)); got != "old" {
		t.Errorf("the phrase begins with %q", got)
	}
}
