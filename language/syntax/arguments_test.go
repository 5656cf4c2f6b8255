package syntax_test

import (
	"testing"

	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/language/treetest"
)

func TestArgumentsOf(t *testing.T) {
	for _, tc := range []struct {
		tree, at, subject, object string
		passive                   bool
	}{
		{`Oslo/NNP/2/nsubj shelled:shell/VBD/0/root Narva/NNP/2/obj`, "shelled", "Oslo", "Narva", false},
		{`Narva/NNP/3/nsubj:pass was:be/VBD+AUX/3/aux:pass shelled:shell/VBN/0/root`, "shelled", "Narva", "", true},
		{`Men:man/NNS/3/nsubj:pass were:be/VBD+AUX/3/aux:pass found:find/VBN/0/root and/CC/5/cc freed:free/VBN/3/conj`, "freed", "Men", "", true},
		{`Oslo/NNP/2/nsubj wants:want/VBZ/0/root to/TO/4/mark shell/VB/2/xcomp Narva/NNP/4/obj`, "shell", "Oslo", "Narva", false},
		{`Oslo/NNP/2/nsubj urged:urge/VBD/0/root Riga/NNP/2/obj to/TO/5/mark leave/VB/2/xcomp`, "leave", "Riga", "", false},
		{`Oslo/NNP/2/nsubj used:use/VBD/0/root boats:boat/NNS/2/obj to/TO/5/mark leave/VB/2/xcomp`, "leave", "Oslo", "", false},
		{`mayor/NN/0/root welcomed:welcome/VBN/1/acl by/IN/4/case abbots:abbot/NNS/2/obl`, "welcomed", "mayor", "", true},
		{`Mayor/NN/2/nsubj welcomed:welcome/VBD/0/root by/IN/4/case abbots:abbot/NNS/2/obl`, "welcomed", "Mayor", "", true},
		{`Mayor/NN/2/nsubj called:call/VBD/0/root by/IN/4/case phone/NN/2/obl`, "called", "Mayor", "", false},
		{`Otto/NNP/3/vocative to/TO/3/mark meet/VB/0/root Moe/NNP/3/obj`, "meet", "Otto", "Moe", false},
		{`He/PRP/4/nsubj is:be/VBZ+AUX/4/cop the/DT/4/det first/NN/0/root to/TO/6/mark come/VB/4/acl`, "come", "He", "", false},
		{`said:say/VBD/0/root calls:call/VBZ/1/ccomp and/CC/4/cc left:leave/VBD/2/conj`, "left", "", "", false},
		{`Boats:boat/NNS/0/root`, "Boats", "", "", false},
	} {
		doc := treetest.Parse(t, tc.tree)
		got := syntax.ArgumentsOf(doc, find(t, doc, tc.at), syntax.Lexicon{
			Controls: func(verb int) bool { return doc.Tokens[verb].Lemma == "urge" },
			Acts:     func(noun int) bool { return doc.Tokens[noun].Lemma != "phone" },
		})
		if form(doc, got.Subject) != tc.subject || form(doc, got.Object) != tc.object || got.Passive != tc.passive {
			t.Errorf("%s: subject %q, object %q, passive %v, want %q, %q, %v", doc.Text, form(doc, got.Subject), form(doc, got.Object), got.Passive, tc.subject, tc.object, tc.passive)
		}
	}
}

func TestSubjects(t *testing.T) {
	toToken(t, syntax.SubjectOfPredicate, []struct{ tree, at, want string }{
		{`He/PRP/4/nsubj is:be/VBZ+AUX/4/cop an/DT/4/det heir/NN/0/root`, "heir", "He"},
		{`An/DT/2/det heir/NN/0/root`, "heir", "heir"},
	})
	toToken(t, syntax.ParticipleSubject, []struct{ tree, at, want string }{
		{`with/IN/2/case Oslo/NNP/0/root shut/VBN/2/acl`, "shut", "Oslo"},
		{`Oslo/NNP/2/nsubj:pass shut/VBN/0/root`, "shut", "Oslo"},
		{`shut/VBN/0/root`, "shut", ""},
	})
	toToken(t, syntax.SharedSubjectVerb, []struct{ tree, at, want string }{
		{`she/PRP/2/nsubj came:come/VBD/0/root and/CC/4/cc waited:wait/VBD/2/conj`, "waited", "came"},
		{`she/PRP/2/nsubj came:come/VBD/0/root and/CC/5/cc he/PRP/5/nsubj waited:wait/VBD/2/conj`, "waited", ""},
		{`she/PRP/2/nsubj came:come/VBD/0/root`, "came", ""},
	})
}

func TestObjects(t *testing.T) {
	toToken(t, syntax.ParticipleObject, []struct{ tree, at, want string }{
		{`They/PRP/2/nsubj condemned:condemn/VBD/0/root renewed:renew/VBN/2/xcomp raids:raid/NNS/3/obj`, "condemned", "raids"},
		{`They/PRP/2/nsubj condemned:condemn/VBD/0/root raids:raid/NNS/2/obj`, "condemned", ""},
	})
	toToken(t, syntax.QuantifiedObject, []struct{ tree, at, want string }{
		{`They/PRP/2/nsubj freed:free/VBD/0/root at/IN/6/case least:least/JJS/3/fixed ten/CD/6/nummod men:man/NNS/2/obl`, "freed", "men"},
		{`They/PRP/2/nsubj seized:seize/VBD/0/root up/RB/4/advmod to/IN/6/case ten/CD/6/nummod boats:boat/NNS/2/obl`, "seized", "boats"},
		{`They/PRP/2/nsubj called:call/VBD/0/root off/RP/4/case talks:talk/NNS/2/obl`, "called", "talks"},
		{`They/PRP/2/nsubj left:leave/VBD/0/root at/IN/4/case noon/NN/2/obl ././2/punct`, "left", ""},
	})
	toToken(t, syntax.SharedObject, []struct{ tree, at, want string }{
		{`They/PRP/2/nsubj shelled:shell/VBD/0/root and/CC/4/cc bombed:bomb/VBD/2/conj Narva/NNP/4/obj`, "shelled", "Narva"},
		{`They/PRP/2/nsubj slept:sleep/VBD/0/root`, "slept", ""},
	})
	toToken(t, syntax.JudgedObject, []struct{ tree, at, want string }{
		{`She/PRP/2/nsubj called:call/VBD/0/root the/DT/4/det siege/NN/2/obj cruel/JJ/2/xcomp`, "cruel", "siege"},
		{`She/PRP/2/nsubj called:call/VBD/0/root it/PRP/2/obj cruel/JJ/2/xcomp`, "cruel", ""},
		{`She/PRP/2/nsubj asked:ask/VBD/0/root Oslo/NNP/2/obj to/TO/5/mark leave/VB/2/xcomp`, "leave", ""},
	})
}

func TestParticles(t *testing.T) {
	doc := treetest.Parse(t, `push/VB/0/root it/PRP/1/obj right/RB/4/advmod back/RB/1/advmod to/IN/7/case the/DT/7/det sea/NN/1/obl`)
	if !syntax.FollowedBy(doc, 0, []string{"back"}) || syntax.FollowedBy(doc, 0, []string{"back", "sea"}) || !syntax.FollowedBy(doc, 0, nil) {
		t.Error("back stands shortly behind push, the sea does not")
	}
	if !syntax.HasParticles(doc, 0, []string{"back"}) || syntax.HasParticles(doc, 0, []string{"sea"}) || !syntax.HasParticles(doc, 0, []string{"it"}) {
		t.Error("back hangs on push, it stands right behind it, the sea does neither")
	}
}

func TestLastConjunct(t *testing.T) {
	toToken(t, syntax.LastConjunct, []struct{ tree, at, want string }{
		{`envoys:envoy/NNS/0/root ,/,/3/punct mayors:mayor/NNS/1/conj and/CC/5/cc she/PRP/1/conj`, "envoys", "she"},
		{`envoys:envoy/NNS/0/root ,/,/3/punct mayors:mayor/NNS/1/conj and/CC/5/cc she/PRP/1/conj`, "mayors", ""},
		{`envoys:envoy/NNS/0/root and/CC/5/cc it/PRP/5/nsubj was:be/VBD+AUX/5/cop noon/NN/1/conj`, "envoys", ""},
	})
}

func TestAgent(t *testing.T) {
	for _, tc := range []struct{ tree, want string }{
		{`Men:man/NNS/3/nsubj:pass were:be/VBD+AUX/3/aux:pass freed:free/VBN/0/root by/IN/5/case Friday/NNP/3/obl by/IN/7/case Oslo/NNP/3/obl:agent`, "Oslo"},
		{`Men:man/NNS/3/nsubj:pass were:be/VBD+AUX/3/aux:pass freed:free/VBN/0/root by/IN/5/case Friday/NNP/3/obl by/IN/7/case Oslo/NNP/3/obl`, "Oslo"},
		{`Men:man/NNS/3/nsubj:pass were:be/VBD+AUX/3/aux:pass freed:free/VBN/0/root by/IN/5/case Friday/NNP/3/obl`, ""},
	} {
		doc := treetest.Parse(t, tc.tree)
		doc.Dates = []language.Date{{Range: doc.Tokens[find(t, doc, "Friday")].Range}}
		if got := form(doc, syntax.Agent(doc, find(t, doc, "freed"))); got != tc.want {
			t.Errorf("%s: freed by %q, want %q", doc.Text, got, tc.want)
		}
	}
}
