package syntax_test

import (
	"testing"

	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/language/treetest"
)

type predicateCase = struct {
	tree, at string
	want     bool
}

func TestNegated(t *testing.T) {
	holds(t, syntax.Negated, []predicateCase{
		{`They/PRP/4/nsubj did:do/VBD+AUX/4/aux not/RB/4/advmod sign/VB/0/root`, "sign", true},
		{`They/PRP/2/nsubj signed:sign/VBD/0/root`, "signed", false},
		{`Nobody:nobody/NN+PRON/2/nsubj signed:sign/VBD/0/root`, "signed", true},
		{`Neither/CC/2/cc:preconj Oslo/NNP/6/nsubj:pass nor/CC/4/cc Bergen/NNP/2/conj was:be/VBD+AUX/6/aux:pass asked:ask/VBN/0/root`, "asked", true},
		{`No/DT/2/det boats:boat/NNS/3/nsubj left:leave/VBD/0/root`, "left", true},
		{`No/DT/2/det boats:boat/NNS/3/nsubj left:leave/VBD/0/root`, "boats", true},
		{`They/PRP/5/nsubj will/MD/5/aux no/RB/4/advmod longer/RB/5/advmod pay/VB/0/root`, "pay", true},
		{`They/PRP/3/nsubj will/MD/3/aux pay/VB/0/root longer/RB/3/advmod`, "pay", false},
	})
	holds(t, syntax.NegativeDeterminer, []predicateCase{
		{`She/PRP/2/nsubj gave:give/VBD/0/root no/DT/4/det details:detail/NNS/2/obj`, "details", true},
		{`She/PRP/2/nsubj gave:give/VBD/0/root the/DT/4/det details:detail/NNS/2/obj`, "details", false},
	})
	holds(t, syntax.ButNot, []predicateCase{
		{`Oslo/NNP/5/nsubj but/CC/4/cc not/RB/4/advmod Bergen/NNP/1/conj agreed:agree/VBD/0/root`, "Bergen", true},
		{`Oslo/NNP/4/nsubj and/CC/3/cc Bergen/NNP/1/conj agreed:agree/VBD/0/root`, "Bergen", false},
	})
}

func TestVerbForms(t *testing.T) {
	holds(t, syntax.HeadlineInfinitive, []predicateCase{
		{`Mayors:mayor/NNS/0/root to/TO/3/mark meet/VB/1/acl`, "meet", true},
		{`They/PRP/2/nsubj want/VBP/0/root to/TO/4/mark meet/VB/2/xcomp`, "meet", false},
	})
	holds(t, syntax.Subjunctive, []predicateCase{
		{`insists:insist/VBZ/0/root that/IN+SCONJ/4/mark he/PRP/4/nsubj resign/VBP/1/ccomp`, "resign", true},
		{`insists:insist/VBZ/0/root that/IN+SCONJ/4/mark they/PRP/4/nsubj resign/VBP/1/ccomp`, "resign", false},
		{`hopes:hope/VBZ/0/root that/IN+SCONJ/5/mark she/PRP/5/nsubj will/MD/5/aux resign/VB/1/ccomp`, "resign", false},
	})
	holds(t, syntax.Inverted, []predicateCase{
		{`should/MD/3/aux they/PRP/3/nsubj ask/VB/0/root`, "ask", true},
		{`they/PRP/3/nsubj should/MD/3/aux ask/VB/0/root`, "ask", false},
	})
	holds(t, func(d *language.Document, i int) bool { return syntax.HasAuxiliary(d, i, "could") }, []predicateCase{
		{`they/PRP/3/nsubj could:can/MD/3/aux ask/VB/0/root`, "ask", true},
		{`they/PRP/3/nsubj can/MD/3/aux ask/VB/0/root`, "ask", false},
	})
	doc := treetest.Parse(t, `they/PRP/4/nsubj have/VBP+AUX/4/aux not/RB/4/advmod asked:ask/VBN/0/root`)
	if got := form(doc, syntax.Auxiliary(doc, 3, "have")); got != "have" {
		t.Errorf("the auxiliary is %q", got)
	}
	if syntax.Auxiliary(doc, 3, "be") >= 0 {
		t.Error("it has no be")
	}
}

func TestMoodOf(t *testing.T) {
	for _, tc := range []struct {
		tree, at string
		want     syntax.Mood
	}{
		{`We/PRP/3/nsubj would:will/MD/3/aux pay/VB/0/root`, "pay", syntax.Volition},
		{`We/PRP/3/nsubj could:can/MD/3/aux pay/VB/0/root`, "pay", syntax.Possibility},
		{`We/PRP/3/nsubj should/MD/3/aux pay/VB/0/root`, "pay", syntax.Obligation},
		{`We/PRP/2/nsubj have/VBP/0/root to/TO/4/mark pay/VB/2/xcomp`, "pay", syntax.Obligation},
		{`We/PRP/2/nsubj hope/VBP/0/root to/TO/4/mark pay/VB/2/xcomp`, "pay", syntax.NoMood},
	} {
		doc := treetest.Parse(t, tc.tree)
		if got := syntax.MoodOf(doc, find(t, doc, tc.at)); got != tc.want {
			t.Errorf("%s: mood %q, want %q", doc.Text, got, tc.want)
		}
	}
}

func TestWordForms(t *testing.T) {
	for _, tc := range []struct {
		name string
		f    func(language.Token) bool
		yes  []language.Token
		no   []language.Token
	}{
		{"Tensed", syntax.Tensed, []language.Token{{XPOS: "VBD"}, {XPOS: "VBZ"}, {XPOS: "VBP"}}, []language.Token{{XPOS: "VB"}, {XPOS: "VBN"}, {XPOS: "MD"}}},
		{"SurelyFinite", syntax.SurelyFinite, []language.Token{{XPOS: "MD"}, {XPOS: "VBD", UPOS: "AUX"}}, []language.Token{{XPOS: "VBD", UPOS: "VERB"}, {XPOS: "VBN"}}},
		{"Present", syntax.Present, []language.Token{{XPOS: "VBZ"}, {XPOS: "VBP"}}, []language.Token{{XPOS: "VBD"}}},
		{"Nominal", syntax.Nominal, []language.Token{{UPOS: "NOUN"}, {UPOS: "PROPN"}}, []language.Token{{UPOS: "PRON"}}},
		{"Plural", syntax.Plural, []language.Token{{XPOS: "NNS"}, {XPOS: "NNPS"}}, []language.Token{{XPOS: "NNP"}}},
		{"RelativePronoun", syntax.RelativePronoun, []language.Token{{XPOS: "WP"}, {XPOS: "WDT"}}, []language.Token{{XPOS: "WRB"}}},
		{"QuotationMark", syntax.QuotationMark, []language.Token{{XPOS: "``"}, {XPOS: "''"}}, []language.Token{{XPOS: ","}}},
		{"Clausal", syntax.Clausal, []language.Token{{Deprel: "acl:relcl"}, {Deprel: "xcomp"}}, []language.Token{{Deprel: "obl"}}},
		{"Complement", syntax.Complement, []language.Token{{Deprel: "acl"}, {Deprel: "csubj"}}, []language.Token{{Deprel: "acl:relcl"}, {Deprel: "obj"}}},
	} {
		for _, token := range tc.yes {
			if !tc.f(token) {
				t.Errorf("%s: not %+v", tc.name, token)
			}
		}
		for _, token := range tc.no {
			if tc.f(token) {
				t.Errorf("%s: %+v", tc.name, token)
			}
		}
	}
}

func TestClauses(t *testing.T) {
	holds(t, syntax.Concomitant, []predicateCase{
		{`They/PRP/2/nsubj left:leave/VBD/0/root ,/,/4/punct singing:sing/VBG/2/advcl`, "singing", true},
		{`They/PRP/2/nsubj left:leave/VBD/0/root after/IN+SCONJ/4/mark singing:sing/VBG/2/advcl`, "singing", false},
	})
	holds(t, syntax.Trailing, []predicateCase{
		{`They/PRP/2/nsubj left:leave/VBD/0/root ,/,/4/punct singing:sing/VBG/2/advcl`, "singing", true},
		{`They/PRP/2/nsubj left:leave/VBD/0/root singing:sing/VBG/2/advcl`, "singing", false},
		{`They/PRP/2/nsubj left:leave/VBD/0/root ,/,/4/punct tired:tire/VBN/2/advcl`, "tired", false},
	})
	holds(t, syntax.Attributive, []predicateCase{
		{`They/PRP/2/nsubj condemned:condemn/VBD/0/root renewed:renew/VBN/2/xcomp raids:raid/NNS/3/obj`, "renewed", true},
		{`They/PRP/2/nsubj got:get/VBD/0/root paid:pay/VBN/2/xcomp`, "paid", false},
	})
	toToken(t, syntax.MainVerb, []struct{ tree, at, want string }{
		{`They/PRP/2/nsubj fired:fire/VBD/0/root on/IN/4/case men:man/NNS/2/obl running:run/VBG/4/acl ,/,/7/punct wounding:wound/VBG/5/advcl one/CD/7/obj`, "wounding", "fired"},
		{`They/PRP/2/nsubj fired:fire/VBD/0/root ,/,/4/punct wounding:wound/VBG/2/advcl one/CD/4/obj`, "wounding", "wounding"},
	})
}
