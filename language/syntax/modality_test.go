package syntax_test

import (
	"testing"

	"rapporteur"
	"rapporteur/language/syntax"
	"rapporteur/language/treetest"
)

func TestFormModality(t *testing.T) {
	for _, tc := range []struct {
		tree, at string
		want     rapporteur.Modality
	}{
		{`They/PRP/2/nsubj met:meet/VBD/0/root`, "met", rapporteur.Happened},
		{`They/PRP/3/nsubj have/VBP+AUX/3/aux met:meet/VBN/0/root`, "met", rapporteur.Happened},
		{`They/PRP/4/nsubj have/VBP+AUX/4/aux been:be/VBN+AUX/4/aux meeting:meet/VBG/0/root`, "meeting", rapporteur.Happened},
		{`They/PRP/3/nsubj are:be/VBP+AUX/3/aux meeting:meet/VBG/0/root`, "meeting", rapporteur.UnderWay},
		{`They/PRP/3/nsubj will/MD/3/aux meet/VB/0/root`, "meet", rapporteur.Planned},
		{`They/PRP/4/nsubj are:be/VBP+AUX/4/aux to/TO/4/mark meet/VB/0/root`, "meet", rapporteur.Planned},
		{`Mayors:mayor/NNS/0/root to/TO/3/mark meet/VB/1/acl`, "meet", rapporteur.Planned},
		{`They/PRP/3/nsubj may/MD/3/aux meet/VB/0/root`, "meet", syntax.Suggested},
		{`insists:insist/VBZ/0/root that/IN+SCONJ/4/mark he/PRP/4/nsubj meet/VB/1/ccomp`, "meet", syntax.Suggested},
		{`They/PRP/4/nsubj did:do/VBD+AUX/4/aux not/RB/4/advmod meet/VB/0/root`, "meet", rapporteur.Denied},
		{`left:leave/VBD/0/root if/IN+SCONJ/4/mark they/PRP/4/nsubj met:meet/VBD/1/advcl`, "met", rapporteur.Conditional},
		{`left:leave/VBD/0/root before/IN+SCONJ/4/mark they/PRP/4/nsubj meet/VBP/1/advcl`, "meet", rapporteur.Planned},
		{`left:leave/VBD/0/root before/IN+SCONJ/4/mark they/PRP/4/nsubj met:meet/VBD/1/advcl`, "met", rapporteur.Happened},
		{`did:do/VBD+AUX/3/aux not/RB/3/advmod show/VB/0/root they/PRP/5/nsubj met:meet/VBD/3/ccomp`, "met", rapporteur.Denied},
		{`did:do/VBD+AUX/3/aux not/RB/3/advmod say/VB/0/root they/PRP/5/nsubj met:meet/VBD/3/ccomp`, "met", rapporteur.Happened},
		{`They/PRP/2/nsubj want/VBP/0/root to/TO/4/mark meet/VB/2/xcomp`, "meet", ""},
		{`They/PRP/2/nsubj left:leave/VBD/0/root singing:sing/VBG/2/advcl`, "singing", ""},
		{`Talks:talk/NNS/2/nsubj failed:fail/VBD/0/root`, "Talks", ""},
	} {
		doc := treetest.Parse(t, tc.tree)
		if got := syntax.FormModality(doc, find(t, doc, tc.at)); got != tc.want {
			t.Errorf("%s at %q: %q, want %q", doc.Text, tc.at, got, tc.want)
		}
	}
}
