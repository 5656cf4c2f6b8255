package main

import (
	"iter"
	"sync"
)

// inOrder does the same to many inputs, some at once, and gives the results
// in the order of the inputs as soon as each one's turn has come.
func inOrder[T any](inputs []string, workers int, do func(string) T) iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		results := make([]chan T, len(inputs))
		for i := range results {
			results[i] = make(chan T, 1)
		}
		stop := make(chan struct{})
		var running sync.WaitGroup
		defer running.Wait()
		defer close(stop)
		next := make(chan int)
		for range min(workers, len(inputs)) {
			running.Go(func() {
				for i := range next {
					results[i] <- do(inputs[i])
				}
			})
		}
		running.Go(func() {
			defer close(next)
			for i := range inputs {
				select {
				case next <- i:
				case <-stop:
					return
				}
			}
		})
		for i := range inputs {
			if !yield(i, <-results[i]) {
				return
			}
		}
	}
}
