package record

import (
	"errors"
	"runtime"
	"sync"
)

// errNoMore says that nobody takes what is made any more.
var errNoMore = errors.New("nobody takes more")

// sideBySide has values made in a goroutine of their own and taken in this one, in their
// order, with no more than one waiting. It comes back when both have ended, with the error
// of whoever failed first.
func sideBySide[T any](produce func(give func(T) error) error, take func(T) error) error {
	values, stop, made := make(chan T, 1), make(chan struct{}), make(chan error, 1)
	go func() {
		defer close(values)
		made <- produce(func(v T) error {
			select {
			case values <- v:
				return nil
			case <-stop:
				return errNoMore
			}
		})
	}()
	ended := false
	end := func() error {
		if ended {
			return nil
		}
		ended = true
		close(stop)
		return <-made
	}
	defer func() { _ = end() }() // whatever take does, nothing goes on behind it
	for v := range values {
		if err := take(v); err != nil {
			return err
		}
	}
	return end()
}

// onAllProcessors does something for each of so many things, of which few are not worth
// parting.
func onAllProcessors(n int, do func(i int)) {
	const few = 8
	many := min(runtime.GOMAXPROCS(0), (n+few-1)/few)
	var hands sync.WaitGroup
	for part := 1; part < many; part++ {
		hands.Go(func() {
			for i := part; i < n; i += many {
				do(i)
			}
		})
	}
	for i := 0; i < n; i += max(1, many) {
		do(i)
	}
	hands.Wait()
}
