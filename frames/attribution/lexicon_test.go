package attribution

import (
	"context"
	"slices"
	"testing"

	"rapporteur/frames"
	"rapporteur/language/treetest"

	"github.com/google/go-cmp/cmp"
)

// TestReader holds the reader to the seam that it stands behind.
func TestReader(t *testing.T) {
	reader, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	var seam frames.Reader = reader
	doc := treetest.Parse(t, `Moe/NNP/2/nsubj said:say/VBD/0/root ferries:ferry/NNS/4/nsubj stopped:stop/VBD/2/ccomp`)
	found, err := seam.Read(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(reader.Statements(doc), found); diff != "" || len(found) != 1 {
		t.Errorf("%d statements; %s", len(found), diff)
	}
	if !reader.Knows("say") || reader.Knows("ferry") {
		t.Error("say begins a cue, ferry does not")
	}
}

func TestAnonymity(t *testing.T) {
	reader, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ tree, want string }{
		{`He/PRP/2/nsubj spoke:speak/VBD/0/root on/IN/4/case condition/NN/2/obl of/IN/6/case anonymity/NN/4/nmod`, "on condition of anonymity"},
		{`He/PRP/2/nsubj spoke:speak/VBD/0/root on/IN/5/case the/DT/5/det condition/NN/2/obl of/IN/7/case anonymity/NN/5/nmod`, "on the condition of anonymity"},
		{`He/PRP/2/nsubj spoke:speak/VBD/0/root on/IN/4/case condition/NN/2/obl of/IN/6/case payment/NN/4/nmod`, ""},
	} {
		doc := treetest.Parse(t, tc.tree)
		if got := doc.Words(reader.Anonymity(doc, doc.Sentences[0])); got != tc.want {
			t.Errorf("%s: %q, want %q", doc.Text, got, tc.want)
		}
	}
}

// TestCues holds the table to what the code makes of it.
func TestCues(t *testing.T) {
	all, err := loadCues()
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]bool{"speech": true, "document": true, "decline": true}
	forms := map[string]bool{"quote": true, "clause": true, "infinitive": true, "gerund": true, "object": true, "wh": true, "name": true}
	hearers := map[string]bool{"obj": true, "to": true, "with": true, "at": true, "none": true}
	for lemma, list := range all {
		for i, c := range list {
			if !kinds[c.Kind] || !hearers[c.Addressee] || c.Act == "" {
				t.Errorf("%v: kind %q, addressee %q, act %q", c.Lemmas, c.Kind, c.Addressee, c.Act)
			}
			for form := range c.takes {
				if !forms[form] {
					t.Errorf("%v takes %q", c.Lemmas, form)
				}
			}
			if c.Lemmas[0] != lemma || i > 0 && c.before(list[i-1]) && !list[i-1].before(c) {
				t.Errorf("%v stands under %q behind %v", c.Lemmas, lemma, list[max(i-1, 0)].Lemmas)
			}
		}
	}
}

func TestLabels(t *testing.T) {
	readTrees(t, []treeCase{
		{"turns in capitals", `MODERATOR/NNP/0/root :/:/1/punct Who/WP/4/nsubj stays:stay/VBZ/1/parataxis ?/./4/punct

ENVOY/NNP/0/root :/:/1/punct Nobody/NN/4/nsubj stays:stay/VBZ/1/parataxis ././4/punct`,
			[]string{"MODERATOR | : | Who stays", "ENVOY | : | Nobody stays"}},
		{"one label alone is none", `NOTE/NNP/0/root :/:/1/punct Nobody/NN/4/nsubj stays:stay/VBZ/1/parataxis ././4/punct`, nil},
		{"a name below a quotation", "“/``/2/punct Nobody/NN/3/nsubj stays:stay/VBZ/0/root ././3/punct ”/''/3/punct —/:/7/punct Carl/NNP/3/parataxis Moe/NNP/7/flat",
			[]string{"Carl Moe | — | “Nobody stays.”"}},
	})
}

func TestMedia(t *testing.T) {
	m, err := loadMedia()
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string]string{
		" moe said in a statement on monday ": "statement",
		" moe said in a statementlike way ":   "",
		" moe said ":                          "",
	} {
		if got := m.longestPhrase(words); got != want {
			t.Errorf("%q: medium %q, want %q", words, got, want)
		}
	}
}

// TestActs are each named once, in the order of the alphabet.
func TestActs(t *testing.T) {
	acts, err := Acts()
	if err != nil || len(acts) < 10 || !slices.IsSorted(acts) || len(slices.Compact(slices.Clone(acts))) != len(acts) || !slices.Contains(acts, "threaten") {
		t.Errorf("%q, %v", acts, err)
	}
}
