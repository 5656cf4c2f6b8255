package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/worker"

	"github.com/nats-io/nats.go"
)

// storm is some processes, one of which is killed again and again.
type storm struct {
	self, dir string
	port      int
	real      bool
	workers   int
	// every is how often something is killed.
	every  time.Duration
	random *rand.Rand
	told   func(format string, args ...any)
	// kills counts how often each process was killed.
	kills   map[string]int
	running map[string]*process
	// server is that of the database which the record is in, nil for a file.
	server *database
}

// roles are the names of the processes.
func (s *storm) roles() []string {
	out := []string{"nats"}
	if s.server != nil {
		out = append(out, postgres)
	}
	for i := range s.workers {
		out = append(out, fmt.Sprintf("worker%d", i+1))
	}
	return out
}

// begin starts all processes.
func (s *storm) begin() error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	s.port = l.Addr().(*net.TCPAddr).Port
	if err := l.Close(); err != nil {
		return err
	}
	s.kills, s.running = map[string]int{}, map[string]*process{}
	for _, role := range s.roles() {
		if role == postgres { // it runs already
			continue
		}
		if s.running[role], err = s.start(role); err != nil {
			return err
		}
	}
	return nil
}

// rage kills one process after the other, and starts it anew at once, until the context is
// over. In each round every process has its turn.
func (s *storm) rage(ctx context.Context) error {
	roles := s.roles()
	for i := 0; ; i++ {
		at := i % len(roles)
		if at == 0 {
			s.random.Shuffle(len(roles), func(i, j int) { roles[i], roles[j] = roles[j], roles[i] })
		}
		wait := s.every/2 + time.Duration(s.random.Int64N(int64(s.every)))
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return nil
		}
		role := roles[at]
		if role == postgres {
			if err := s.server.again(s.random.IntN(2) == 0); err != nil {
				return err
			}
			s.kills[role]++
			continue
		}
		if err := s.running[role].Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return err
		}
		_, _ = s.running[role].Wait(), s.running[role].heeds.Close() // it was killed
		s.kills[role]++
		again, err := s.start(role)
		if err != nil {
			return err
		}
		s.running[role] = again
	}
}

// end tells all processes to end, the queue last, and says which did not do so in peace.
func (s *storm) end() error {
	var all []error
	roles := s.roles()
	for i := range roles {
		role := roles[len(roles)-1-i]
		p := s.running[role]
		if p == nil {
			continue
		}
		if err := p.terminate(); err != nil {
			all = append(all, err)
		}
		if err := p.Wait(); err != nil {
			data, _ := os.ReadFile(s.dir + "/" + role + ".log") // only to say more
			lines := strings.Split(strings.TrimSpace(string(data)), "\n")
			all = append(all, fmt.Errorf("%s: %w: %s", role, err, lines[len(lines)-1]))
		}
	}
	return errors.Join(all...)
}

// queue connects to the server, whenever it is there.
func (s *storm) queue(ctx context.Context) (*worker.Queue, func(), error) {
	nc, err := nats.Connect(fmt.Sprintf("nats://127.0.0.1:%d", s.port), nats.MaxReconnects(-1), nats.ReconnectWait(50*time.Millisecond), nats.RetryOnFailedConnect(true))
	if err != nil {
		return nil, nil, err
	}
	q, err := patiently(ctx, func() (*worker.Queue, error) { return worker.Join(ctx, nc) })
	if err != nil {
		nc.Close()
		return nil, nil, err
	}
	return q, nc.Close, nil
}

// publish puts reports into the queue, one in twenty of them twice, however often it is
// away meanwhile.
func (s *storm) publish(ctx context.Context, q *worker.Queue, reports []*rapporteur.Report) error {
	random := rand.New(rand.NewPCG(s.random.Uint64(), 1))
	for i, one := range reports {
		for range 1 + btoi(random.IntN(20) == 0) {
			_, err := patiently(ctx, func() (worker.Published, error) {
				one, cancel := context.WithTimeout(ctx, 3*time.Second)
				defer cancel()
				return q.Publish(one, fmt.Sprintf("news %d", i), reports[i])
			})
			if err != nil {
				return fmt.Errorf("publish %s: %w", one.ID, err)
			}
		}
		if (i+1)%10_000 == 0 {
			s.told("%d reports published", i+1)
		}
	}
	return nil
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
