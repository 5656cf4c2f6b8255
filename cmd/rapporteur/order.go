package main

import (
	"iter"
	"sync"
)

// ahead is how many inputs for each worker may be done before their turn.
const ahead = 8

// inOrder does the same to many inputs, some at once, and gives the results in
// the order of the inputs as soon as each one's turn has come. Inputs are taken
// only a little ahead of that, so that any number may come.
func inOrder[In, Out any](inputs iter.Seq[In], workers int, do func(In) Out) iter.Seq[Out] {
	type job struct {
		input In
		done  chan Out
	}
	return func(yield func(Out) bool) {
		jobs, turns := make(chan job), make(chan job, ahead*workers)
		stop := make(chan struct{})
		var running sync.WaitGroup
		defer running.Wait()
		defer close(stop)
		for range workers {
			running.Go(func() {
				for j := range jobs {
					j.done <- do(j.input)
				}
			})
		}
		running.Go(func() {
			defer close(turns)
			defer close(jobs)
			for input := range inputs {
				j := job{input, make(chan Out, 1)}
				for _, next := range []chan job{turns, jobs} {
					select {
					case next <- j:
					case <-stop:
						return
					}
				}
			}
		})
		for j := range turns {
			if !yield(<-j.done) {
				return
			}
		}
	}
}
