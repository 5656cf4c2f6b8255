package language_test

import (
	"testing"

	"rapporteur"
	"rapporteur/eval"
	"rapporteur/language"
	"rapporteur/language/conllu"
)

const floorFile = "testdata/floor.conllu"

// TestFloor holds what the engine reaches on news sentences of our own, from
// their words and from their text. A change that falls below says so here.
func TestFloor(t *testing.T) {
	gold, err := conllu.ReadFile(floorFile)
	if err != nil {
		t.Fatal(err)
	}
	engine, err := language.Load()
	if err != nil {
		t.Fatal(err)
	}
	given := language.FromCoNLLU(gold)
	engine.Annotate(given)
	read := engine.Analyze(&rapporteur.Report{Text: given.Text, Paragraphs: given.Report.Paragraphs})
	for _, tc := range []struct {
		name                            string
		document                        *language.Document
		words, upos, lemmas, las, names float64
	}{
		{"given words", given, 1, 0.98, 0.985, 0.90, 0.94},
		{"raw text", read, 0.995, 0.975, 0.98, 0.895, 0.94},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s, err := eval.Treebank(gold, tc.document.CoNLLU())
			if err != nil {
				t.Fatal(err)
			}
			found := eval.Names(goldNames(gold, given), foundNames(tc.document)).All
			for _, figure := range []struct {
				name       string
				got, floor float64
			}{
				{"words", s.Words.F1(), tc.words}, {"UPOS", s.UPOS.F1(), tc.upos}, {"lemmas", s.Lemmas.F1(), tc.lemmas},
				{"LAS", s.LAS.F1(), tc.las}, {"names", found.F1(), tc.names},
			} {
				t.Logf("%s %.4f", figure.name, figure.got)
				if figure.got < figure.floor {
					t.Errorf("%s %.4f, floor %.4f", figure.name, figure.got, figure.floor)
				}
			}
		})
	}
}

// goldNames gives the names in MISC, in bytes of the document made of the same
// sentences.
func goldNames(gold []conllu.Sentence, d *language.Document) []eval.NameSpan {
	var names []eval.NameSpan
	token := 0
	for _, s := range gold {
		for _, w := range s.Words {
			label, _ := conllu.Attribute(w.Misc, "NER")
			at := d.Tokens[token].Range
			token++
			if label == "" {
				continue
			}
			class, counts := eval.NameClass(label[2:])
			switch {
			case !counts:
			case label[0] == 'B':
				names = append(names, eval.NameSpan{Start: at.Start, End: at.End, Class: class})
			default:
				names[len(names)-1].End = at.End
			}
		}
	}
	return names
}

func foundNames(d *language.Document) []eval.NameSpan {
	var names []eval.NameSpan
	for _, n := range d.Names {
		if class, ok := eval.NameClass(string(n.Class)); ok {
			at := d.Bytes(n.First, n.Last)
			names = append(names, eval.NameSpan{Start: at.Start, End: at.End, Class: class})
		}
	}
	return names
}

// TestFloorTreesAreTrees checks the file itself.
func TestFloorTreesAreTrees(t *testing.T) {
	gold, err := conllu.ReadFile(floorFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(gold) < 100 {
		t.Errorf("%d sentences, want at least 100", len(gold))
	}
	for _, s := range gold {
		id, _ := s.Meta("sent_id")
		roots := 0
		for i, w := range s.Words {
			if w.Head == 0 {
				roots++
			}
			if (w.Head == 0) != (w.Deprel == "root") || (w.UPOS == "PUNCT") != (w.Deprel == "punct") {
				t.Errorf("%s: word %d: %+v", id, i+1, w)
			}
			steps, head := 0, w.Head
			for ; head > 0 && steps <= len(s.Words); steps++ {
				head = s.Words[head-1].Head
			}
			if head > 0 {
				t.Errorf("%s: word %d stands in a circle", id, i+1)
			}
		}
		if roots != 1 {
			t.Errorf("%s: %d roots", id, roots)
		}
	}
}
