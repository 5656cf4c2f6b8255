package train

import "rapporteur/language/neural"

// nameWeight is that of a word's loss for names: it is a tenth of that of tags
// and trees, and would be drowned out.
const nameWeight = 3

// learn adds the gradients of a batch, each word's loss times weight.
func (w *worker) learn(b *batch, weight float32) {
	w.memory.reset()
	x, vectors := w.embed(b)
	inputMask := w.drop(x.values)
	var passes []layerPass
	out := x
	for l := range w.layers {
		passes = append(passes, w.lstm(b, l, out))
		out = passes[l].output
	}
	dx := w.memory.matrix(out.rows, out.columns)
	w.loss.Tag += w.wordLoss(b, w.tag, len(w.labels.Tags), tags, out, dx, weight)
	w.loss.Name += w.nameLoss(b, out, dx, nameWeight*weight)
	w.treeLoss(b, out, dx, weight)
	for l := len(passes) - 1; l >= 0; l-- {
		dx = w.lstmBackward(b, l, &passes[l], dx)
	}
	scale(dx.values, inputMask)
	w.embedBackward(b, dx, vectors)
}

func tags(e *Example) ([]int32, []neural.Belief) { return e.Tags, e.TagBeliefs }

// wordLoss is a head that labels words by a linear map.
func (w *worker) wordLoss(b *batch, l linear, outputs int, labels answers, x, dx matrix, weight float32) float64 {
	scores := w.forward(l, x)
	dscores, loss := w.labelLoss(b, scores, outputs, labels, weight)
	w.backward(l, dscores, x, dx)
	return loss
}

// embed gives the vector of each word, T × D: the sum of the embeddings of its
// features and its projected pre-trained vector, which is returned too.
func (w *worker) embed(b *batch) (x, vectors matrix) {
	x, vectors = w.memory.matrix(b.words, w.shape.Input), w.memory.matrix(b.words, w.shape.Vector)
	w.eachWord(b, func(row int, f neural.Features) {
		for k, id := range f.Rows {
			add(x.row(row), w.embeddings[k].row(int(id)))
		}
		if f.Vector != neural.NoVector {
			copy(vectors.row(row), w.vectors.row(int(f.Vector)))
		}
	})
	multiply(x, vectors.view(), w.projection.weight.direct)
	return x, vectors
}

func (w *worker) embedBackward(b *batch, dx, vectors matrix) {
	w.outer(w.projection.weight, vectors, dx)
	w.eachWord(b, func(row int, f neural.Features) {
		for k, id := range f.Rows {
			add(w.of(w.embeddings[k]).touch(id), dx.row(row))
		}
	})
}

func (w *worker) eachWord(b *batch, visit func(row int, f neural.Features)) {
	for s, features := range b.features {
		for i, f := range features {
			visit(b.first[s]+i, f)
		}
	}
}
