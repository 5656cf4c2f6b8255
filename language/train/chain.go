package train

import (
	"math"

	"rapporteur/language/neural"
)

// chain is a linear chain over the names of one sentence (Lafferty, McCallum &
// Pereira 2001): every way to divide it into names and gaps has a score, the
// sum of the words' scores and of the transitions, and the loss is what the
// right one lacks of the probability of all. Its states are those of the
// decoder in package neural: closed is after a word outside or the end of a
// name, by what ended; open is inside a name of a class. All values are
// logarithms; rows are words.
type chain struct {
	classes     int
	scores      matrix    // n × outputs
	transitions []float32 // states × states

	// On the way there: all ways to the state after a word, and in begins all
	// ways to where a word begins outside or a name.
	closed, open, begins matrix
	// On the way back: all ways from the state after a word to the end, and
	// from where a word begins.
	closedRest, openRest, beginsRest matrix
	total                            float32
}

// nameLoss is that of the names of a batch.
func (w *worker) nameLoss(b *batch, x, dx matrix, weight float32) float64 {
	scores := w.forward(w.name, x)
	dscores, loss := w.memory.matrix(scores.rows, scores.columns), 0.0
	for s, e := range b.examples {
		if e.Names == nil {
			continue
		}
		part := func(m matrix) matrix {
			return matrix{len(e.Names), m.columns, m.values[b.first[s]*m.columns:][:len(e.Names)*m.columns]}
		}
		c := w.chain(part(scores))
		loss += c.loss(e.Names)
		c.gradient(e.Names, part(dscores), w.of(w.transitions).values, weight)
	}
	w.backward(w.name, dscores, x, dx)
	return loss
}

// chain sums over all ways through a sentence.
func (w *worker) chain(scores matrix) *chain {
	n, states := scores.rows, w.labels.NameStates()
	c := &chain{
		classes: states - 1, scores: scores, transitions: w.transitions.values,
		closed: w.memory.matrix(n, states), begins: w.memory.matrix(n, states), open: w.memory.matrix(n, states-1),
		closedRest: w.memory.matrix(n, states), beginsRest: w.memory.matrix(n, states), openRest: w.memory.matrix(n, states-1),
	}
	for i := range n {
		c.forth(i)
	}
	c.total = logSum(c.closed.row(n - 1))
	for i := n - 1; i >= 0; i-- {
		c.back(i)
	}
	return c
}

// impossible is the logarithm of nothing.
const impossible = -1e30

func (c *chain) forth(i int) {
	begins, scores := c.begins.row(i), c.scores.row(i)
	copy(begins, c.transitions) // from outside, which is before the first word
	var terms [16]float32
	for next := 0; i > 0 && next <= c.classes; next++ {
		for before, s := range c.closed.row(i - 1) {
			terms[before] = s + c.transitions[before*(c.classes+1)+next]
		}
		begins[next] = logSum(terms[:c.classes+1])
	}
	closed, open := c.closed.row(i), c.open.row(i)
	closed[0] = begins[0] + scores[0]
	for class := range open {
		at, inside := part(scores, class), float32(impossible)
		if i > 0 {
			inside = c.open.row(i - 1)[class]
		}
		closed[class+1] = logAdd(begins[class+1]+at[neural.Single], inside+at[neural.End])
		open[class] = logAdd(begins[class+1]+at[neural.Begin], inside+at[neural.Inside])
	}
}

func (c *chain) back(i int) {
	last := i == c.scores.rows-1
	closedRest, openRest := c.closedRest.row(i), c.openRest.row(i)
	var terms [16]float32
	for before := 0; !last && before <= c.classes; before++ {
		for next, s := range c.beginsRest.row(i + 1) {
			terms[next] = s + c.transitions[before*(c.classes+1)+next]
		}
		closedRest[before] = logSum(terms[:c.classes+1])
	}
	for class := range openRest {
		if openRest[class] = impossible; !last {
			at := part(c.scores.row(i+1), class)
			openRest[class] = logAdd(at[neural.Inside]+c.openRest.row(i + 1)[class], at[neural.End]+c.closedRest.row(i + 1)[class+1])
		}
	}
	scores, beginsRest := c.scores.row(i), c.beginsRest.row(i)
	beginsRest[0] = scores[0] + closedRest[0]
	for class := range openRest {
		at := part(scores, class)
		beginsRest[class+1] = logAdd(at[neural.Single]+closedRest[class+1], at[neural.Begin]+openRest[class])
	}
}

// part gives the scores of the parts of a class.
func part(scores []float32, class int) []float32 { return scores[neural.NameOutput(class, 0):] }

// loss is the negative logarithm of the probability of the right outputs.
func (c *chain) loss(right []int32) float64 {
	score, before := float32(0), 0
	for i, output := range right {
		score += c.scores.row(i)[output]
		if next, ok := begun(output); ok {
			score += c.transitions[before*(c.classes+1)+next]
			before = next
		}
	}
	return float64(c.total - score)
}

// begun is what begins with an output: outside, or a name of a class, counted
// from 1.
func begun(output int32) (state int, ok bool) {
	class, part, named := neural.NamePart(uint16(output))
	switch {
	case !named:
		return 0, true
	case part == neural.Begin || part == neural.Single:
		return class + 1, true
	}
	return 0, false
}

// gradient adds weight times the probability of each output and transition,
// less one for the right ones.
func (c *chain) gradient(right []int32, dscores matrix, dtransitions []float32, weight float32) {
	before := 0
	for i, output := range right {
		c.outputs(i, dscores.row(i), weight)
		c.changes(i, dtransitions, weight)
		dscores.row(i)[output] -= weight
		if next, ok := begun(output); ok {
			dtransitions[before*(c.classes+1)+next] -= weight
			before = next
		}
	}
}

func (c *chain) outputs(i int, d []float32, weight float32) {
	scores, begins, closedRest, openRest := c.scores.row(i), c.begins.row(i), c.closedRest.row(i), c.openRest.row(i)
	d[0] += weight * c.probability(begins[0]+scores[0]+closedRest[0])
	for class := range c.classes {
		at, to := part(scores, class), part(d, class)
		to[neural.Single] += weight * c.probability(begins[class+1]+at[neural.Single]+closedRest[class+1])
		to[neural.Begin] += weight * c.probability(begins[class+1]+at[neural.Begin]+openRest[class])
		if i > 0 {
			inside := c.open.row(i - 1)[class]
			to[neural.Inside] += weight * c.probability(inside+at[neural.Inside]+openRest[class])
			to[neural.End] += weight * c.probability(inside+at[neural.End]+closedRest[class+1])
		}
	}
}

// changes adds the probabilities of what comes before a word and begins with
// it.
func (c *chain) changes(i int, d []float32, weight float32) {
	states := c.classes + 1
	if i == 0 {
		for next, rest := range c.beginsRest.row(0) {
			d[next] += weight * c.probability(c.transitions[next]+rest)
		}
		return
	}
	for before, s := range c.closed.row(i - 1) {
		for next, rest := range c.beginsRest.row(i) {
			d[before*states+next] += weight * c.probability(s+c.transitions[before*states+next]+rest)
		}
	}
}

func (c *chain) probability(score float32) float32 { return exp(score - c.total) }

// exp leaves out what adds nothing.
func exp(x float32) float32 {
	if x < -20 {
		return 0
	}
	return float32(math.Exp(float64(x)))
}

func logAdd(a, b float32) float32 {
	if a < b {
		a, b = b, a
	}
	return a + float32(math.Log1p(float64(exp(b-a))))
}

func logSum(values []float32) float32 {
	highest, sum := values[0], float32(0)
	for _, v := range values {
		highest = max(highest, v)
	}
	for _, v := range values {
		sum += exp(v - highest)
	}
	return highest + float32(math.Log(float64(sum)))
}
