package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"
)

// directed gives the issue and the direction that a party's stance on a proposal, words
// of the text, comes to.
type directed func(t *testing.T, text, proposal string, stance rapporteur.Stance) (issue, direction string)

func director(t *testing.T) directed {
	t.Helper()
	found, engine, finder := loaded(t)
	actors := inventActors(t)
	return func(t *testing.T, text, proposal string, stance rapporteur.Stance) (string, string) {
		t.Helper()
		doc := engine.Analyze(&rapporteur.Report{Text: text, Paragraphs: []rapporteur.Paragraph{{End: len(text), Kind: rapporteur.Body}}})
		words := wordsOf(t, doc, proposal)
		f := frames.Frame{Kind: frames.Position, Type: "position", Trigger: tokenOf(t, doc, "Norway") + 1, Probability: 1, Maker: "test", Fillers: []frames.Filler{
			frames.Pointer(frames.Holder, tokenOf(t, doc, "Norway")), {Role: frames.Proposal, Head: words.First, Tokens: words, Probability: 1}}}
		if stance != rapporteur.Supports {
			f.Set(frames.Stance, string(stance))
		}
		got := found.Resolve(doc, []frames.Frame{f}, finder.Statements(doc), actors.of(doc))
		if len(got) != 1 {
			t.Fatalf("%q: %d frames", text, len(got))
		}
		return got[0].Attribute(frames.Issue), got[0].Attribute(frames.Direction)
	}
}

// wordsOf gives the tokens of some words of a text.
func wordsOf(t *testing.T, doc *language.Document, words string) frames.Tokens {
	t.Helper()
	at := strings.Index(doc.Text, words)
	if at < 0 {
		t.Fatalf("no %q in %q", words, doc.Text)
	}
	out := frames.Tokens{First: -1}
	for i, k := range doc.Tokens {
		if k.Start >= at && k.End <= at+len(words) {
			if out.First < 0 {
				out.First = i
			}
			out.Last = i + 1
		}
	}
	return out
}

func TestDirection(t *testing.T) {
	direct := director(t)
	for _, tc := range []struct {
		verb, proposal string
		stance         rapporteur.Stance
		issue, want    string
	}{
		{"wants to", "lift the naval blockade", rapporteur.Supports, "blockade", "against"},
		{"wants to", "lift the sanctions", rapporteur.Supports, "sanctions-relief", "for"},
		{"opposes", "lifting the sanctions", rapporteur.Opposes, "sanctions-relief", "against"},
		{"wants to", "withdraw its troops", rapporteur.Supports, "withdrawal", "for"},
		{"refuses to", "lift the naval blockade", rapporteur.Opposes, "blockade", "for"},
		{"wants", "the naval blockade to end", rapporteur.Supports, "blockade", "against"},
		{"backs", "an end to the siege of the town", rapporteur.Supports, "blockade", "against"},
		{"wants to", "resume uranium enrichment", rapporteur.Supports, "enrichment", "for"},
		{"offered to", "halt uranium enrichment", rapporteur.ConditionalStance, "enrichment", "against"},
		{"refuses to", "give up uranium enrichment", rapporteur.Opposes, "enrichment", "for"},
		{"demands that Sweden", "stop enriching uranium", rapporteur.Supports, "enrichment", "against"},
		{"wants to", "prevent Sweden from enriching uranium", rapporteur.Supports, "enrichment", "against"},
		{"wants to", "avoid an escalation", rapporteur.Supports, "de-escalation", "for"},
		{"wants to", "expand the settlements", rapporteur.Supports, "settlements", "for"},
		{"wants to", "freeze the settlements", rapporteur.Supports, "settlements", "against"},
		{"wants", "no settlements", rapporteur.Supports, "settlements", "against"},
		{"backs", "a ban on chemical weapons", rapporteur.Supports, "chemical-weapons", "against"},
		{"backs", "the use of chemical weapons", rapporteur.Supports, "chemical-weapons", "for"},
		{"opposes", "tariffs", rapporteur.Opposes, "trade", "for"},
		{"wants to", "impose tariffs", rapporteur.Supports, "trade", "against"},
		{"wants to", "punish Sweden with sanctions", rapporteur.Supports, "sanctions", ""},
		{"weighs", "a ceasefire", rapporteur.Undecided, "ceasefire", ""},
		{"wants to", "discuss the siege of the town", rapporteur.Supports, "blockade", ""},
		{"wants", "direct talks", rapporteur.Supports, "talks-format", ""},
		{"wants to", "bake a cake", rapporteur.Supports, "", ""},
	} {
		text := fmt.Sprintf("Norway %s %s.", tc.verb, tc.proposal)
		issue, got := direct(t, text, tc.proposal, tc.stance)
		if issue != tc.issue || got != tc.want {
			t.Errorf("%q %s: %q towards %q, want %q towards %q", text, tc.stance, got, issue, tc.want, tc.issue)
		}
	}
}

// TestOppositeSides lets parties take sides on things in all sorts of words, and holds
// those on opposite sides of an issue to different directions: each is the true one or
// open, and most are not open.
func TestOppositeSides(t *testing.T) {
	direct := director(t)
	things := map[string]int{ // and whether who is for it is for the issue
		"the naval blockade": 1, "the siege": 1, "uranium enrichment": 1, "the ceasefire": 1, "the settlements": 1,
		"the nuclear programme": 1, "nuclear weapons": 1, "the inspections": 1, "ballistic missiles": 1, "the referendum": 1,
		"the air strikes": 1, "the tariffs": -1, "free trade": 1, "the denuclearisation": -1, "escalation": -1, "restraint": 1,
	}
	deeds := map[string]int{
		"resuming": 1, "continuing": 1, "expanding": 1, "keeping": 1, "extending": 1, "strengthening": 1, "launching": 1,
		"halting": -1, "ending": -1, "suspending": -1, "stopping": -1, "banning": -1, "abandoning": -1, "not resuming": -1, "not halting": 1,
		"a halt to": -1, "the resumption of": 1, "an end to": -1, "the expansion of": 1, "refusing to halt": 1,
	}
	open, all := 0, 0
	for thing, for_ := range things {
		for deed, brings := range deeds {
			for stance, side := range map[rapporteur.Stance]int{rapporteur.Supports: 1, rapporteur.Opposes: -1} {
				text := fmt.Sprintf("Norway %s %s %s.", stance, deed, thing)
				_, got := direct(t, text, deed+" "+thing, stance)
				all++
				switch truth := map[int]string{1: "for", -1: "against"}[for_*brings*side]; got {
				case truth:
				case "":
					open++
				default:
					t.Errorf("%q: %s, but the party is %s", text, got, truth)
				}
			}
		}
	}
	if 4*open > all {
		t.Errorf("%d of %d directions are open", open, all)
	}
}
