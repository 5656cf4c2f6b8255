package train

import "rapporteur/language/neural"

// attachment is the scorer of heads and relations on the way forward (Dozat &
// Manning 2017, with one vector of relation for both ends of an arc).
type attachment struct {
	dependent, head         matrix // T × A
	dependentMask, headMask []float32
	query                   matrix // T × A: dependent·U + u

	relation     matrix // T × L: that of the dependent + that of its head
	relationMask []float32
}

// treeLoss is the loss of the trees of a batch; the gradients go to the
// weights and to dx, the gradient of the encoder's output x.
func (w *worker) treeLoss(b *batch, x, dx matrix, weight float32) {
	a := w.attach(x)
	dquery, dhead := w.memory.matrix(x.rows, w.shape.Arc), w.memory.matrix(x.rows, w.shape.Arc)
	for s, e := range b.examples {
		if e.Heads != nil {
			w.headLoss(b.first[s], e, &a, dquery, dhead, weight)
		}
	}
	ddependent := w.memory.matrix(x.rows, w.shape.Arc)
	w.backward(w.arc, dquery, a.dependent, ddependent)
	scale(ddependent.values, a.dependentMask)
	unrectify(ddependent.values, a.dependent.values)
	scale(dhead.values, a.headMask)
	unrectify(dhead.values, a.head.values)
	w.backward(w.dependent, ddependent, x, dx)
	w.backward(w.head, dhead, x, dx)
	w.relationLoss(b, &a, x, dx, weight)
}

// attach computes the vectors that are compared.
func (w *worker) attach(x matrix) attachment {
	a := attachment{dependent: w.forward(w.dependent, x), head: w.forward(w.head, x)}
	rectify(a.dependent.values)
	rectify(a.head.values)
	a.dependentMask, a.headMask = w.drop(a.dependent.values), w.drop(a.head.values)
	a.query = w.forward(w.arc, a.dependent)
	return a
}

// headLoss scores all words of a sentence of n words, and the root in column
// 0, as heads of each of them.
func (w *worker) headLoss(first int, e *Example, a *attachment, dquery, dhead matrix, weight float32) {
	n, size := len(e.Heads), w.shape.Arc
	part := func(m matrix) matrix { return matrix{n, size, m.values[first*size : (first+n)*size]} }
	candidates := w.memory.matrix(n+1, size) // the root, then the words
	copy(candidates.row(0), w.root.values)
	copy(candidates.values[size:], part(a.head).values)
	scores := w.memory.matrix(n, (n+1+lane-1)/lane*lane)
	w.operand = packTransposed(candidates, w.operand)
	multiply(scores, part(a.query).view(), w.operand)

	gradient := w.memory.matrix(n, scores.columns)
	for i, head := range e.Heads {
		scores.row(i)[i+1] = -1e9 // not its own head
		w.loss.Head += crossEntropy(scores.row(i)[:n+1], gradient.row(i)[:n+1], head, weight)
		if e.HeadBeliefs != nil {
			w.soften(gradient.row(i)[:n+1], head, &e.HeadBeliefs[i], weight)
		}
	}
	narrow := view{n, gradient.columns, 1, gradient.values}
	w.operand = pack(candidates, w.operand)
	multiply(part(dquery), narrow, w.operand)
	dcandidates := w.memory.matrix(n+1, size)
	w.operand = pack(part(a.query), w.operand)
	multiply(dcandidates, view{n + 1, 1, gradient.columns, gradient.values}, w.operand)
	add(w.of(w.root).values, dcandidates.row(0))
	add(part(dhead).values, dcandidates.values[size:])
}

// relationLoss scores the relations of the right arcs.
func (w *worker) relationLoss(b *batch, a *attachment, x, dx matrix, weight float32) {
	dependents, heads := w.forward(w.relationDependent, x), w.forward(w.relationHead, x)
	a.relation = w.memory.matrix(x.rows, w.shape.Label)
	w.eachArc(b, func(row, head int) {
		add(a.relation.row(row), dependents.row(row))
		add(a.relation.row(row), w.relationVector(heads, w.relationRoot.values, head))
	})
	rectify(a.relation.values)
	a.relationMask = w.drop(a.relation.values)
	scores := w.forward(w.relation, a.relation)
	relations := func(e *Example) ([]int32, []neural.Belief) { return e.Relations, nil }
	dscores, loss := w.labelLoss(b, scores, len(w.labels.Relations), relations, weight)
	w.loss.Relation += loss

	drelation := w.memory.matrix(x.rows, w.shape.Label)
	w.backward(w.relation, dscores, a.relation, drelation)
	scale(drelation.values, a.relationMask)
	unrectify(drelation.values, a.relation.values)
	dheads := w.memory.matrix(x.rows, w.shape.Label)
	w.eachArc(b, func(row, head int) {
		add(w.relationVector(dheads, w.of(w.relationRoot).values, head), drelation.row(row))
	})
	w.backward(w.relationDependent, drelation, x, dx)
	w.backward(w.relationHead, dheads, x, dx)
}

// eachArc visits the row of each word that has a head, and the row of its
// head, -1 for the root.
func (w *worker) eachArc(b *batch, visit func(row, head int)) {
	for s, e := range b.examples {
		for i, h := range e.Heads {
			head := -1
			if h > 0 {
				head = b.first[s] + int(h) - 1
			}
			visit(b.first[s]+i, head)
		}
	}
}

// relationVector is the row of a head, or the one vector of the root.
func (w *worker) relationVector(rows matrix, root []float32, head int) []float32 {
	if head < 0 {
		return root
	}
	return rows.row(head)
}

func add(to, values []float32) {
	for i, v := range values {
		to[i] += v
	}
}
