package syntax_test

import (
	"testing"

	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/language/treetest"
)

// subject tests a function that looks for the subject of a verb of saying.
func subject(t *testing.T, name string, f func(*language.Document, syntax.Quoted, int) int, cases []struct{ tree, verb, want string }) {
	t.Helper()
	for _, tc := range cases {
		doc := treetest.Parse(t, tc.tree)
		quoted := syntax.QuotedTokens(doc, syntax.Quotations(doc))
		if got := form(doc, f(doc, quoted, find(t, doc, tc.verb))); got != tc.want {
			t.Errorf("%s of %q: %q, want %q", name, doc.Text, got, tc.want)
		}
	}
}

func TestNominative(t *testing.T) {
	subject(t, "subject", syntax.Nominative, []struct{ tree, verb, want string }{
		{`Oslo/NNP/2/nsubj agreed:agree/VBD/0/root`, "agreed", "Oslo"},
		{`which/WDT/4/nsubj Oslo/NNP/4/nsubj has:have/VBZ+AUX/4/aux proposed:propose/VBN/0/root`, "proposed", "Oslo"},
		{"“/``/4/punct We/PRP/4/nsubj will/MD/4/aux sign/VB/7/ccomp ”/''/4/punct he/PRP/7/nsubj said:say/VBD/0/root", "said", "he"},
		{"“/``/3/punct Peace/NN/6/nsubj now/RB/2/advmod ”/''/2/punct ,/,/6/punct said:say/VBD/0/root", "said", ""},
		{`They/PRP/2/nsubj praised:praise/VBD/0/root Otto/NNP/5/nsubj and/CC/5/cc urged:urge/VBD/2/conj calm/NN/5/obj`, "urged", ""},
		{`The/DT/2/det ban/NN/4/nsubj:pass was:be/VBD+AUX/4/aux:pass lifted:lift/VBN/0/root`, "lifted", ""},
	})
}

func TestMisplacedSubjects(t *testing.T) {
	subject(t, "subject behind the verb", func(d *language.Document, q syntax.Quoted, v int) int {
		return syntax.DisplacedSubject(d, v, syntax.Nominative(d, q, v))
	}, []struct{ tree, verb, want string }{
		{`Shells:shell/NNS/6/nsubj hit/VBD/6/ccomp a/DT/4/det house/NN/2/obj ,/,/6/punct said:say/VBD/0/root Moe/NNP/6/obj`, "said", "Moe"},
		{`Moe/NNP/2/nsubj praised:praise/VBD/0/root Otto/NNP/2/obj`, "praised", ""},
	})
	subject(t, "subject beside the verb", func(d *language.Document, _ syntax.Quoted, v int) int { return syntax.AdjacentSubject(d, v) }, []struct{ tree, verb, want string }{
		{`Peace/NN/0/root ,/,/4/punct Otto/NNP/1/nsubj said:say/VBD/1/parataxis`, "said", "Otto"},
		{`Its/PRP$/2/nmod:poss premier/NN/8/nsubj ,/,/4/punct Carl/NNP/2/appos Moe/NNP/4/flat ,/,/4/punct said:say/VBD/2/acl left:leave/VBD/0/root`, "said", "Carl"},
		{`On/IN/2/case Monday/NNP/3/obl said:say/VBD/0/root`, "said", ""},
	})
	subject(t, "subject behind the quotation", syntax.SubjectAfterQuotation, []struct{ tree, verb, want string }{
		{"“/``/2/punct Peace/NN/0/root ,/,/2/punct ”/''/2/punct Moe/NNP/10/nsubj ,/,/8/punct an/DT/8/det envoy/NN/5/appos ,/,/5/punct said:say/VBD/2/parataxis", "said", "Moe"},
		{"“/``/2/punct Peace/NN/0/root ,/,/2/punct ”/''/2/punct Moe/NNP/2/appos ,/,/8/punct an/DT/8/det envoy/NN/5/appos ,/,/5/punct said:say/VBD/2/parataxis", "said", "Moe"},
		{"“/``/2/punct Peace/NN/0/root ,/,/2/punct ”/''/2/punct she/PRP/10/nsubj ,/,/8/punct an/DT/8/det envoy/NN/5/appos ,/,/5/punct said:say/VBD/2/parataxis", "said", ""},
	})
}

func TestPassiveTheme(t *testing.T) {
	toToken(t, syntax.PassiveTheme, []struct{ tree, at, want string }{
		{`The/DT/2/det plan/NN/4/nsubj:pass was:be/VBD+AUX/4/aux:pass scorned:scorn/VBN/0/root by/IN/6/case Oslo/NNP/4/obl:agent`, "scorned", "plan"},
		{`The/DT/2/det plan/NN/4/nsubj:pass was:be/VBD+AUX/4/aux:pass read/VBN/0/root and/CC/6/cc scorned:scorn/VBN/4/conj by/IN/8/case Oslo/NNP/6/obl:agent`, "scorned", "plan"},
		{`A/DT/2/det raid/NN/0/root which/WDT/5/nsubj:pass was:be/VBD+AUX/5/aux:pass claimed:claim/VBN/2/acl:relcl by/IN/7/case rebels:rebel/NNS/5/obl:agent`, "claimed", "raid"},
		{`The/DT/2/det plan/NN/4/nsubj:pass was:be/VBD+AUX/4/aux:pass scorned:scorn/VBN/0/root`, "scorned", ""},
		{`Otto/NNP/3/nsubj:pass was:be/VBD+AUX/3/aux:pass scorned:scorn/VBN/0/root by/IN/5/case Oslo/NNP/3/obl:agent`, "scorned", ""},
	})
}

func TestAntecedent(t *testing.T) {
	for _, tc := range []struct{ tree, pronoun, verb, want string }{
		{`The/DT/2/det envoy/NN/0/root who/WP/4/nsubj left:leave/VBD/2/acl:relcl`, "who", "left", "envoy"},
		{`The/DT/2/det envoy/NN/0/root who/WP/4/nsubj came:come/VBD/2/acl:relcl and/CC/6/cc left:leave/VBD/4/conj`, "who", "left", "envoy"},
		{`Moe/NNP/0/root ,/,/3/punct editor/NN/1/appos of/IN/6/case the/DT/6/det Gull/NNP/3/nmod ,/,/9/punct who/WP/9/nsubj left:leave/VBD/3/acl:relcl`, "who", "left", "Moe"},
		{`a/DT/2/det day/NN/0/root set/VBN/2/acl by/IN/5/case Oslo/NNP/3/obl ,/,/8/punct which/WDT/8/nsubj agreed:agree/VBD/2/acl:relcl`, "which", "agreed", "Oslo"},
		{`a/DT/2/det day/NN/0/root in/IN/4/case Oslo/NNP/2/nmod ,/,/7/punct which/WDT/7/nsubj ended:end/VBD/2/acl:relcl`, "which", "ended", "day"},
		{`Anna/NNP/0/root Kask/NNP/1/flat ,/,/5/punct who/WP/5/nsubj left:leave/VBD/1/parataxis`, "who", "left", "Anna"},
		{`They/PRP/2/nsubj left:leave/VBD/0/root`, "They", "left", "They"},
	} {
		doc := treetest.Parse(t, tc.tree)
		if got := form(doc, syntax.Antecedent(doc, find(t, doc, tc.verb), find(t, doc, tc.pronoun))); got != tc.want {
			t.Errorf("%s: %q stands for %q, want %q", doc.Text, tc.pronoun, got, tc.want)
		}
	}
}

func TestQuotedTokens(t *testing.T) {
	doc := treetest.Parse(t, "“/``/3/punct We/PRP/3/nsubj left:leave/VBD/6/ccomp ”/''/3/punct she/PRP/6/nsubj said:say/VBD/0/root")
	quoted := syntax.QuotedTokens(doc, syntax.Quotations(doc))
	left, said := find(t, doc, "left"), find(t, doc, "said")
	if !quoted.Apart(left, said) || quoted.Apart(said, left) || quoted.Apart(left, left-1) {
		t.Errorf("quotations around the tokens: %v", quoted)
	}
	if !quoted.Any(left, said) || quoted.Any(said, said+1) {
		t.Errorf("quoted from left, not from said: %v", quoted)
	}
}
