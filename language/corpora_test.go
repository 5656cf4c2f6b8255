package language_test

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur/eval"
	"rapporteur/language"
	"rapporteur/language/conllu"
)

// corpora is the folder of the public corpora; the test is skipped without it.
func corpora(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("RAPPORTEUR_DATA")
	if folder == "" {
		t.Skip("RAPPORTEUR_DATA is not set: no corpora to measure on")
	}
	return folder
}

// TestTreebanks holds the figures from gold tokens of weights/MODELCARD.md.
func TestTreebanks(t *testing.T) {
	folder := filepath.Join(corpora(t), "ud")
	engine, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, floor := range map[string]struct{ upos, las float64 }{
		"en_ewt-dev.conllu":      {0.959, 0.857},
		"en_gum_free-dev.conllu": {0.974, 0.864},
	} {
		t.Run(name, func(t *testing.T) {
			gold, err := conllu.ReadFile(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			d := language.FromCoNLLU(gold)
			engine.Annotate(d)
			s, err := eval.Treebank(gold, d.CoNLLU())
			if err != nil {
				t.Fatal(err)
			}
			if s.UPOS.F1() < floor.upos || s.LAS.F1() < floor.las {
				t.Errorf("UPOS %.4f, LAS %.4f, floors %v", s.UPOS.F1(), s.LAS.F1(), floor)
			}
		})
	}
}

// TestWorldwideNames does the same for names.
func TestWorldwideNames(t *testing.T) {
	const floor = 0.849
	paths, err := filepath.Glob(filepath.Join(corpora(t), "ner", "worldwide-dev", "*.tsv"))
	if err != nil || len(paths) == 0 {
		t.Skip("no ner/worldwide-dev in RAPPORTEUR_DATA")
	}
	engine, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	var sum eval.NameScores
	for _, path := range paths {
		report, err := eval.ReadNamedReport(path)
		if err != nil {
			t.Fatal(err)
		}
		corpus := make([]conllu.Sentence, len(report.Sentences))
		for i, forms := range report.Sentences {
			for _, form := range forms {
				corpus[i].Words = append(corpus[i].Words, conllu.Word{Form: form})
			}
		}
		d := language.FromCoNLLU(corpus)
		engine.Annotate(d)
		var found []eval.NameSpan
		for _, n := range d.Names {
			if class, counts := eval.NameClass(string(n.Class)); counts {
				found = append(found, eval.NameSpan{Start: n.First, End: n.Last, Class: class})
			}
		}
		sum = sum.Add(eval.Names(report.Names, found))
	}
	if f := sum.All.F1(); f < floor {
		t.Errorf("F1 %.4f, floor %.4f", f, floor)
	}
}
