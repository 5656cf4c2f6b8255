package main

import (
	"fmt"
	"time"

	"rapporteur/language"
)

// evalCmd scores steps of the program on public corpora.
type evalCmd struct {
	Conllu       evalConlluCmd       `cmd:"" help:"Score sentences, tags, lemmas and trees on treebanks, as the CoNLL 2018 shared task does."`
	Names        evalNamesCmd        `cmd:"" help:"Score names on folders of the English Worldwide Newswire corpus (*.tsv)."`
	Attributions evalAttributionsCmd `cmd:"" help:"Score who is said to have said what on folders in the form of PolNeAR."`
	Coref        evalCorefCmd        `cmd:"" help:"Score which mentions refer to the same thing on treebanks with coreference."`
	Record       evalRecordCmd       `cmd:"" help:"Score the record of many reports beside one that a person made."`
	Checked      evalCheckedCmd      `cmd:"" help:"Compare samples that a person has judged with what is read today; shows how far confidence can be trusted."`
	Gold         evalGoldCmd         `cmd:"" help:"Score the entries of reports that a person has annotated."`
	Plover       evalPloverCmd       `cmd:"" help:"Score the types of events on Zero-Shot-PLOVER and on the PLOVER gold standard records."`
}

// stopwatch sums the time of the engine alone, on one core.
type stopwatch struct {
	tokens  int
	elapsed time.Duration
}

func (w *stopwatch) run(analyse func() *language.Document) *language.Document {
	start := time.Now()
	d := analyse()
	w.elapsed += time.Since(start)
	w.tokens += len(d.Tokens)
	return d
}

// String gives tokens a second.
func (w *stopwatch) String() string {
	if w.elapsed == 0 {
		return "-"
	}
	return fmt.Sprintf("%.0f", float64(w.tokens)/w.elapsed.Seconds())
}
