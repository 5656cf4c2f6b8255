package train

import (
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/eval"
	"rapporteur/language/conllu"
	"rapporteur/language/neural"
)

// MeasureTrees scores a model on the tokens of a treebank.
func MeasureTrees(m *neural.Model, path string) (eval.TreebankScores, error) {
	gold, err := conllu.ReadFile(path)
	if err != nil {
		return eval.TreebankScores{}, err
	}
	var text tokens
	for _, s := range gold {
		for _, w := range s.Words {
			text.forms = append(text.forms, w.Form)
		}
		text.ends = append(text.ends, len(text.forms))
	}
	answers := text.read(m)
	labels := m.Labels()
	system := make([]conllu.Sentence, len(gold))
	word := 0
	for i, s := range gold {
		system[i] = s
		system[i].Words = slices.Clone(s.Words)
		for j := range s.Words {
			w, a := &system[i].Words[j], answers[word]
			w.UPOS, w.XPOS, _ = strings.Cut(labels.Tags[a.Tag], " ")
			w.Head, w.Deprel = int(a.Head)+1, labels.Relations[a.Relation]
			word++
		}
	}
	return eval.Treebank(gold, system)
}

// MeasureNames scores a model on the tokens of a folder of the Worldwide
// corpus.
func MeasureNames(m *neural.Model, folder string) (eval.NameScores, error) {
	paths, err := filepath.Glob(filepath.Join(folder, "*.tsv"))
	if err != nil {
		return eval.NameScores{}, err
	}
	var sum eval.NameScores
	for _, path := range paths {
		report, err := eval.ReadNamedReport(path)
		if err != nil {
			return sum, err
		}
		var text tokens
		for _, s := range report.Sentences {
			text.forms = append(text.forms, s...)
			text.ends = append(text.ends, len(text.forms))
		}
		sum = sum.Add(eval.Names(report.Names, nameSpans(text.read(m), m.Labels().Names)))
	}
	return sum, nil
}

// tokens are the words of a text and the ends of its sentences.
type tokens struct {
	forms []string
	ends  []int
}

func (t *tokens) read(m *neural.Model) []neural.Analysis {
	answers := make([]neural.Analysis, len(t.forms))
	m.NewReader().Read(t.forms, t.ends, answers)
	return answers
}

// nameSpans gives the names that are scored.
func nameSpans(answers []neural.Analysis, classes []string) []eval.NameSpan {
	var names []eval.NameSpan
	start := 0
	for i, a := range answers {
		class, part, ok := neural.NamePart(a.Name)
		if !ok {
			continue
		}
		if part == neural.Begin || part == neural.Single {
			start = i
		}
		if scored, counts := eval.NameClass(classes[class]); counts && (part == neural.End || part == neural.Single) {
			names = append(names, eval.NameSpan{Start: start, End: i + 1, Class: scored})
		}
	}
	return names
}
