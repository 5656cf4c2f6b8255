package train

import (
	"math"
	"sync"
)

// Constants of Adam (Kingma & Ba 2015); the second moment is shorter than
// theirs, as is usual for parsers.
const (
	meanDecay     = 0.9
	varianceDecay = 0.98
	epsilon       = 1e-9
	// clip is the longest gradient of the dense weights.
	clip = 5
)

// average keeps the running average of the weights, updated every
// averageEvery steps.
const (
	averageDecay = 0.99
	averageEvery = 10
)

// update takes one step of Adam with the sum of the workers' gradients, which
// are zero afterwards.
func (n *network) update(workers []*worker, step int, rate float64) {
	n.inParallel(len(workers), func(p *parameter) {
		for _, w := range workers[1:] {
			workers[0].of(p).take(w.of(p), p.sparse)
		}
	})
	o := optimiser{
		clip:     clipping(n, workers[0]),
		rate:     float32(rate / (1 - math.Pow(meanDecay, float64(step)))),
		variance: float32(1 / (1 - math.Pow(varianceDecay, float64(step)))),
	}
	n.inParallel(len(workers), func(p *parameter) {
		o.apply(p, workers[0].of(p))
		if step%averageEvery == 0 {
			p.remember(step / averageEvery)
		}
	})
}

// inParallel visits every parameter; each is independent of the others.
func (n *network) inParallel(workers int, visit func(*parameter)) {
	var wait sync.WaitGroup
	for k := range workers {
		wait.Go(func() {
			for i := k; i < len(n.parameters); i += workers {
				visit(n.parameters[i])
			}
		})
	}
	wait.Wait()
}

// take adds the gradient of another worker and empties it.
func (g *gradient) take(o *gradient, sparse bool) {
	if !sparse {
		add(g.values, o.values)
		clear(o.values)
		return
	}
	for _, row := range o.touched {
		add(g.touch(row), o.row(int(row)))
	}
	o.forget()
}

// forget empties the rows that were touched.
func (g *gradient) forget() {
	for _, row := range g.touched {
		clear(g.row(int(row)))
		g.marked[row] = false
	}
	g.touched = g.touched[:0]
}

// clipping is the factor that shortens the gradient of the dense weights.
func clipping(n *network, w *worker) float32 {
	sum := 0.0
	for _, p := range n.parameters {
		if p.sparse {
			continue
		}
		for _, v := range w.of(p).values {
			sum += float64(v) * float64(v)
		}
	}
	if norm := math.Sqrt(sum); norm > clip {
		return float32(clip / norm)
	}
	return 1
}

type optimiser struct{ clip, rate, variance float32 }

func (o optimiser) apply(p *parameter, g *gradient) {
	if !p.sparse {
		o.move(p, g.values, 0)
		clear(g.values)
		return
	}
	for _, row := range g.touched {
		o.move(p, g.row(int(row)), int(row)*p.columns)
	}
	g.forget()
}

// move updates the values from first on.
func (o optimiser) move(p *parameter, g []float32, first int) {
	values, mean, variance := p.values[first:][:len(g)], p.mean[first:][:len(g)], p.variance[first:][:len(g)]
	for i, d := range g {
		d *= o.clip
		m := meanDecay*mean[i] + (1-meanDecay)*d
		v := varianceDecay*variance[i] + (1-varianceDecay)*d*d
		mean[i], variance[i] = m, v
		values[i] -= o.rate * m / (float32(math.Sqrt(float64(v*o.variance))) + epsilon)
	}
}

// remember moves the average towards the values; early on it moves faster.
func (p *parameter) remember(updates int) {
	decay := float32(min(averageDecay, float64(1+updates)/float64(10+updates)))
	for i, v := range p.values {
		p.average[i] += (1 - decay) * (v - p.average[i])
	}
}
