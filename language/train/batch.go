package train

import (
	"cmp"
	"slices"

	"rapporteur/language/neural"
)

// Example is one sentence; a task that is not annotated has a nil slice, a
// word that is not annotated the value Unlabelled.
type Example struct {
	Forms []string
	// Tags, Relations and Names are outputs of the network.
	Tags, Relations, Names []int32
	// Heads count words from 1; 0 is the root.
	Heads []int32
	// TagBeliefs and HeadBeliefs are those of a teacher, nil without one.
	TagBeliefs, HeadBeliefs []neural.Belief
}

// Unlabelled stands for a label that the network does not know.
const Unlabelled = -1

// batch is some sentences, the longest first, whose words are the rows of the
// matrices: those of the first sentence, then those of the second.
type batch struct {
	examples []*Example
	features [][]neural.Features
	first    []int
	// active[t] is the number of sentences longer than t.
	active []int
	words  int
}

func newBatch(examples []*Example, features func(*Example) []neural.Features) *batch {
	b := &batch{examples: slices.Clone(examples)}
	slices.SortStableFunc(b.examples, func(x, y *Example) int { return cmp.Compare(len(y.Forms), len(x.Forms)) })
	b.active = make([]int, len(b.examples[0].Forms))
	for _, e := range b.examples {
		b.features = append(b.features, features(e))
		b.first = append(b.first, b.words)
		b.words += len(e.Forms)
		for t := range e.Forms {
			b.active[t]++
		}
	}
	return b
}

func (b *batch) sentences() int { return len(b.examples) }

func (b *batch) longest() int { return len(b.active) }

// row is that of the word a direction reaches at a step: direction 1 begins at
// the end.
func (b *batch) row(sentence, step, direction int) int {
	if direction == 0 {
		return b.first[sentence] + step
	}
	return b.first[sentence] + len(b.examples[sentence].Forms) - 1 - step
}
