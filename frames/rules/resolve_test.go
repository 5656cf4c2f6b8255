package rules_test

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/frames/rules"
	"rapporteur/language"
)

// TestResolve gives frames as a model finds them and asks whom their fillers come to
// stand for, and what tables add.
func TestResolve(t *testing.T) {
	found, engine, finder := loaded(t)
	for _, tc := range []struct {
		name, text, trigger string
		kind                frames.Kind
		typ                 string
		fillers             map[frames.Role]string
		// want are the words of the fillers that are left, nil for no frame.
		want map[frames.Role]string
	}{
		{"the owner of a thing", "Norway shelled the harbours of Sweden.", "shelled", frames.Event, "ASSAULT",
			map[frames.Role]string{frames.Agent: "Norway", frames.Patient: "harbours"}, map[frames.Role]string{frames.Agent: "Norway", frames.Patient: "Sweden"}},
		{"nobody is left out of the fillers", "Norway shelled a lighthouse.", "shelled", frames.Event, "ASSAULT",
			map[frames.Role]string{frames.Agent: "Norway", frames.Patient: "lighthouse"}, map[frames.Role]string{frames.Agent: "Norway"}},
		{"no deed done to oneself", "Norway shelled Norway.", "shelled", frames.Event, "ASSAULT",
			map[frames.Role]string{frames.Agent: "Norway", frames.Patient: "Norway"}, map[frames.Role]string{frames.Agent: "Norway"}},
		{"no wish of nobody", "The lighthouse wants a lamp.", "wants", frames.Position, "position",
			map[frames.Role]string{frames.Holder: "lighthouse", frames.Proposal: "lamp"}, nil},
		{"a wish", "Norway wants a truce.", "wants", frames.Position, "position",
			map[frames.Role]string{frames.Holder: "Norway", frames.Proposal: "truce"}, map[frames.Role]string{frames.Holder: "Norway", frames.Proposal: "truce"}},
		{"a wish that an opponent tells of", "Berg said that Sweden wants a war.", "wants", frames.Position, "position",
			map[frames.Role]string{frames.Holder: "Sweden", frames.Proposal: "war"}, map[frames.Role]string{frames.Holder: "Sweden", frames.Proposal: "war", frames.Claimant: "Berg"}},
		{"a wish that its own side tells of", "Berg said that Norway wants a truce.", "wants", frames.Position, "position",
			map[frames.Role]string{frames.Holder: "Norway", frames.Proposal: "truce"}, map[frames.Role]string{frames.Holder: "Norway", frames.Proposal: "truce"}},
		{"what is no place is none", "Norway met Sweden in a lighthouse.", "met", frames.Meeting, "meeting",
			map[frames.Role]string{frames.Participant: "Sweden", frames.Place: "lighthouse"}, map[frames.Role]string{frames.Participant: "Sweden"}},
		{"who is left out, absences tell", "Norway met without Sweden.", "met", frames.Meeting, "meeting",
			map[frames.Role]string{frames.Participant: "Norway", frames.Excluded: "Sweden"}, map[frames.Role]string{frames.Participant: "Norway"}},
		{"a meeting that is denied", "Sweden denied that Norway had met Sweden.", "met", frames.Meeting, "meeting",
			map[frames.Role]string{frames.Participant: "Norway"}, nil},
		{"a meeting that a false report tells of", "Reports that Norway met Sweden are false.", "met", frames.Meeting, "meeting",
			map[frames.Role]string{frames.Participant: "Norway"}, nil},
		{"a meeting that is not", "Norway did not hold talks with Sweden.", "talks", frames.Meeting, "talks",
			map[frames.Role]string{frames.Participant: "Norway"}, nil},
		{"a meeting that nobody managed", "Norway failed to meet Sweden.", "meet", frames.Meeting, "meeting",
			map[frames.Role]string{frames.Participant: "Norway"}, nil},
		{"a meeting that a report tells of", "Reports that Norway met Sweden are true.", "met", frames.Meeting, "meeting",
			map[frames.Role]string{frames.Participant: "Norway"}, map[frames.Role]string{frames.Participant: "Norway"}},
		{"nobody stays away where two do not meet", "Norway did not meet Sweden.", "meet", frames.Absence, "absent",
			map[frames.Role]string{frames.Party: "Norway"}, nil},
		{"a player's deed", "The Norwegian striker attacked Sweden.", "attacked", frames.Event, "ASSAULT",
			map[frames.Role]string{frames.Agent: "striker", frames.Patient: "Sweden"}, nil},
		{"who promises in the passive", "Norway was promised a truce by Sweden.", "promised", frames.Event, "AGREE",
			map[frames.Role]string{frames.Agent: "Sweden", frames.Patient: "Norway"}, map[frames.Role]string{frames.Agent: "Sweden", frames.Patient: "Norway"}},
		{"a wish that is asked", "Does Norway want a truce?", "want", frames.Position, "position",
			map[frames.Role]string{frames.Holder: "Norway", frames.Proposal: "truce"}, nil},
		{"a wish that is supposed", "The war will end if Norway wants a truce.", "wants", frames.Position, "position",
			map[frames.Role]string{frames.Holder: "Norway", frames.Proposal: "truce"}, nil},
		{"an objection that is given up", "Norway lifted its objection to a truce.", "objection", frames.Position, "position",
			map[frames.Role]string{frames.Holder: "Norway", frames.Proposal: "truce"}, nil},
		{"an absence", "Sweden skipped the talks.", "skipped", frames.Absence, "declined",
			map[frames.Role]string{frames.Party: "Sweden", frames.MissedMeeting: "talks"}, map[frames.Role]string{frames.Party: "Sweden", frames.MissedMeeting: "talks"}},
		{"an absence of nobody", "The lamp skipped the talks.", "skipped", frames.Absence, "declined",
			map[frames.Role]string{frames.Party: "lamp", frames.MissedMeeting: "talks"}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc := engine.Analyze(&rapporteur.Report{Text: tc.text, Paragraphs: []rapporteur.Paragraph{{End: len(tc.text), Kind: rapporteur.Body}}})
			f := frames.Frame{Kind: tc.kind, Type: tc.typ, Trigger: tokenOf(t, doc, tc.trigger), Probability: 1, Maker: "test"}
			for role, word := range tc.fillers {
				f.Fillers = append(f.Fillers, frames.Pointer(role, tokenOf(t, doc, word)))
			}
			got := found.Resolve(doc, []frames.Frame{f}, finder.Statements(doc), inventActors(t).of(doc))
			if len(got) == 0 {
				if tc.want != nil {
					t.Error("no frame is left")
				}
				return
			}
			for _, role := range []frames.Role{frames.Agent, frames.Patient, frames.Holder, frames.Proposal, frames.Participant, frames.Excluded, frames.Place, frames.Party, frames.MissedMeeting, frames.Claimant} {
				word := ""
				if head := got[0].Head(role); head >= 0 {
					word = doc.Tokens[head].Form
				}
				if word != tc.want[role] {
					t.Errorf("%s is %q, want %q", role, word, tc.want[role])
				}
			}
			if tc.typ == "ASSAULT" && !strings.HasPrefix(got[0].Attribute(frames.Cameo), "19") {
				t.Errorf("code %q of an assault", got[0].Attribute(frames.Cameo))
			}
		})
	}
}

// TestResolveSupposes makes deeds conditional whose clause is a condition or follows from one.
func TestResolveSupposes(t *testing.T) {
	found, engine, finder := loaded(t)
	for _, tc := range []struct {
		text, trigger string
		want          rapporteur.Modality
	}{
		{"If Norway attacked Sweden, Denmark would leave.", "attacked", rapporteur.Conditional},
		{"Had Norway attacked Sweden, Denmark would have left.", "attacked", rapporteur.Conditional},
		{"Norway would have attacked Sweden.", "attacked", rapporteur.Conditional},
		{"Norway attacked Sweden, and Denmark left.", "attacked", rapporteur.Happened},
	} {
		doc := engine.Analyze(&rapporteur.Report{Text: tc.text, Paragraphs: []rapporteur.Paragraph{{End: len(tc.text), Kind: rapporteur.Body}}})
		f := frames.Frame{Kind: frames.Event, Type: "ASSAULT", Trigger: tokenOf(t, doc, tc.trigger), Probability: 1, Maker: "test"}
		f.Set(frames.Modality, string(rapporteur.Happened))
		f.Fillers = []frames.Filler{frames.Pointer(frames.Agent, tokenOf(t, doc, "Norway")), frames.Pointer(frames.Patient, tokenOf(t, doc, "Sweden"))}
		got := found.Resolve(doc, []frames.Frame{f}, finder.Statements(doc), inventActors(t).of(doc))
		if len(got) != 1 || got[0].Attribute(frames.Modality) != string(tc.want) {
			t.Errorf("%s: %v, want %s", tc.text, got, tc.want)
		}
	}
}

func tokenOf(t *testing.T, doc *language.Document, form string) int {
	t.Helper()
	for i := range doc.Tokens {
		if doc.Tokens[i].Form == form {
			return i
		}
	}
	t.Fatalf("no %q", form)
	return -1
}

func TestModifiers(t *testing.T) {
	engine, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	text := "The old Norwegian harbour police slept."
	doc := engine.Analyze(&rapporteur.Report{Text: text, Paragraphs: []rapporteur.Paragraph{{End: len(text), Kind: rapporteur.Body}}})
	var words []string
	for _, i := range rules.Modifiers(doc, tokenOf(t, doc, "police")) {
		words = append(words, doc.Tokens[i].Form)
	}
	if got := strings.Join(words, " "); got != "old Norwegian harbour" {
		t.Errorf("modifiers %q", got)
	}
}
