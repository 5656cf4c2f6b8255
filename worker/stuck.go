package worker

import "sync/atomic"

// stuck counts readers that did not end when they were told to.
type stuck struct{ n atomic.Int64 }

func (s *stuck) leave(wait func()) {
	s.n.Add(1)
	go func() { wait(); s.n.Add(-1) }()
}

// Stuck is the number of readers that do not end although their time is up. Where it
// reaches that of the readers, the process is better started anew.
func (w *Worker) Stuck() int { return int(w.stuck.n.Load()) }
