package rules_test

import (
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/frames/rules"
	"rapporteur/language/treetest"
)

// TestTellings tells of a meeting by the words over it and beside it, and by where in the
// report it stands.
func TestTellings(t *testing.T) {
	doc := treetest.Parse(t, `The/DT/2/det envoys:envoy/NNS/5/nsubj will/MD/5/aux soon/RB/5/advmod hold/VB/0/root formal/JJ/7/amod talks:talk/NNS/5/obj here/RB/5/advmod`)
	got := rules.NewTellings(doc).Of(6)
	for _, want := range []string{"always", "word talk", "form NNS", "amod formal", "over hold", "over VB 1", "head obj hold", "over form planned 1",
		"over aux will", "over advmod soon", "sentence envoy", "next formal", "next here", "opening"} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is not told: %q", want, got)
		}
	}
	for _, not := range []string{"quoted", "title", "last third", "sentence talk"} {
		if slices.Contains(got, not) {
			t.Errorf("%q is told", not)
		}
	}
}

// TestGoingOn takes for going on what the present progressive says, of a verb itself or of
// the one over a noun.
func TestGoingOn(t *testing.T) {
	for _, c := range []struct {
		tree    string
		trigger int
		want    bool
	}{
		{`They/PRP/3/nsubj are:be/VBP+AUX/3/aux holding:hold/VBG/0/root talks:talk/NNS/3/obj`, 3, true},
		{`She/PRP/3/nsubj is:be/VBZ+AUX/3/aux meeting:meet/VBG/0/root him/PRP/3/obj`, 2, true},
		{`She/PRP/3/nsubj was:be/VBD+AUX/3/aux meeting:meet/VBG/0/root him/PRP/3/obj`, 2, false},
		{`They/PRP/2/nsubj held:hold/VBD/0/root talks:talk/NNS/2/obj`, 2, false},
		{`Holding:hold/VBG/4/csubj talks:talk/NNS/1/obj would/MD/4/aux help/VB/0/root`, 1, false},
		{`Talks:talk/NNS/0/root`, 0, false},
	} {
		doc := treetest.Parse(t, c.tree)
		if got := rules.GoingOn(doc, c.trigger); got != c.want {
			t.Errorf("%s: %v", doc.Report.Text, got)
		}
	}
}

// TestEarlier tells what had been before the rest from what somebody says had been.
func TestEarlier(t *testing.T) {
	doc := treetest.Parse(t, `They/PRP/2/nsubj left:leave/VBD/0/root envoys:envoy/NNS/2/obj who/WP/6/nsubj had:have/VBD+AUX/6/aux met:meet/VBN/3/acl:relcl
She/PRP/2/nsubj said:say/VBD/0/root they/PRP/5/nsubj had:have/VBD+AUX/5/aux met:meet/VBN/2/ccomp`)
	for verb, want := range map[int]bool{1: false, 5: true, 10: false} {
		if got := rules.Earlier(doc, verb); got != want {
			t.Errorf("%s: %v", doc.Tokens[verb].Form, got)
		}
	}
}

// TestFiner prefers a town to its own state.
func TestFiner(t *testing.T) {
	state, town, other := &rapporteur.Place{Name: "Ardmark", Country: "ARD", State: true}, &rapporteur.Place{Name: "Velm", Country: "ARD"}, &rapporteur.Place{Name: "Oss", Country: "BEL"}
	if !rules.Finer(town, state) || rules.Finer(state, town) || rules.Finer(other, state) || rules.Finer(town, other) {
		t.Error("another place than a town of the state is preferred to it")
	}
}
