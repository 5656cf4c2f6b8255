package main

import (
	"context"
	"fmt"
	"os"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/entities/coref"
	"rapporteur/eval"
	"rapporteur/frames/attribution"
	"rapporteur/language"
	"rapporteur/language/conllu"
)

// chainedText is a document of a treebank with its coreference, analysed by
// the program.
type chainedText struct {
	doc   *language.Document
	turns []coref.Turn
	gold  []eval.EntityMention
}

// chainedTexts reads the documents of a treebank and analyses their words: the
// treebank gives sentences, words, speakers and gold chains, nothing else.
func chainedTexts(path string, engine *language.Engine, finder *attribution.Reader) ([]chainedText, error) {
	all, err := conllu.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var texts []chainedText
	for document := range documents(all) {
		gold, err := eval.Entities(document)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		d := language.FromCoNLLU(document)
		engine.Annotate(d)
		said := finder.Statements(d)
		turns := append(labelled(d, document), coref.Turns(d, said)...)
		texts = append(texts, chainedText{d, turns, gold})
	}
	return texts, nil
}

// labelled gives the turns of those whom a treebank names as speakers.
func labelled(d *language.Document, document []conllu.Sentence) []coref.Turn {
	var turns []coref.Turn
	for i, s := range d.Sentences {
		if speaker, ok := document[i].Meta("speaker"); ok && speaker != "" && speaker != "none" {
			turns = append(turns, coref.Turn{First: s.First, Last: s.Last, Speaker: speaker, Source: -1})
		}
	}
	return turns
}

// trainCoreferenceCmd makes the weights of coreference.
type trainCoreferenceCmd struct {
	Out      string   `arg:"" help:"File for the weights, a table."`
	Treebank []string `required:"" help:"Treebanks with coreference (Entity= in MISC) to learn from."`

	Epochs    int     `default:"20" help:"How often all mentions are seen."`
	Rate      float64 `default:"0.1" help:"Rate of learning."`
	Least     int     `default:"30" help:"How often a feature must occur."`
	Sparse    float64 `default:"0.01" help:"How strongly weights are drawn to nought."`
	Seed      uint64  `default:"1" help:"Of the order of mentions."`
	FalseLink float64 `default:"0.1" help:"Cost of linking what is new."`
	FalseNew  float64 `default:"3" help:"Cost of a link that is missed."`
	WrongLink float64 `default:"1" help:"Cost of a link to something else."`
}

// Run learns and writes the weights.
func (cmd *trainCoreferenceCmd) Run(_ context.Context, _ *terminal.Console) error {
	engine, err := loadEngine()
	if err != nil {
		return err
	}
	finder, err := attribution.Load()
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Internal, Op: "load the verbs of saying", Err: err}
	}
	var examples []coref.Example
	for _, path := range cmd.Treebank {
		texts, err := chainedTexts(path, engine, finder)
		if err != nil {
			return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "train-coreference", Err: err}
		}
		for i := range texts {
			examples = append(examples, example(&texts[i]))
		}
	}
	table, err := coref.Learn(examples, coref.Options{
		Epochs: cmd.Epochs, Rate: cmd.Rate, Least: cmd.Least, Sparse: cmd.Sparse, Seed: cmd.Seed,
		FalseLink: cmd.FalseLink, FalseNew: cmd.FalseNew, WrongLink: cmd.WrongLink,
	})
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Internal, Op: "train-coreference", Err: err}
	}
	return os.WriteFile(cmd.Out, table, 0o644)
}

func example(t *chainedText) coref.Example {
	l := coref.Example{Document: t.doc, Turns: t.turns}
	for _, c := range eval.Chains(t.gold) {
		var chain [][3]int
		for _, m := range c {
			chain = append(chain, [3]int{m.First, m.Last, m.Head})
		}
		l.Chains = append(l.Chains, chain)
	}
	return l
}
