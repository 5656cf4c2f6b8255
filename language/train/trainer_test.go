package train

import (
	"bytes"
	"path/filepath"
	"testing"

	"rapporteur/language/neural"
)

// corpus is a few sentences of both kinds.
func corpus() (treebanks, all []annotated) {
	tree := annotated{
		forms: []string{"Ministers", "met", "in", "Doha", "."}, tags: []string{"NOUN NNS", "VERB VBD", "ADP IN", "PROPN NNP", "PUNCT ."},
		relations: []string{"nsubj", "root", "case", "obl", "punct"}, heads: []int32{2, 0, 4, 2, 2},
	}
	names := annotated{forms: []string{"Doha", "waits", "for", "Ada", "Moss"}, names: []string{"B-location", "O", "O", "B-person", "I-person"}}
	for range 20 {
		treebanks = append(treebanks, tree)
	}
	all = append(all, treebanks...)
	for range 10 {
		all = append(all, names)
	}
	return treebanks, all
}

func tinyTrainer() *Trainer {
	treebanks, all := corpus()
	vectors := matrix{2, 4, []float32{1, 0, 0, 1, 0, 1, 1, 0}}
	o := Options{
		Shape:  neural.Shape{Input: 16, Hidden: 16, Layers: 2, Arc: 16, Label: 16},
		Epochs: 4, BatchWords: 20, Workers: 2, Rate: 0.01, Dropout: 0.1, Seed: 3,
	}
	return prepare(o, treebanks, all, []string{"doha", "met"}, vectors)
}

func weightsOf(t *testing.T, trainer *Trainer) []byte {
	t.Helper()
	data, err := trainer.File().Encode()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTrainingIsTheSameEveryTime(t *testing.T) {
	a, b := tinyTrainer(), tinyTrainer()
	for !a.Done() {
		a.Train()
		b.Train()
	}
	if !bytes.Equal(weightsOf(t, a), weightsOf(t, b)) {
		t.Error("two trainings with the same options give different weights")
	}
}

func TestTrainingGoesOnFromACheckpoint(t *testing.T) {
	whole, half := tinyTrainer(), tinyTrainer()
	half.Train()
	half.Train()
	path := filepath.Join(t.TempDir(), "checkpoint")
	if err := half.SaveCheckpoint(path); err != nil {
		t.Fatal(err)
	}
	rest := tinyTrainer()
	if err := rest.LoadCheckpoint(path); err != nil {
		t.Fatal(err)
	}
	for !whole.Done() {
		whole.Train()
	}
	for !rest.Done() {
		rest.Train()
	}
	if !bytes.Equal(weightsOf(t, whole), weightsOf(t, rest)) {
		t.Error("weights differ after a checkpoint")
	}
}

func TestTrainedWeightsAnswer(t *testing.T) {
	trainer := tinyTrainer()
	trainer.options.Epochs, trainer.options.Rate = 40, 0.03
	var first, last Loss
	for !trainer.Done() {
		last = trainer.Train()
		if trainer.Epoch() == 1 {
			first = last
		}
	}
	if last.Head > first.Head/2 {
		t.Errorf("the loss of heads went from %g to %g", first.Head, last.Head)
	}
	file, err := neural.Decode(string(weightsOf(t, trainer)))
	if err != nil {
		t.Fatal(err)
	}
	model, err := neural.New(file)
	if err != nil {
		t.Fatal(err)
	}
	answers := make([]neural.Analysis, 5)
	model.NewReader().Read([]string{"Ministers", "met", "in", "Doha", "."}, []int{5}, answers)
	for i, head := range []int32{1, -1, 3, 1, 1} {
		if answers[i].Head != head {
			t.Errorf("word %d has the head %d, want %d", i, answers[i].Head, head)
		}
	}
}

func TestTeachFillsWhatIsMissing(t *testing.T) {
	teacher := tinyTrainer()
	teacher.Train()
	file, err := neural.Decode(string(weightsOf(t, teacher)))
	if err != nil {
		t.Fatal(err)
	}
	model, err := neural.New(file)
	if err != nil {
		t.Fatal(err)
	}
	pupil := tinyTrainer()
	pupil.Teach(model)
	for i, e := range pupil.examples {
		n := len(e.Forms)
		if len(e.Tags) != n || len(e.Heads) != n || len(e.Relations) != n || len(e.Names) != n {
			t.Fatalf("example %d lacks labels", i)
		}
	}
	if got := pupil.examples[0].Heads[1]; got != 0 {
		t.Errorf("a gold head became %d", got)
	}
}
