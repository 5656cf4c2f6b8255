package segment_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/eval"
	"rapporteur/language/conllu"
	"rapporteur/language/segment"
)

// TestTreebanks holds the figures that the package reached on the development
// parts of the treebanks, from raw text.
func TestTreebanks(t *testing.T) {
	dir := os.Getenv("RAPPORTEUR_DATA")
	if dir == "" {
		t.Skip("RAPPORTEUR_DATA names no folder of corpora")
	}
	for _, tc := range []struct {
		file                     string
		tokens, words, sentences float64
	}{
		{"en_ewt-dev.conllu", 0.994, 0.991, 0.87},
		{"en_gum_free-dev.conllu", 0.997, 0.997, 0.955},
	} {
		t.Run(tc.file, func(t *testing.T) {
			gold, err := conllu.ReadFile(filepath.Join(dir, "ud", tc.file))
			if err != nil {
				t.Fatal(err)
			}
			got, err := eval.Treebank(gold, parse(eval.RawText(gold)))
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("F1: tokens %.4f, words %.4f, sentences %.4f",
				got.Tokens.F1(), got.Words.F1(), got.Sentences.F1())
			if got.Tokens.F1() < tc.tokens || got.Words.F1() < tc.words || got.Sentences.F1() < tc.sentences {
				t.Errorf("want at least %v, %v, %v", tc.tokens, tc.words, tc.sentences)
			}
		})
	}
}

// parse segments a text whose paragraphs are separated by blank lines.
func parse(text string) []conllu.Sentence {
	var s segment.Sentences
	start := 0
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		segment.Split(text, start, start+len(paragraph), &s)
		start += len(paragraph) + 2
	}
	var all []conllu.Sentence
	first := 0
	for _, end := range s.Ends {
		all = append(all, sentence(text, s.Tokens[first:end]))
		first = end
	}
	return all
}

func sentence(text string, tokens []segment.Token) conllu.Sentence {
	var s conllu.Sentence
	for i, t := range tokens {
		s.Words = append(s.Words, conllu.Word{Form: text[t.Start:t.End]})
		if !t.Joined {
			continue
		}
		n := len(s.Multiwords) - 1
		if n < 0 || s.Multiwords[n].Last != i {
			s.Multiwords = append(s.Multiwords, conllu.Multiword{First: i, Last: i})
			n++
		}
		m := &s.Multiwords[n]
		m.Last = i + 1
		m.Form = text[tokens[m.First-1].Start:t.End]
	}
	return s
}
