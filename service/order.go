package service

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// ahead is how many inputs for each worker may be done before their turn.
const ahead = 8

// InOrder does the same to many inputs, some at once, and gives the results in
// the order of the inputs as soon as each one's turn has come. Inputs are taken
// only a little ahead of that, so that any number may come. No number of workers
// is one for each core.
//
// When the context is over it ends at once and leaves behind what is being done;
// that ends by itself, as do heeds the same context.
func InOrder[In, Out any](ctx context.Context, inputs iter.Seq[In], workers int, do func(In) Out) iter.Seq[Out] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(Out) bool) {
		p := &pool[In, Out]{do: do, jobs: make(chan job[In, Out]), turns: make(chan job[In, Out], ahead*workers), stop: make(chan struct{})}
		defer p.close(ctx)
		p.start(inputs, workers)
		for ctx.Err() == nil {
			out, ok := p.next(ctx)
			if !ok || !yield(out) {
				return
			}
		}
	}
}

// job is an input and where its result is awaited.
type job[In, Out any] struct {
	input In
	done  chan Out
}

// pool is some workers, and the jobs in the order in which they are awaited.
type pool[In, Out any] struct {
	do          func(In) Out
	jobs, turns chan job[In, Out]
	stop        chan struct{}
	running     sync.WaitGroup
}

func (p *pool[In, Out]) start(inputs iter.Seq[In], workers int) {
	for range workers {
		p.running.Go(func() {
			for j := range p.jobs {
				j.done <- p.do(j.input)
			}
		})
	}
	p.running.Go(func() { p.feed(inputs) })
}

// feed hands the inputs out until there are no more or nobody listens any more.
func (p *pool[In, Out]) feed(inputs iter.Seq[In]) {
	defer close(p.turns)
	defer close(p.jobs)
	for input := range inputs {
		j := job[In, Out]{input, make(chan Out, 1)}
		for _, next := range []chan job[In, Out]{p.turns, p.jobs} {
			select {
			case next <- j:
			case <-p.stop:
				return
			}
		}
	}
}

// next waits for the result whose turn it is.
func (p *pool[In, Out]) next(ctx context.Context) (out Out, ok bool) {
	var j job[In, Out]
	select {
	case j, ok = <-p.turns:
	case <-ctx.Done():
		return out, false
	}
	if !ok {
		return out, false
	}
	select {
	case out = <-j.done:
		return out, true
	case <-ctx.Done():
		return out, false
	}
}

func (p *pool[In, Out]) close(ctx context.Context) {
	close(p.stop)
	if ctx.Err() == nil {
		p.running.Wait()
	}
}
