package train

import "math"

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

// labelLoss is the loss of a head that gives every word one of so many labels;
// it returns the gradient of the scores.
func (w *worker) labelLoss(b *batch, scores matrix, outputs int, labels func(*Example) []int32, weight float32) (matrix, float64) {
	gradient, loss := w.memory.matrix(scores.rows, scores.columns), 0.0
	for s, e := range b.examples {
		for i, right := range labels(e) {
			row := b.first[s] + i
			loss += crossEntropy(scores.row(row)[:outputs], gradient.row(row)[:outputs], right, weight)
		}
	}
	return gradient, loss
}
