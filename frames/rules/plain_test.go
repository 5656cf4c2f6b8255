package rules_test

import (
	"testing"

	"rapporteur"
	"rapporteur/frames"
)

// TestPlain holds which positions the tree shows as well as the model.
func TestPlain(t *testing.T) {
	found, engine, finder := loaded(t)
	for _, tc := range []struct {
		text, trigger, holder, proposal, condition, stance string
		want                                               bool
	}{
		{text: "Norway wants a truce.", trigger: "wants", holder: "Norway", proposal: "truce", want: true},
		{text: "Norway urged Sweden to sign a truce.", trigger: "urged", holder: "Norway", proposal: "sign", want: true},
		{text: "Norway urged Sweden to sign a truce.", trigger: "urged", holder: "Sweden", proposal: "sign"},
		{text: "Norway rejected a truce.", trigger: "rejected", holder: "Norway", proposal: "truce", stance: "opposes", want: true},
		{text: "Norway supports a truce.", trigger: "supports", holder: "Norway", proposal: "truce", stance: "opposes", want: true},
		{text: "Norway had supported a truce.", trigger: "supported", holder: "Norway", proposal: "truce"},
		{text: "Norway may support a truce.", trigger: "support", holder: "Norway", proposal: "truce"},
		{text: "A truce was rejected by Norway.", trigger: "rejected", holder: "Norway", proposal: "truce", stance: "opposes"},
		{text: "Norway's support for a truce grew.", trigger: "support", holder: "Norway", proposal: "truce", want: true},
		{text: "Norway sang of a truce.", trigger: "sang", holder: "Norway", proposal: "truce"},
		{text: "“We want a truce,” Berg said.", trigger: "want", holder: "Berg", proposal: "truce", want: true},
		{text: "They want a truce.", trigger: "want", holder: "They", proposal: "truce"},
		{text: "Sweden must sign a truce, Norway said.", trigger: "must", holder: "Norway", proposal: "sign", want: true},
		{text: "Sweden must not sign a truce, Norway said.", trigger: "must", holder: "Norway", proposal: "sign"},
		{text: "Norway would lift the ban if Sweden agreed.", trigger: "lift", holder: "Norway", proposal: "lift", condition: "agreed", stance: "conditional", want: true},
		{text: "Norway would lift the ban if Sweden agreed.", trigger: "lift", holder: "Sweden", proposal: "lift", condition: "agreed", stance: "conditional"},
		{text: "Norway would not lift the ban if Sweden agreed.", trigger: "lift", holder: "Norway", proposal: "lift", condition: "agreed", stance: "conditional"},
	} {
		doc := engine.Analyze(&rapporteur.Report{Text: tc.text, Paragraphs: []rapporteur.Paragraph{{End: len(tc.text), Kind: rapporteur.Body}}})
		f := frames.Frame{Kind: frames.Position, Type: "position", Trigger: tokenOf(t, doc, tc.trigger), Probability: 1, Maker: "test"}
		for _, x := range []struct {
			role frames.Role
			word string
		}{{frames.Holder, tc.holder}, {frames.Proposal, tc.proposal}, {frames.Condition, tc.condition}} {
			if x.word != "" {
				f.Fillers = append(f.Fillers, frames.Pointer(x.role, tokenOf(t, doc, x.word)))
			}
		}
		f.Set(frames.Stance, tc.stance)
		got := found.Resolve(doc, []frames.Frame{f}, finder.Statements(doc), inventActors(t).of(doc))
		if plain := len(got) == 1 && got[0].Attribute(frames.Plain) == "tree"; plain != tc.want {
			t.Errorf("%q, that %s wants: plain %v", tc.text, tc.holder, plain)
		}
	}
}
