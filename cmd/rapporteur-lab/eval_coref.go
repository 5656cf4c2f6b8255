package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/entities/coref"
	"rapporteur/eval"
	"rapporteur/frames/attribution"
)

// evalCorefCmd scores coreference.
type evalCorefCmd struct {
	Paths   []string `arg:"" name:"file" help:"Treebanks in CoNLL-U with coreference in the form of CorefUD (Entity= in MISC)."`
	Weights string   `placeholder:"FILE" help:"Weights made by rapporteur-lab train-coreference, in place of those that are built in."`
}

// Run prints a table for each treebank.
func (cmd *evalCorefCmd) Run(_ context.Context, c *terminal.Console) error {
	engine, err := loadEngine()
	if err != nil {
		return err
	}
	finder, err := attribution.Load()
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Internal, Op: "load the verbs of saying", Err: err}
	}
	resolver, err := cmd.resolver()
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "load the weights of coreference", Err: err}
	}
	out := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "coreference, %\tprecision\trecall\tF1\t")
	for _, path := range cmd.Paths {
		texts, err := chainedTexts(path, engine, finder)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval", Err: err}
		}
		var sum chainScores
		for i := range texts {
			sum.add(resolver, &texts[i])
		}
		fmt.Fprintf(out, "%s\t\t\t\t\n", filepath.Base(path))
		sum.print(out)
	}
	return out.Flush()
}

func (cmd *evalCorefCmd) resolver() (*coref.Resolver, error) {
	if cmd.Weights == "" {
		return coref.Load()
	}
	data, err := os.ReadFile(cmd.Weights)
	if err != nil {
		return nil, err
	}
	w, err := coref.ParseWeights(cmd.Weights, data)
	if err != nil {
		return nil, err
	}
	return coref.New(w)
}

// chainScores are the figures of the documents so far.
type chainScores struct {
	eval.CoreferenceScores
	// parties are pronouns of the first and second person, others of the third.
	parties, others eval.Score
}

func (s *chainScores) add(r *coref.Resolver, t *chainedText) {
	solution := r.Resolve(t.doc, t.turns)
	person := make([]byte, len(t.doc.Tokens))
	for i, token := range t.doc.Tokens {
		if p, ok := r.Pronoun(token.Form); ok && token.UPOS == "PRON" {
			person[i] = p.Person
		}
	}
	var system []eval.Chain
	for _, c := range solution.Chains() {
		var chain eval.Chain
		for _, i := range c {
			m := &solution.Mentions[i]
			chain = append(chain, eval.ChainMention{First: m.First, Last: m.Last, Head: m.Head})
		}
		system = append(system, chain)
	}
	gold := eval.Chains(t.gold)
	s.CoreferenceScores = s.Add(eval.Coreference(gold, system))
	s.parties = s.parties.Add(eval.Antecedents(gold, system, func(h int) bool { return person[h] == '1' || person[h] == '2' }))
	s.others = s.others.Add(eval.Antecedents(gold, system, func(h int) bool { return person[h] == '3' }))
}

func (s *chainScores) print(out io.Writer) {
	type figures interface {
		Precision() float64
		Recall() float64
		F1() float64
	}
	for _, row := range []struct {
		name string
		of   figures
	}{
		{"mentions in chains", s.Mentions}, {"MUC", s.MUC}, {"B³", s.BCubed}, {"CEAFe", s.CEAFe},
		{"antecedents of I, we, you", s.parties}, {"antecedents of other pronouns", s.others},
	} {
		fmt.Fprintf(out, "%s\t%.2f\t%.2f\t%.2f\t\n", row.name, 100*row.of.Precision(), 100*row.of.Recall(), 100*row.of.F1())
	}
	fmt.Fprintf(out, "CoNLL\t\t\t%.2f\t\n", 100*s.CoNLL())
}
