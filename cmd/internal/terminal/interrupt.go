package terminal

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// patience is how long a command may take to end after it was interrupted.
const patience = 400 * time.Millisecond

// interruptible gives a context that ends with the first interrupt. The second one ends
// the process, whatever it is at.
func interruptible() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	told := make(chan os.Signal, 2)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM) // a person, or who looks after services
	go func() {
		<-told
		cancel()
		<-told
		os.Exit(statusInterrupted)
	}()
	return ctx
}

// promptly carries a command out and gives its exit status. One that is
// interrupted says itself what is kept; where it sits in something that takes
// longer than anyone waits, the program ends without it, which harms nothing: the
// record is changed in transactions, and one that has not ended has not begun.
func promptly(ctx context.Context, c *Console, patience time.Duration, run func() int) int {
	status := make(chan int, 1)
	go func() { status <- run() }()
	select {
	case s := <-status:
		return s
	case <-ctx.Done():
	}
	select {
	case s := <-status:
		return s
	case <-time.After(max(patience, time.Duration(c.patience.Load()))):
		c.Tell("interrupted; the record holds what was reported as done and nothing in part; the same command goes on from there")
		return statusInterrupted
	}
}
