package lemma_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/language/conllu"
	"rapporteur/language/lemma"
)

func TestLemma(t *testing.T) {
	l := lemma.New()
	for _, tc := range []struct{ form, upos, xpos, want string }{
		{"went", "VERB", "VBD", "go"}, {"Went", "VERB", "VBD", "go"},
		{"talks", "NOUN", "NNS", "talk"}, {"Talks", "NOUN", "NNS", "talk"},
		{"ceasefires", "NOUN", "NNS", "ceasefire"}, {"parties", "NOUN", "NNS", "party"},
		{"Americans", "PROPN", "NNPS", "American"}, {"Russia", "PROPN", "NNP", "Russia"},
		{"Syrian", "ADJ", "JJ", "Syrian"}, {"Armed", "ADJ", "JJ", "armed"},
		{"n't", "PART", "RB", "not"}, {"n’t", "PART", "RB", "not"}, {"ca", "AUX", "MD", "can"}, {"wo", "AUX", "MD", "will"},
		{"'s", "AUX", "VBZ", "be"}, {"'s", "PART", "POS", "'s"}, {"’s", "PART", "POS", "'s"},
		{"was", "AUX", "VBD", "be"}, {"has", "AUX", "VBZ", "have"},
		{"I", "PRON", "PRP", "I"}, {"They", "PRON", "PRP", "they"}, {"him", "PRON", "PRP", "he"},
		{"brokering", "VERB", "VBG", "broker"}, {"mediating", "VERB", "VBG", "mediate"},
		{"annexed", "VERB", "VBN", "annex"}, {"sanctioned", "VERB", "VBN", "sanction"},
		{"vetoes", "VERB", "VBZ", "veto"}, {"vetoed", "VERB", "VBD", "veto"},
		{"worse", "ADJ", "JJR", "bad"}, {"larger", "ADJ", "JJR", "large"},
		{"envoys", "NOUN", "NNS", "envoy"}, {"crises", "NOUN", "NNS", "crisis"},
		{"2,000", "NUM", "CD", "2000"}, {".", "PUNCT", ".", "."},
	} {
		if got := l.Lemma(tc.form, tc.upos, tc.xpos); got != tc.want {
			t.Errorf("%s %s %s: %q, want %q", tc.form, tc.upos, tc.xpos, got, tc.want)
		}
	}
}

func TestLearnedTableIsReadBack(t *testing.T) {
	table := lemma.Learn([]lemma.Example{
		{"Talks", "NOUN", "NNS", "talk", 2}, {"wars", "NOUN", "NNS", "war", 1},
		{"men", "NOUN", "NNS", "man", 3}, {"Turks", "PROPN", "NNPS", "Turk", 1},
		{"'s", "AUX", "VBZ", "be", 5}, {"'s", "VERB", "VBZ", "have", 1},
	})
	again, err := lemma.Parse(table.Format())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(table.Format(), again.Format()); diff != "" {
		t.Error(diff)
	}
	l := lemma.NewWith(again)
	for _, tc := range []struct{ form, upos, xpos, want string }{
		{"truces", "NOUN", "NNS", "truce"}, {"men", "NOUN", "NNS", "man"}, {"Men", "NOUN", "NNS", "man"},
		{"Kurds", "PROPN", "NNPS", "Kurd"}, {"'s", "AUX", "VBZ", "be"}, {"'s", "VERB", "VBZ", "have"},
	} {
		if got := l.Lemma(tc.form, tc.upos, tc.xpos); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.form, got, tc.want)
		}
	}
}

func TestParseNamesTheLineThatIsWrong(t *testing.T) {
	for _, text := range []string{"word\ta\n", "script\ts\tNNS\tx+\n", "rule\ts\tNNS\t1+\n"} {
		if _, err := lemma.Parse(text); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

// TestTreebanks holds the share of lemmas that are right, given the gold tags.
func TestTreebanks(t *testing.T) {
	dir := os.Getenv("RAPPORTEUR_DATA")
	if dir == "" {
		t.Skip("RAPPORTEUR_DATA names no folder of corpora")
	}
	for file, want := range map[string]float64{"en_ewt-dev.conllu": 0.985, "en_gum_free-dev.conllu": 0.99} {
		sentences, err := conllu.ReadFile(filepath.Join(dir, "ud", file))
		if err != nil {
			t.Fatal(err)
		}
		l := lemma.New()
		right, all := 0, 0
		for _, s := range sentences {
			for _, w := range s.Words {
				all++
				if got := l.Lemma(w.Form, w.UPOS, w.XPOS); got == w.Lemma || w.Lemma == "_" {
					right++
				} else if os.Getenv("DEBUG") != "" {
					t.Log(w.Form, w.UPOS, w.XPOS, "got", got, "want", w.Lemma)
				}
			}
		}
		share := float64(right) / float64(all)
		t.Logf("%s: %.4f of %d", file, share, all)
		if share < want {
			t.Errorf("want at least %v", want)
		}
	}
}

func BenchmarkLemma(b *testing.B) {
	l := lemma.New()
	words := [...][3]string{{"The", "DET", "DT"}, {"envoys", "NOUN", "NNS"}, {"met", "VERB", "VBD"}, {"Tuesday", "PROPN", "NNP"}}
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			l.Lemma(w[0], w[1], w[2])
		}
	}
	b.ReportMetric(float64(b.N*len(words))/b.Elapsed().Seconds(), "tokens/s")
}
