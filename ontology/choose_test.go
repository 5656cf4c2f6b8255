package ontology_test

import (
	"testing"
	"testing/fstest"

	"rapporteur/ontology"
)

func TestChoose(t *testing.T) {
	o := load(t)
	for _, tc := range []struct{ proposal, report, want string }{
		{"lift the naval blockade", "The naval blockade of the port began in May.", "blockade"},
		{"enrich uranium to five percent", "The reactor was built in spring.", "enrichment"},
		{"a longer extension", "Brexit was put off. The withdrawal agreement failed; article 50 was extended.", "eu-membership"},
		{"a longer siege", "", "blockade"},
		{"a longer nap", "", ""},
		{"bake a cake", "", ""},
	} {
		got := ""
		if i := o.Choose(tc.proposal, o.Shown(tc.report)); i != nil {
			got = i.ID
		}
		if got != tc.want {
			t.Errorf("%q in a report of %q: %q, want %q", tc.proposal, tc.report, got, tc.want)
		}
	}
}

// TestChooseOwn lets an issue of the user, which no reports were annotated with, be
// chosen by its words, and not where they are missing.
func TestChooseOwn(t *testing.T) {
	o, err := ontology.Load(fstest.MapFS{"issues.tsv": {Data: []byte("id\tgroup\tlabel\twords\nchess\tgames\tThe match\tchess; king's gambit\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if got := o.Choose("play the king's gambit", o.Shown("")); got == nil || got.ID != "chess" {
		t.Errorf("got %v", got)
	}
	if got := o.Choose("enrich uranium", o.Shown("Chess, chess and chess.")); got == nil || got.ID != "enrichment" {
		t.Errorf("got %v", got)
	}
}

func TestNamings(t *testing.T) {
	o := load(t)
	for _, tc := range []struct {
		issue string
		words []string
		want  []ontology.Naming
	}{
		{"blockade", []string{"lifting", "the", "naval", "blockade"}, []ontology.Naming{{First: 2, Last: 4}}},
		{"de-escalation", []string{"avoid", "an", "escalation"}, []ontology.Naming{{First: 2, Last: 3, Contrary: true}}},
		{"talks-format", []string{"direct", "talks"}, nil},
		{"chess", []string{"chess"}, nil},
		{"ceasefire", []string{"a", "lighthouse"}, nil},
	} {
		got := o.NamingsOf(tc.issue, tc.words)
		if len(got) != len(tc.want) || len(got) > 0 && got[0] != tc.want[0] {
			t.Errorf("%s in %q: %v, want %v", tc.issue, tc.words, got, tc.want)
		}
	}
}

// TestContraryIsRead takes contrary words that show the issue, and those that do not.
func TestContraryIsRead(t *testing.T) {
	o, err := ontology.Load(fstest.MapFS{"issues.tsv": {Data: []byte("id\tgroup\tlabel\twords\tcontrary\nchess\tgames\tThe match\tchess; draughts\tdraughts; bowls\n")}})
	if err != nil {
		t.Fatal(err)
	}
	for word, contrary := range map[string]bool{"chess": false, "draughts": true, "bowls": true} {
		if got := o.NamingsOf("chess", []string{word}); len(got) != 1 || got[0].Contrary != contrary {
			t.Errorf("%s: %v", word, got)
		}
	}
	if got := o.IssueOf("bowls"); got != nil {
		t.Errorf("bowls show %v", got)
	}
}
