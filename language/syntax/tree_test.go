package syntax_test

import (
	"slices"
	"testing"

	"rapporteur/language"
	"rapporteur/language/syntax"
	"rapporteur/language/treetest"
)

// The envoy who left Tartu will call Anna Kask.
const envoy = `The/DT/2/det envoy/NN/6/nsubj who/WP/4/nsubj left:leave/VBD/2/acl:relcl Tartu/NNP/4/obj will/MD/7/aux call/VB/0/root Anna/NNP/7/obj Kask/NNP/8/flat ././7/punct`

func TestTree(t *testing.T) {
	doc := treetest.Parse(t, envoy)
	doc.Tokens[1].Head = 6 // envoy → call
	doc.Link()
	at := func(form string) int { return find(t, doc, form) }
	for _, tc := range []struct {
		name string
		got  int
		want string
	}{
		{"Root", syntax.Root(doc, at("Tartu")), "call"},
		{"Governor", syntax.Governor(doc, at("Tartu")), "left"},
		{"Governor of the root", syntax.Governor(doc, at("call")), "call"},
		{"Enclosing", syntax.Enclosing(doc, at("Tartu"), "acl:relcl"), "left"},
		{"Enclosing, none", syntax.Enclosing(doc, at("Kask"), "acl:relcl"), ""},
		{"NearestVerb", syntax.NearestVerb(doc, at("who")), "left"},
		{"NearestVerb of a verb", syntax.NearestVerb(doc, at("left")), "left"},
		{"NameHead", syntax.NameHead(doc, at("Kask")), "Anna"},
		{"NameHead of a noun", syntax.NameHead(doc, at("envoy")), "envoy"},
		{"SpanHead", syntax.SpanHead(doc, 7, 9), "Anna"},
		{"SpanHead within the clause", syntax.SpanHead(doc, 2, 5), "left"},
	} {
		if got := form(doc, tc.got); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
	if got := syntax.Depth(doc, at("who")); got != 3 {
		t.Errorf("who is %d words below the root, want 3", got)
	}
	if got := syntax.Dependents(doc, at("call"), "nsubj", "obj"); !slices.Equal(got, []int{1, 7}) {
		t.Errorf("subject and object of call: %v", got)
	}
	if !syntax.HasDependent(doc, at("left"), "tallinn", "tartu") || syntax.HasDependent(doc, at("call"), "tartu") {
		t.Error("Tartu depends on left alone")
	}
}

func TestSentence(t *testing.T) {
	doc := treetest.Parse(t, `
She/PRP/2/nsubj slept:sleep/VBD/0/root ././2/punct
On/IN/2/case Friday/NNP/5/obl talks:talk/NNS/5/nsubj will/MD/5/aux resume/VB/0/root ,/,/5/punct she/PRP/8/nsubj hopes:hope/VBZ/5/parataxis ././5/punct

Will/MD/3/aux they/PRP/3/nsubj come/VB/0/root ?/./3/punct`)
	friday := find(t, doc, "Friday")
	doc.Dates = []language.Date{{Range: doc.Tokens[friday].Range}}
	if got := doc.Words(syntax.SentenceRange(doc, friday)); got != "On Friday talks will resume, she hopes." {
		t.Errorf("sentence %q", got)
	}
	if got := syntax.Paragraph(doc, find(t, doc, "come")); got != 1 {
		t.Errorf("come stands in paragraph %d", got)
	}
	if first, last := syntax.TokensIn(doc, syntax.SentenceRange(doc, friday)); first != 3 || last != 12 {
		t.Errorf("tokens %d to %d", first, last)
	}
	if got := form(doc, syntax.AfterDate(doc, 3)); got != "talks" {
		t.Errorf("behind the date: %q", got)
	}
	if got := form(doc, syntax.AfterDate(doc, 5)); got != "talks" {
		t.Errorf("no date to step over: %q", got)
	}
	if !syntax.InDate(doc, friday) || syntax.InDate(doc, friday+1) {
		t.Error("Friday alone is a date")
	}
	if !syntax.Questioned(doc, find(t, doc, "they")) || syntax.Questioned(doc, friday) {
		t.Error("whether they come is asked, when talks resume is not")
	}
	if !syntax.HasVerb(doc, 3, 8) || syntax.HasVerb(doc, 3, 6) {
		t.Error("will is the first verb of the second sentence")
	}
	if !syntax.OnePhrase(doc, 3, 6) || syntax.OnePhrase(doc, 8, 10) {
		t.Error("a comma ends a phrase")
	}
	if syntax.HeadsTitle(doc, 1) {
		t.Error("a paragraph of the body is no title")
	}
}
