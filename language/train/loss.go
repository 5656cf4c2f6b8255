package train

import (
	"math"

	"rapporteur/language/neural"
)

// crossEntropy gives the loss of the scores for the right answer and writes
// its gradient, times weight, to gradient.
func crossEntropy(scores, gradient []float32, right int32, weight float32) float64 {
	if right == Unlabelled {
		return 0
	}
	highest := scores[0]
	for _, s := range scores {
		highest = max(highest, s)
	}
	var sum float32
	for i, s := range scores {
		e := float32(math.Exp(float64(s - highest)))
		gradient[i] = e
		sum += e
	}
	for i := range gradient {
		gradient[i] *= weight / sum
	}
	gradient[right] -= weight
	return math.Log(float64(sum)) - float64(scores[right]-highest)
}

// soften moves the goal of the gradient from the right answer towards what a
// teacher believes, by the trust in it (Hinton, Vinyals & Dean 2015). The trust
// ends with the training (teacher annealing, Clark et al. 2019).
func (w *worker) soften(gradient []float32, right int32, belief *neural.Belief, weight float32) {
	if right == Unlabelled {
		return
	}
	weight *= w.trust
	gradient[right] += weight
	for _, c := range belief {
		if int(c.Answer) < len(gradient) { // not a head that was cut off
			gradient[c.Answer] -= weight * c.Share
		}
	}
}

// answers gives the right labels of an example, and what a teacher believes.
type answers func(*Example) ([]int32, []neural.Belief)

// labelLoss is the loss of a head that gives every word one of so many labels;
// it returns the gradient of the scores.
func (w *worker) labelLoss(b *batch, scores matrix, outputs int, labels answers, weight float32) (matrix, float64) {
	gradient, loss := w.memory.matrix(scores.rows, scores.columns), 0.0
	for s, e := range b.examples {
		right, beliefs := labels(e)
		for i, right := range right {
			row := b.first[s] + i
			loss += crossEntropy(scores.row(row)[:outputs], gradient.row(row)[:outputs], right, weight)
			if beliefs != nil {
				w.soften(gradient.row(row), right, &beliefs[i], weight)
			}
		}
	}
	return gradient, loss
}
