package coref

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"rapporteur/language"
)

// Example is a text whose coreference is known.
type Example struct {
	Document *language.Document
	Turns    []Turn
	// Chains are the mentions of each entity: First, Last and Head.
	Chains [][][3]int
}

// Options say how to learn.
type Options struct {
	Epochs int
	Rate   float64
	// Least is how often a feature must occur, Sparse how strongly weights are
	// drawn to nought.
	Least  int
	Sparse float64
	Seed   uint64
	// FalseLink, FalseNew and WrongLink are the costs of linking what is new,
	// of missing a link and of a wrong one.
	FalseLink, FalseNew, WrongLink float64
}

// Learn trains weights by softmax-margin with AdaGrad (Duchi et al. 2011),
// over all antecedents that are right, and gives them as a table. The same
// examples and options give the same bytes.
func Learn(examples []Example, o Options) ([]byte, error) {
	lexicon, err := LoadLexicon()
	if err != nil {
		return nil, err
	}
	n := newFeatureTable()
	r := &Resolver{lexicon: lexicon, weights: newWeights(0)}
	var tasks []task
	for i := range examples {
		tasks = append(tasks, n.collect(r, &examples[i])...)
	}
	n.prune(tasks, o.Least)
	n.train(tasks, o)
	return n.table(), nil
}

// task is one choice: the features of each option and which are right. The
// first option is taking up nothing.
type task struct {
	options [][]int32
	right   []bool
}

// featureTable numbers the features.
type featureTable struct {
	number  map[uint64]int32
	parts   [][4]string
	keys    []uint64
	counts  []int
	weights []float64
	open    []int32
}

func newFeatureTable() *featureTable { return &featureTable{number: map[uint64]int32{}} }

func (n *featureTable) note(key uint64, template, a, b, c symbol) {
	i, ok := n.number[key]
	if !ok {
		i = int32(len(n.keys))
		n.number[key] = i
		n.keys, n.counts = append(n.keys, key), append(n.counts, 0)
		n.parts = append(n.parts, [4]string{template.text, a.text, b.text, c.text})
	}
	n.counts[i]++
	n.open = append(n.open, i)
}

// take gives the features noted since it was called last.
func (n *featureTable) take() []int32 {
	p := slices.Clone(n.open)
	n.open = n.open[:0]
	return p
}

// collect makes the tasks of an example.
func (n *featureTable) collect(r *Resolver, l *Example) []task {
	s := r.choose(l.Document, l.Turns)
	s.sum.note = n.note
	entity := align(s.mentions, l.Chains)
	var tasks []task
	for m := range s.mentions {
		s.alone(m)
		t := task{[][]int32{n.take()}, []bool{false}}
		found := false
		for _, a := range s.options(m) {
			s.both(m, a)
			right := entity[m] >= 0 && entity[a] == entity[m]
			found = found || right
			t.options, t.right = append(t.options, n.take()), append(t.right, right)
		}
		t.right[0] = !found
		tasks = append(tasks, t)
	}
	return tasks
}

// align gives the chain of each mention that was found, -1 for those that
// are in none.
func align(mentions []Mention, chains [][][3]int) []int {
	entity := make([]int, len(mentions))
	byHead := map[int][]int{}
	for i, m := range mentions {
		entity[i] = -1
		byHead[m.Head] = append(byHead[m.Head], i)
	}
	for e, c := range chains {
		for _, gold := range c {
			best, least := -1, 0
			for _, i := range byHead[gold[2]] {
				m := &mentions[i]
				if d := distance(m.First, gold[0]) + distance(m.Last, gold[1]); entity[i] < 0 && (best < 0 || d < least) {
					best, least = i, d
				}
			}
			if best >= 0 {
				entity[best] = e
			}
		}
	}
	return entity
}

func distance(a, b int) int { return max(a-b, b-a) }

// prune leaves out rare features.
func (n *featureTable) prune(tasks []task, least int) {
	for i := range tasks {
		for k, o := range tasks[i].options {
			tasks[i].options[k] = slices.DeleteFunc(o, func(f int32) bool { return n.counts[f] < least })
		}
	}
}

// train goes over the tasks in a shuffled order.
func (n *featureTable) train(tasks []task, o Options) {
	n.weights = make([]float64, len(n.keys))
	squares := make([]float64, len(n.keys))
	order := rand.New(rand.NewPCG(o.Seed, 0))
	steps := map[int32]float64{}
	var touched []int32
	for range o.Epochs {
		for _, i := range order.Perm(len(tasks)) {
			t := &tasks[i]
			p := n.gradient(t, o)
			touched = touched[:0]
			for k, g := range p {
				if math.Abs(g) < 1e-6 {
					continue
				}
				for _, f := range t.options[k] {
					if _, ok := steps[f]; !ok {
						touched = append(touched, f)
					}
					steps[f] += g
				}
			}
			for _, f := range touched {
				n.step(f, steps[f], squares, o)
				delete(steps, f)
			}
		}
	}
}

// step moves one weight, then draws it to nought.
func (n *featureTable) step(f int32, g float64, squares []float64, o Options) {
	squares[f] += g * g
	rate := o.Rate / (1e-3 + math.Sqrt(squares[f]))
	w := n.weights[f] - rate*g
	pull := rate * o.Sparse
	switch {
	case w > pull:
		w -= pull
	case w < -pull:
		w += pull
	default:
		w = 0
	}
	n.weights[f] = w
}

// gradient gives for each option how much too likely it is.
func (n *featureTable) gradient(t *task, o Options) []float64 {
	p := make([]float64, len(t.options))
	most := math.Inf(-1)
	for k, features := range t.options {
		for _, f := range features {
			p[k] += n.weights[f]
		}
		p[k] += t.cost(k, o)
		most = max(most, p[k])
	}
	all, right := 0.0, 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - most)
		all += p[k]
		if t.right[k] {
			right += p[k]
		}
	}
	for k := range p {
		q := 0.0
		if t.right[k] {
			q = p[k] / max(right, 1e-300)
		}
		p[k] = p[k]/all - q
	}
	return p
}

func (t *task) cost(option int, o Options) float64 {
	switch {
	case t.right[option]:
		return 0
	case option == 0:
		return o.FalseNew
	case t.right[0]:
		return o.FalseLink
	}
	return o.WrongLink
}

const weightsHeader = `# Weights of coreference, learned by rapporteur-lab train-coreference; not written by hand.
# feature: what is asked; a, b, c: the answers, of the mention first and of its antecedent then
# weight: positive speaks for the link, or in features that begin with "new" for none
feature	a	b	c	weight
`

// table writes the weights that are not nought, in the order of their names.
func (n *featureTable) table() []byte {
	var rows []int
	for i, w := range n.weights {
		if math.Abs(w) >= 0.005 {
			rows = append(rows, i)
		}
	}
	slices.SortFunc(rows, func(i, j int) int { return slices.CompareFunc(n.parts[i][:], n.parts[j][:], cmp.Compare[string]) })
	var b bytes.Buffer
	b.WriteString(weightsHeader)
	for _, i := range rows {
		p := n.parts[i]
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%.2f\n", p[0], p[1], p[2], p[3], n.weights[i])
	}
	return b.Bytes()
}
