// Package wire is a way to a server over which pieces are late, stand still for a while and
// break off in the midst of what is said, so that tests see what a bad network does. What is
// said over two connections, or in two directions, comes in another order than it was said.
package wire

import (
	"math/rand/v2"
	"net"
	"sync"
	"time"
)

// Weather is what a network does to the pieces that go over it.
type Weather struct {
	// Late is how long a piece is on its way at most.
	Late time.Duration
	// Cut is the number of pieces of which one, on average, is the last of its connection;
	// half of it arrives. Still is that of which one stands still, for Standing.
	Cut, Still int
	Standing   time.Duration
}

// Wire carries what is said to a server and what it answers.
type Wire struct {
	network, to string
	listener    net.Listener
	carrying    sync.WaitGroup

	mu      sync.Mutex
	random  *rand.Rand
	weather Weather
	counts  Counts
	open    map[net.Conn]bool
	closed  bool
}

// Counts are what happened on a wire.
type Counts struct{ Cut, Still int }

// Start listens on this machine and carries what is said on to a server.
func Start(network, to string, seed uint64, w Weather) (*Wire, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	out := &Wire{network: network, to: to, listener: l, random: rand.New(rand.NewPCG(seed, 5)), weather: w, open: map[net.Conn]bool{}}
	out.carrying.Go(out.serve)
	return out, nil
}

// Addr is where it listens.
func (w *Wire) Addr() string { return w.listener.Addr().String() }

// Change gives it other weather.
func (w *Wire) Change(to Weather) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.weather = to
}

// Counts says what has happened on it.
func (w *Wire) Counts() Counts {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.counts
}

// Break cuts all connections that there are.
func (w *Wire) Break() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for c := range w.open {
		_ = c.Close() // whatever was said
	}
}

// Close ends it.
func (w *Wire) Close() error {
	err := w.listener.Close()
	w.mu.Lock()
	w.closed = true
	w.mu.Unlock()
	w.Break()
	w.carrying.Wait()
	return err
}

func (w *Wire) serve() {
	for {
		from, err := w.listener.Accept()
		if err != nil {
			return
		}
		to, err := net.Dial(w.network, w.to)
		if err != nil {
			_ = from.Close() // nobody is there
			continue
		}
		if !w.hold(from, to) {
			return
		}
		w.carrying.Go(func() { w.carry(from, to) })
		w.carrying.Go(func() { w.carry(to, from) })
	}
}

// hold notes connections that are open, unless the wire is closed.
func (w *Wire) hold(conns ...net.Conn) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, c := range conns {
		if w.closed {
			_ = c.Close() // it came too late
			continue
		}
		w.open[c] = true
	}
	return !w.closed
}

// carry hands pieces on, until the wire is cut.
func (w *Wire) carry(from, to net.Conn) {
	defer func() {
		_, _ = from.Close(), to.Close() // the other direction may have done so
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.open, from)
	}()
	piece := make([]byte, 4096)
	for {
		n, err := from.Read(piece)
		if err != nil {
			return
		}
		last, wait := w.fate()
		time.Sleep(wait)
		if last {
			_, _ = to.Write(piece[:n/2]) // nobody is to know of it
			return
		}
		if _, err := to.Write(piece[:n]); err != nil {
			return
		}
	}
}

// fate says whether a piece is the last one of its connection, and how long it is on its way.
func (w *Wire) fate() (last bool, wait time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.weather.Late > 0 {
		wait = time.Duration(w.random.Int64N(int64(w.weather.Late)))
	}
	if w.weather.Still > 0 && w.random.IntN(w.weather.Still) == 0 {
		w.counts.Still++
		wait += w.weather.Standing
	}
	if w.weather.Cut > 0 && w.random.IntN(w.weather.Cut) == 0 {
		w.counts.Cut++
		return true, wait
	}
	return false, wait
}
