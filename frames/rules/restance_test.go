package rules_test

import (
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/rules"
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
		{"Norway does not oppose a truce.", "oppose", "opposes", ""},
		{"Norway would support a truce if Sweden agreed.", "support", "conditional", "conditional"},
		{"Norway tried to veto a truce.", "tried", "", "opposes"},
		{"Norway is ready to sign a truce in return for the islands.", "ready", "", ""},
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

// TestKeptFromHappening holds that what somebody keeps from happening does not happen by
// that.
func TestKeptFromHappening(t *testing.T) {
	found, engine, finder := loaded(t)
	for text, want := range map[string]int{"Norway vetoed the sanctions against Sweden.": 0, "Norway announced the sanctions against Sweden.": 1} {
		doc := engine.Analyze(&rapporteur.Report{Text: text, Paragraphs: []rapporteur.Paragraph{{End: len(text), Kind: rapporteur.Body}}})
		f := frames.Frame{Kind: frames.Event, Type: "SANCTION", Trigger: tokenOf(t, doc, "sanctions"), Probability: 1, Maker: "test",
			Fillers: []frames.Filler{frames.Pointer(frames.Agent, tokenOf(t, doc, "Norway")), frames.Pointer(frames.Patient, tokenOf(t, doc, "Sweden"))}}
		if got := found.Resolve(doc, []frames.Frame{f}, finder.Statements(doc), inventActors(t).of(doc)); len(got) != want {
			t.Errorf("%q: %d events, want %d", text, len(got), want)
		}
	}
}

// TestWords holds what the tables and the trees tell of single words.
func TestWords(t *testing.T) {
	found, engine, _ := loaded(t)
	if got := rules.ContentWords("A truce, and the lifting of “sanctions”."); !slices.Equal(got, []string{"truce", "lifting", "sanctions"}) {
		t.Errorf("content words %q", got)
	}
	if got := found.Gathering("Summit"); got != "summit" {
		t.Errorf("a summit is a %q", got)
	}
	if got := found.Ending("cancel"); got != rapporteur.Cancelled {
		t.Errorf("to cancel makes it %q", got)
	}
	if got := found.Ending("hold"); got != "" {
		t.Errorf("to hold makes it %q", got)
	}
	text := "Norway will not lift the sanctions."
	doc := engine.Analyze(&rapporteur.Report{Text: text, Paragraphs: []rapporteur.Paragraph{{End: len(text), Kind: rapporteur.Body}}})
	for word, want := range map[string]string{"lift": "negated", "sanctions": "definite"} {
		if got := rules.Manner(doc, tokenOf(t, doc, word)); !slices.Contains(got, want) {
			t.Errorf("%s is %q, want %s among it", word, got, want)
		}
	}
	if got := rules.Phrasing(doc, frames.Tokens{First: tokenOf(t, doc, "lift"), Last: tokenOf(t, doc, "lift") + 1}, tokenOf(t, doc, "lift")); !slices.Equal(got, []string{"proposal VERB", "no noun", "proposal negated"}) {
		t.Errorf("not lifting is put %q", got)
	}
}
