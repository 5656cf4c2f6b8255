package attribution

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/frames"
	"rapporteur/language"

	"github.com/google/go-cmp/cmp"
)

func analyse(t testing.TB, engine *language.Engine, text string) *language.Document {
	t.Helper()
	r := &rapporteur.Report{Text: text}
	start := 0
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		end := start + utf8.RuneCountInString(paragraph)
		r.Paragraphs = append(r.Paragraphs, rapporteur.Paragraph{Start: start, End: end, Kind: rapporteur.Body})
		start = end + 2
	}
	return engine.Analyze(r)
}

func load(t testing.TB) (*language.Engine, *Reader) {
	t.Helper()
	engine, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	finder, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return engine, finder
}

// line writes an attribution as "source | cue | content / content".
func line(doc *language.Document, f *frames.Frame) string {
	part := func(role frames.Role) string {
		var out []string
		for _, r := range frames.Ranges(doc, f, role) {
			out = append(out, doc.Words(r))
		}
		return strings.Join(out, " / ")
	}
	return part(frames.Source) + " | " + doc.Words(f.Words.Range(doc)) + " | " + part(frames.Content)
}

func TestStatements(t *testing.T) {
	engine, finder := load(t)
	for _, tc := range []struct {
		rule, text string
		want       []string
	}{
		{"clause of cue", `The Norwegian envoy said on Monday that the talks would resume in Oslo.`, []string{"The Norwegian envoy | said | the talks would resume in Oslo"}},
		{"quotation before cue", `“We will not sign,” the minister said.`, []string{"the minister | said | “We will not sign,”"}},
		{"title before a name", `“We will not sign,” UN spokesman Carl Moe said.`, []string{"UN spokesman Carl Moe | said | “We will not sign,”"}},
		{"a negation in the quotation", `“Are we done? Certainly not.” Mr Moe said.`, []string{"Mr Moe | said | “Are we done? Certainly not.”"}},
		{"two apostrophes", `''We will sign,'' the minister said.`, []string{"the minister | said | ''We will sign,''"}},
		{"cue set into sentence", `The border, the general said, would stay closed.`, []string{"the general | said | The border / would stay closed"}},
		{"in somebody's words", `In the general's words, the border is a wall of rust.`, []string{"general | In the general's words | the border is a wall of rust"}},
		{"in the words of, at the end", `The border is “a wall of rust”, in the words of the general.`, []string{"the general | in the words of | The border is “a wall of rust”"}},
		{"for somebody, quoted in part", `For Moe, the truce is “a wall of rust”.`, []string{"Moe | For | the truce is “a wall of rust”"}},
		{"for somebody, not quoted", `For Moe, the truce is a gift.`, nil},
		{"for somebody, in another's words", `For Moe, the general said, the truce is “a wall of rust”.`, []string{"the general | said | the truce is “a wall of rust”"}},
		{"according to", `According to the ministry, the convoy reached the town.`, []string{"the ministry | According to | the convoy reached the town"}},
		{"behind the cue's preposition", `The president called for a ceasefire.`, []string{"The president | called for | a ceasefire"}},
		{"whom a reproach is addressed to", `The rebels accused the government of stalling the talks.`, []string{"The rebels | accused | the government of stalling the talks"}},
		{"name by cue", `The ambassador called the decision a huge win for voters.`, []string{"The ambassador | called | the decision a huge win for voters"}},
		{"infinitive of cue", `The minister promised to return the prisoners.`, []string{"The minister | promised | to return the prisoners"}},
		{"in an interview", `The minister told a newspaper in an interview that the port had closed.`, []string{"The minister | told | the port had closed"}},
		{"an owner left out", `The ministry released a statement saying the port had closed.`, []string{"The ministry | saying | the port had closed"}},
		{"the rest of a quotation", `“We will sign,” the envoy said. “Then we will go.”`, []string{"the envoy | said | “We will sign,” / “Then we will go.”"}},
		{"words of another in between", `The envoy said the general had warned that the bridge would fall.`, []string{"The envoy | said | the general had warned that the bridge would fall", "the general | warned | the bridge would fall"}},
		{"not said", `The minister did not say that the talks had failed.`, nil},
		{"would say", `The minister would say that the talks had failed.`, nil},
		{"scare quotes", `The so-called “peace train” left the station.`, nil},
		{"labels in capitals", "MODERATOR: Will the army leave?\n\nENVOY: It has left two towns.", []string{"MODERATOR | : | Will the army leave", "ENVOY | : | It has left two towns"}},
		{"name below quotation", `“The guns must fall silent now.” ― Carla Jensen`, []string{"Carla Jensen | ― | “The guns must fall silent now.”"}},
	} {
		t.Run(tc.rule, func(t *testing.T) {
			doc := analyse(t, engine, tc.text)
			if diff := cmp.Diff(tc.want, lines(t, doc, finder.Statements(doc))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNested(t *testing.T) {
	engine, finder := load(t)
	doc := analyse(t, engine, `The president said that the general had told him that the army would leave.`)
	found := finder.Statements(doc)
	if within := frames.Within(doc, found); len(found) != 2 || within[0] != -1 || within[1] != 0 {
		t.Fatalf("%d statements, within %v: %+v", len(found), within, found)
	}
}

func BenchmarkStatements(b *testing.B) {
	engine, finder := load(b)
	doc := analyse(b, engine, strings.Repeat("“We will not sign,” the minister said. The rebels accused the government of stalling, and an envoy warned that the truce would fail.\n\n", 50))
	n := 0
	b.ResetTimer()
	for b.Loop() {
		found := finder.Statements(doc)
		n += len(found)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "statements/s")
}

// TestWithoutUnsaid takes out of a reading what nobody says, and what is only a name.
func TestWithoutUnsaid(t *testing.T) {
	engine, finder := load(t)
	for _, tc := range []struct {
		text, cue, source string
		content           [2]string
		want              bool
	}{
		{"The envoy called the doctor twice.", "called", "envoy", [2]string{"the", "twice"}, false},
		{"The envoy called the doctor a liar.", "called", "envoy", [2]string{"the", "liar"}, true},
		{"The envoys quarrelled about the text.", "quarrelled", "envoys", [2]string{"the", "text"}, false},
		{"The proverb says rain is good.", "says", "proverb", [2]string{"rain", "good"}, false},
		{"The envoy says rain is good.", "says", "envoy", [2]string{"rain", "good"}, true},
		{"A thief by the name “Wolf” spoke.", "spoke", "thief", [2]string{"“", "”"}, false},
	} {
		doc := analyse(t, engine, tc.text)
		at := func(form string) int {
			for i := range doc.Tokens {
				if doc.Tokens[i].Form == form {
					return i
				}
			}
			t.Fatalf("no %q in %s", form, tc.text)
			return -1
		}
		cue := at(tc.cue)
		f := frames.Frame{Kind: frames.Statement, Trigger: cue, Words: frames.Tokens{First: cue, Last: cue + 1}}
		f.Fillers = []frames.Filler{frames.Pointer(frames.Source, at(tc.source)), {Role: frames.Content, Head: at(tc.content[0]), Tokens: frames.Tokens{First: at(tc.content[0]), Last: at(tc.content[1]) + 1}}}
		if tc.content[0] == "the" { // the one behind the cue
			f.Fillers[1].First = cue + 1
			if tc.cue == "quarrelled" {
				f.Fillers[1].First = cue + 2
			}
			f.Fillers[1].Head = f.Fillers[1].First
		}
		got := finder.WithoutUnsaid(doc, finder.WithoutNames(doc, []frames.Frame{f}))
		if len(got) == 1 != tc.want {
			t.Errorf("%s: %d statements are left", tc.text, len(got))
		}
	}
}
