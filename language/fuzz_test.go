package language_test

import (
	"testing"

	"rapporteur"
	"rapporteur/language"
	"rapporteur/source"
)

// FuzzAnalyze holds what the other rooms take for granted of a document, whatever
// the text: tokens in order, inside their sentences' paragraphs and equal to their
// slices; every sentence a tree; names inside a sentence; dates inside the text.
func FuzzAnalyze(f *testing.F) {
	engine, err := language.Load()
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		"The ferry sails, Moss said.\n\"It is full,\" he said,\n\"and late.\" Otto said: \"No.\"",
		"`` The ferry sails , '' said Moss . `` It 'll be full , '' added Otto .",
		"A \"ferry pact,\" by custom, is open to all. A “ closed port , ” by decree , is shut .",
		"The word \"written treaty\" binds. \" Go \" said Moss. They \" went.",
		"Talks between the army and the rebels resumed after their ministers, the aides said, had met on Monday.",
		",\"said. e\"said",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		report, err := source.Parse("fuzz", []byte(text), source.Options{Published: "2025-02-17"})
		if err != nil {
			return
		}
		d := engine.Analyze(report)
		checkTokens(t, d)
		checkTrees(t, d)
	})
}

func checkTokens(t *testing.T, d *language.Document) {
	t.Helper()
	end := 0
	for _, s := range d.Sentences {
		p := d.Paragraphs[s.Paragraph]
		if p.Kind == rapporteur.Boilerplate || s.First >= s.Last {
			t.Errorf("sentence %v is empty or boilerplate", s)
		}
		for _, w := range d.Tokens[s.First:s.Last] {
			if w.Start < end || w.End <= w.Start || !p.Contains(w.Range) || d.Words(w.Range) != w.Form {
				t.Errorf("token %q at %v of %v", w.Form, w.Range, p.Range)
			}
			end = w.End
		}
	}
	for _, n := range d.Names {
		if n.First >= n.Last || d.SentenceOf(n.First) != d.SentenceOf(n.Last-1) {
			t.Errorf("name %v is in no sentence", n)
		}
	}
	for _, x := range d.Dates {
		if x.Start < 0 || x.End > len(d.Text) || x.Len() <= 0 {
			t.Errorf("date %v is outside of the text", x)
		}
	}
}

// checkTrees goes up from every word to the one root of its sentence.
func checkTrees(t *testing.T, d *language.Document) {
	t.Helper()
	for _, s := range d.Sentences {
		roots := 0
		for i := s.First; i < s.Last; i++ {
			if d.Tokens[i].Head < 0 {
				roots++
			}
			for at, steps := i, 0; at >= 0; at = d.Tokens[at].Head {
				if steps++; at < s.First || at >= s.Last || steps > s.Last-s.First {
					t.Fatalf("word %d of %q has no way up", i-s.First, d.Words(d.Bytes(s.First, s.Last)))
				}
			}
		}
		if roots != 1 {
			t.Errorf("%q has %d roots", d.Words(d.Bytes(s.First, s.Last)), roots)
		}
	}
}
