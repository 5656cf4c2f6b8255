package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"text/tabwriter"

	"rapporteur"
	"rapporteur/coreference"
	"rapporteur/eval"
	"rapporteur/speech"
)

// evalCorefCmd scores coreference.
type evalCorefCmd struct {
	Paths   []string `arg:"" name:"file" help:"Treebanks in CoNLL-U with coreference in the form of CorefUD (Entity= in MISC)."`
	Weights string   `placeholder:"FILE" help:"Weights made by rapporteur train-coreference, in place of those that are built in."`
}

// Run prints a table for each treebank.
func (cmd *evalCorefCmd) Run(_ context.Context, c *console) error {
	engine, err := loadEngine()
	if err != nil {
		return err
	}
	finder, err := speech.Load()
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Internal, Op: "load the verbs of saying", Err: err}
	}
	resolver, err := cmd.resolver()
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "load the weights of coreference", Err: err}
	}
	out := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(out, "coreference, %\tprecision\trecall\tF1\t")
	for _, path := range cmd.Paths {
		texts, err := chainedTexts(path, engine, finder)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "eval", Err: err}
		}
		var sum eval.CoreferenceScores
		for i := range texts {
			sum = sum.Add(scoreChains(resolver, &texts[i]))
		}
		fmt.Fprintf(out, "%s\t\t\t\t\n", filepath.Base(path))
		for _, row := range []struct {
			name string
			link eval.Link
		}{{"mentions in chains", sum.Mentions}, {"MUC", sum.MUC}, {"B³", sum.BCubed}, {"CEAFe", sum.CEAFe}} {
			fmt.Fprintf(out, "%s\t%.2f\t%.2f\t%.2f\t\n", row.name, 100*row.link.Precision(), 100*row.link.Recall(), 100*row.link.F1())
		}
		fmt.Fprintf(out, "CoNLL\t\t\t%.2f\t\n", 100*sum.CoNLL())
	}
	return out.Flush()
}

func (cmd *evalCorefCmd) resolver() (*coreference.Resolver, error) {
	if cmd.Weights == "" {
		return coreference.Load()
	}
	data, err := os.ReadFile(cmd.Weights)
	if err != nil {
		return nil, err
	}
	w, err := coreference.ParseWeights(cmd.Weights, data)
	if err != nil {
		return nil, err
	}
	return coreference.New(w)
}

func scoreChains(r *coreference.Resolver, t *chainedText) eval.CoreferenceScores {
	solution := r.Resolve(t.doc, t.turns)
	var system []eval.Chain
	for _, c := range solution.Chains() {
		var chain eval.Chain
		for _, i := range c {
			m := &solution.Mentions[i]
			chain = append(chain, eval.ChainMention{First: m.First, Last: m.Last, Head: m.Head})
		}
		system = append(system, chain)
	}
	return eval.Coreference(eval.Chains(t.gold), system)
}
