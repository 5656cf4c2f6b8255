package rules_test

import (
	"testing"

	"rapporteur"
	"rapporteur/frames"
)

// TestStanceOfWords holds stances that a model gives to what their words mean.
func TestStanceOfWords(t *testing.T) {
	found, engine, finder := loaded(t)
	for _, tc := range []struct{ text, trigger, given, want string }{
		{"Norway is considering a truce.", "considering", "", "undecided"},
		{"Norway does not support a truce.", "support", "", "opposes"},
		{"Norway supports a truce.", "supports", "opposes", ""},
		{"Norway supports a truce.", "supports", "conditional", "conditional"},
		{"Norway sang of a truce.", "sang", "opposes", "opposes"},
	} {
		doc := engine.Analyze(&rapporteur.Report{Text: tc.text, Paragraphs: []rapporteur.Paragraph{{End: len(tc.text), Kind: rapporteur.Body}}})
		f := frames.Frame{Kind: frames.Position, Type: "position", Trigger: tokenOf(t, doc, tc.trigger), Probability: 1, Maker: "test",
			Fillers: []frames.Filler{frames.Pointer(frames.Holder, tokenOf(t, doc, "Norway")), frames.Pointer(frames.Proposal, tokenOf(t, doc, "truce"))}}
		f.Set(frames.Stance, tc.given)
		got := found.Resolve(doc, []frames.Frame{f}, finder.Statements(doc), inventActors(t).of(doc))
		if len(got) != 1 || got[0].Attribute(frames.Stance) != tc.want {
			t.Errorf("%q, given %q: %+v, want %q", tc.text, tc.given, got, tc.want)
		}
	}
}
