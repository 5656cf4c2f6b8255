package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"text/tabwriter"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/eval"
	"rapporteur/language"
	"rapporteur/language/conllu"
)

// evalConlluCmd scores the language engine on treebanks.
type evalConlluCmd struct {
	Paths []string `arg:"" name:"file" help:"Treebanks in CoNLL-U."`
}

// Run prints a table for each treebank.
func (cmd *evalConlluCmd) Run(_ context.Context, c *terminal.Console) error {
	engine, err := loadEngine()
	if err != nil {
		return err
	}
	out := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "F1, %\ttokens\tsentences\twords\tUPOS\tXPOS\tlemmas\tUAS\tLAS\tCLAS\ttokens/s\t")
	for _, path := range cmd.Paths {
		gold, err := conllu.ReadFile(path)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval", Err: err}
		}
		fmt.Fprintf(out, "%s\t\t\t\t\t\t\t\t\t\t\t\n", filepath.Base(path))
		for _, way := range []struct {
			name  string
			parse func(*language.Engine, []conllu.Sentence, *stopwatch) []conllu.Sentence
		}{{"gold tokens", fromTokens}, {"raw text", fromText}} {
			var watch stopwatch
			system := way.parse(engine, gold, &watch)
			scores, err := eval.Treebank(gold, system)
			if err != nil {
				return &rapporteur.Error{Code: rapporteur.Internal, Op: "eval " + path, Err: err}
			}
			printTreebank(out, way.name, scores, &watch)
		}
	}
	return out.Flush()
}

// fromTokens parses the words of a treebank, document by document.
func fromTokens(engine *language.Engine, gold []conllu.Sentence, watch *stopwatch) []conllu.Sentence {
	system := copySentences(gold)
	for document := range documents(system) {
		d := language.FromCoNLLU(document)
		watch.run(func() *language.Document { engine.Annotate(d); return d })
		d.Fill(document)
	}
	return system
}

// fromText parses the text of a treebank, document by document.
func fromText(engine *language.Engine, gold []conllu.Sentence, watch *stopwatch) []conllu.Sentence {
	var system []conllu.Sentence
	for document := range documents(gold) {
		report := plainReport(eval.RawText(document), "")
		d := watch.run(func() *language.Document { return engine.Analyze(report) })
		system = append(system, d.CoNLLU()...)
	}
	return system
}

func copySentences(gold []conllu.Sentence) []conllu.Sentence {
	all := slices.Clone(gold)
	for i := range all {
		all[i].Words = slices.Clone(all[i].Words)
	}
	return all
}

// documents goes through the documents of a treebank.
func documents(all []conllu.Sentence) func(yield func([]conllu.Sentence) bool) {
	return func(yield func([]conllu.Sentence) bool) {
		first := 0
		for i := 1; i <= len(all); i++ {
			if i < len(all) && !all[i].OpensDocument() {
				continue
			}
			if !yield(all[first:i]) {
				return
			}
			first = i
		}
	}
}

func printTreebank(out *tabwriter.Writer, name string, s eval.TreebankScores, watch *stopwatch) {
	fmt.Fprintf(out, "%s\t", name)
	for _, score := range []eval.Score{s.Tokens, s.Sentences, s.Words, s.UPOS, s.XPOS, s.Lemmas, s.UAS, s.LAS, s.CLAS} {
		fmt.Fprintf(out, "%.2f\t", 100*score.F1())
	}
	fmt.Fprintf(out, "%s\t\n", watch)
}
